import type { RefObject, VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Group } from "./group.tsx";
import { Row } from "./row.tsx";
import type { Hit, Shelved } from "./shelf.ts";

interface HitsProps extends Pick<Shelved, "groups" | "rows"> {
  /** The row that Enter opens. */
  active: number;
  list: RefObject<HTMLDivElement | null>;
  runtime: Runtime;
  figures: Intl.NumberFormat;
  onScroll(): void;
  onOpen(hit: Hit): void;
}

/** A row's id: the field names the active one by it. */
export const rowId = (index: number): string => `hit-${index}`;

/** What fits, in its groups: the list of the combobox. */
export function Hits({ groups, rows, active, list, runtime, figures, onScroll, onOpen }: HitsProps): VNode {
  return (
    <div
      class="hits body"
      id="hits"
      role="listbox"
      aria-label={runtime.say("library.title")}
      ref={list}
      onScroll={onScroll}
    >
      {groups.map(({ group, hits }) => (
        <Group key={group} group={group} runtime={runtime}>
          {hits.map((hit) => {
            const index = rows.indexOf(hit);
            return (
              <Row
                key={hit.entry.journey.id}
                {...{ hit, runtime, figures, onOpen, id: rowId(index), active: index === active }}
              />
            );
          })}
        </Group>
      ))}
    </div>
  );
}
