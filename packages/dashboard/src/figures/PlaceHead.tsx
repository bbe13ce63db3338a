import type { VNode } from "preact";
import { type FoundRow, type FrozenPage, isShown, keyOf, type Shown } from "./model.ts";
import { figureWords as words } from "./words.ts";

/** Role, journey and version of what follows. */
export function PlaceHead({ row }: { row: FoundRow<FrozenPage> }): VNode {
  const of = [row.journey?.title, row.version === null ? undefined : words.version(row.version)].filter(Boolean);
  return (
    <h2 class="gap-head">
      {row.role.title}
      <span>{of.join(", ")}</span>
    </h2>
  );
}

/** Where there is nothing to show. */
export function NothingHere(): VNode {
  return (
    <p class="nothing">
      <span class="few">{words.nothingHere}</span>
    </p>
  );
}

interface PlacesProps<Row extends FoundRow<FrozenPage>> {
  rows: readonly Row[];
  /** Whether there is something to show of a place. Default: always. */
  says?(row: Shown<Row>): boolean;
  children(row: Shown<Row>): VNode;
}

/** Place by place; those of which nothing may be shown are named together below, so that they are neither missing nor in the way. */
export function Places<Row extends FoundRow<FrozenPage>>({
  rows,
  says = () => true,
  children,
}: PlacesProps<Row>): VNode {
  const shown = rows.filter(isShown<Row>).filter(says);
  const hidden = rows.filter((row) => !shown.some((each) => each === row));
  return (
    <>
      {shown.map((row) => (
        <section key={keyOf(row)} class="figure-group">
          <PlaceHead row={row} />
          {children(row)}
        </section>
      ))}
      {hidden.length === 0 ? null : (
        <section class="figure-group">
          <h2 class="gap-head">{words.hiddenPlaces}</h2>
          <ul class="hidden-places">
            {hidden.map((row) => (
              <li key={keyOf(row)} class="few">
                {[row.role.title, row.journey?.title].filter(Boolean).join(", ")}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export interface BodyProps<Page extends FrozenPage> {
  rows: readonly FoundRow<Page>[];
  /** Of the block it is laid beside; `null`: beside nothing. */
  before: readonly FoundRow<Page>[] | null;
}
