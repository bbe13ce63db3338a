import type { Figure, UptakeFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { FigureTable } from "./FigureTable.tsx";
import { uptakeParts } from "./finding.ts";
import { beside, type FoundRow, keyOf } from "./model.ts";
import { often } from "./often.ts";
import type { BodyProps } from "./PlaceHead.tsx";
import { plainScale, shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

type Row = FoundRow<"uptake">;

const missing: Figure = { value: null, interval: null, n: null, why: "too_few" };

/** What the brief asks people to keep doing, and how often. */
function Core({ core }: Pick<UptakeFigures, "core">): VNode {
  const actions = core.map(({ event, every }) => words.uptake.every(event, often(every)));
  return <span class="small block">{words.uptake.core(actions.join("; "))}</span>;
}

/** One row for each journey and role: the score, and the parts it is made of. */
export function UptakeBody({ rows, before }: BodyProps<"uptake">): VNode {
  const { uptake } = words;
  const column = (of: (typeof uptakeParts)[number]) => ({
    head: uptake[of],
    scale: shareScale,
    figure: ({ found }: Row): Figure => found?.[of] ?? missing,
  });
  return (
    <>
      <FigureTable<Row>
        caption={words.sentences.uptake}
        first={uptake.place}
        rows={rows}
        keyOf={keyOf}
        title={({ journey, role, found }) => (
          <>
            {journey?.title}
            <span class="small block">{role.title}</span>
            {found === null ? <span class="small block">{uptake.noCore}</span> : <Core core={found.core} />}
          </>
        )}
        columns={[
          {
            head: uptake.score,
            scale: plainScale([], uptake.of100, 100),
            figure: ({ found }) => found?.score ?? missing,
          },
          ...uptakeParts.map(column),
        ]}
        before={before === null ? undefined : (row) => beside(before, row)}
      />
      <p class="small">{uptake.noRank}</p>
    </>
  );
}
