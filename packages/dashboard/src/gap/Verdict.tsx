import type { GapRow } from "@waymark/schema";
import type { VNode } from "preact";
import { pointsOf, whyOf } from "./model.ts";
import { gapWords as words } from "./words.ts";

type Face = "behind" | "ahead" | "on_plan" | "unclear" | "none";

/** What is judged: where nothing was measured or expected there is nothing to judge. */
export function faceOf(row: GapRow | null): Face {
  if (row === null || row.verdict === null || row.expected === null) return "none";
  if (row.measured === null && row.interval === null) return "none";
  return row.verdict;
}

const middles: Record<Face, number | null> = { behind: 5.5, ahead: 32.5, on_plan: 19, unclear: 19, none: null };
const reach: Record<Face, [number, number]> = {
  behind: [0, 11],
  ahead: [27, 38],
  on_plan: [11.5, 26.5],
  unclear: [3, 35],
  none: [0, 0],
};

/** The rule in miniature: a pale band, the plan, and a dot with its interval left of it, in it or right of it. */
function VerdictMark({ face }: { face: Face }): VNode {
  const middle = middles[face];
  const [from, to] = reach[face];
  return (
    <svg class={`verdict-mark ${face}`} width="38" height="18" viewBox="0 0 38 18" aria-hidden="true">
      <rect x="14.5" y="2" width="9" height="14" class="band" />
      {middle === null ? null : (
        <>
          <line x1={from} y1="9" x2={to} y2="9" />
          <circle cx={middle} cy="9" r="3.3" />
        </>
      )}
    </svg>
  );
}

function wordOf(row: GapRow | null, face: Face): string {
  const points = Math.abs(pointsOf(row) ?? 0);
  // Where the figure itself stays back, so does the distance.
  const known = row?.measured !== null;
  if (face === "behind") return known ? words.verdicts.behind(points) : words.verdicts.behindUnknown;
  if (face === "ahead") return known ? words.verdicts.ahead(points) : words.verdicts.aheadUnknown;
  return words.verdicts[face];
}

/** The value with its interval and n, or why it is not there. */
function Evidence({ row }: { row: GapRow }): VNode {
  const { measured, interval, n } = row;
  const why = whyOf(row, "measured");
  if (measured === null || interval === null) {
    const reason = why?.why ?? "not_yet";
    const later = reason === "not_yet" || reason === "estimate_first";
    return <span class={later ? "few later" : "few"}>{words.missing[reason]}</span>;
  }
  const [low, high] = interval.map((each) => Math.round(each * 100)) as [number, number];
  return <span class="small">{words.measured(Math.round(measured * 100), words.interval(low, high), n ?? 0)}</span>;
}

interface VerdictProps {
  row: GapRow | null;
  /** Where there is no room, nothing is said of how sure the verdict is. */
  brief?: boolean;
}

/** The mark, one word, and one line of evidence. */
export function Verdict({ row, brief = false }: VerdictProps): VNode {
  const face = faceOf(row);
  const seesFrom = row === null ? undefined : whyOf(row, "verdict")?.points;
  return (
    <div class="verdict">
      <VerdictMark face={face} />
      <div>
        <span class={`strong ${face === "behind" ? "late" : face === "ahead" ? "good" : ""}`}>{wordOf(row, face)}</span>
        {row === null ? <span class="few later">{words.missing.not_yet}</span> : <Evidence row={row} />}
        {!brief && row?.reasons.some(({ why }) => why === "stands") ? <span class="small">{words.stands}</span> : null}
        {!brief && face === "unclear" && seesFrom !== undefined ? (
          <span class="small">{words.seesFrom(seesFrom)}</span>
        ) : null}
      </div>
    </div>
  );
}
