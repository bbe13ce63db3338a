import type { VNode } from "preact";
import type { FoundRow, FrozenPage } from "./model.ts";
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

/** A place of which nothing may be shown keeps its row, and says so. */
export function NothingHere(): VNode {
  return (
    <p class="nothing">
      <span class="few">{words.nothingHere}</span>
    </p>
  );
}

export interface BodyProps<Page extends FrozenPage> {
  rows: readonly FoundRow<Page>[];
  /** Of the block it is laid beside; `null`: beside nothing. */
  before: readonly FoundRow<Page>[] | null;
}
