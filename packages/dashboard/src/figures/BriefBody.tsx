import type { BriefFigures, Figure } from "@waymark/schema";
import type { VNode } from "preact";
import { spanOf } from "../text/dates.ts";
import { FigureTable } from "./FigureTable.tsx";
import { beside, type FoundRow, keyOf } from "./model.ts";
import type { BodyProps } from "./PlaceHead.tsx";
import { shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

type Row = FoundRow<"briefs">;

const missing: Figure = { value: null, interval: null, n: null, why: "too_few" };

/** One row for each brief: who saw it, who answered, and how clear it is. */
export function BriefBody({ rows, before }: BodyProps<"briefs">): VNode {
  const { briefs } = words;
  const column = (head: string, of: keyof BriefFigures) => ({
    head,
    scale: shareScale,
    figure: ({ found }: Row): Figure => found?.[of] ?? missing,
  });
  return (
    <FigureTable<Row>
      caption={words.sentences.briefs}
      first={briefs.place}
      rows={rows}
      keyOf={keyOf}
      title={({ journey, role, version, block }) => (
        <>
          {journey?.title}
          <span class="small block">
            {role.title}
            {version === null ? "" : `, ${words.version(version)}`}
          </span>
          {block === null ? null : <span class="small block">{spanOf(block, true)}</span>}
        </>
      )}
      columns={[
        column(briefs.reach, "reach"),
        column(briefs.answered, "answered"),
        column(briefs.clear, "clear"),
        column(briefs.partly, "partly"),
        column(briefs.notClear, "notClear"),
      ]}
      before={before === null ? undefined : (row) => beside(before, row)}
    />
  );
}
