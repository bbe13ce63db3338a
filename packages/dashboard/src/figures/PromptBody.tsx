import type { PromptFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { FigureCell } from "./FigureCell.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { beside, type FoundRow, type Shown } from "./model.ts";
import { type BodyProps, NothingHere, Places } from "./PlaceHead.tsx";
import { plainScale, shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

type Row = FoundRow<"prompts">;

function Prompts({ row, before }: { row: Shown<Row>; before: Row["found"] | undefined }): VNode {
  const { prompts } = words;
  const { prompts: rows, use } = row.found;
  const points = plainScale([], prompts.points, 100);
  return (
    <>
      {rows.length === 0 ? (
        <NothingHere />
      ) : (
        <FigureTable<PromptFigures>
          caption={row.role.title}
          first={prompts.surface}
          rows={rows}
          keyOf={({ surface }) => surface}
          title={({ surface }) => <bdi>{prompts.surfaces[surface] ?? surface}</bdi>}
          columns={[
            { head: prompts.struck, scale: shareScale, figure: ({ struck }) => struck },
            {
              head: prompts.perWeek,
              scale: plainScale(
                rows.map(({ perWeek }) => perWeek),
                String,
              ),
              figure: ({ perWeek }) => perWeek,
            },
          ]}
          before={
            before === undefined ? undefined : ({ surface }) => before?.prompts.find((each) => each.surface === surface)
          }
        />
      )}
      <h3>{prompts.use}</h3>
      <dl class="figure-facts">
        {(
          [
            ["useful", prompts.useful],
            ["easy", prompts.easy],
          ] as const
        ).map(([of, name]) => (
          <div key={of}>
            <dt>{name}</dt>
            <dd>
              <FigureCell
                name={name}
                figure={use[of]}
                scale={points}
                before={before === undefined ? undefined : (before?.use[of] ?? null)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** How often we are waved away, and what people find, role by role. */
export function PromptBody({ rows, before }: BodyProps<"prompts">): VNode {
  return (
    <Places rows={rows}>
      {(row) => <Prompts row={row} before={before === null ? undefined : (beside(before, row)?.found ?? null)} />}
    </Places>
  );
}
