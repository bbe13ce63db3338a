import type { Figure, FigureReport } from "@waymark/schema";
import { figurePages } from "../insights/figure-pages.ts";
import { type FigurePage, figureReport } from "../insights/figure-report.ts";
import { targetReport } from "../insights/lost-targets.ts";
import type { World } from "../world.ts";
import type { Cell } from "./csv.ts";
import type { ExportTable, ExportView, Only, Row } from "./export-table.ts";

const placeColumns = [
  ...["journey", "journey_title", "version", "role", "role_title", "simulated", "from", "to", "frozen_at"],
];
const figureColumns = (name: string): string[] => [name, `${name}_low`, `${name}_high`, `${name}_n`, `${name}_reason`];
const figureCells = ({ value, interval, n, why }: Figure): Row => [
  value,
  interval?.[0] ?? null,
  interval?.[1] ?? null,
  n,
  why,
];

/** One row of a page: what stands beside its place. */
type Cells<Found> = (found: Found, stepTitle: (id: string) => string) => Row[];

function tableOf<Found>(page: FigurePage<Found>, columns: readonly string[], cells: Cells<Found>): ExportTable {
  async function* rows(world: World, view: ExportView, only: Only): AsyncGenerator<Row> {
    const report: FigureReport<Found> = await figureReport(world, view, page);
    for (const { journey, version, role, block, steps, found } of report.rows) {
      const { from = null, to = null, frozenAt = null } = block ?? report.block ?? {};
      if (found === null || role.id !== (only.role ?? role.id)) continue;
      if (journey !== null && journey.id !== (only.journey ?? journey.id)) continue;
      const place: Cell[] = [
        ...[journey?.id ?? null, journey?.title ?? null, version, role.id, role.title],
        ...[report.simulated, from, to, frozenAt],
      ];
      const title = (id: string): string => steps.find((step) => step.id === id)?.title ?? id;
      for (const row of cells(found, title)) yield [...place, ...row];
    }
  }
  return { columns: [...placeColumns, ...columns], rows };
}

/** What people make of the brief. */
export const briefTable: ExportTable = tableOf(
  figurePages.briefs,
  ["reach", "answered", "clear", "partly", "not_clear"].flatMap(figureColumns),
  (brief) => [[brief.reach, brief.answered, brief.clear, brief.partly, brief.notClear].flatMap(figureCells)],
);

/** One row for each field of a form. */
export const fieldTable: ExportTable = tableOf(
  figurePages.fields,
  ["step", "step_title", "field", "unused", ...figureColumns("edited"), ...figureColumns("seconds")],
  ({ fields }, title) =>
    fields.map(({ step, name, unused, edited, seconds }) => [
      ...[step, title(step), name, unused],
      ...[edited, seconds].flatMap(figureCells),
    ]),
);

/** One row for each step, and one for each step from which work goes to another role. */
export const waitTable: ExportTable = tableOf(
  figurePages.handoffs,
  ["step", "step_title", "to_role", "unit", ...["usual", "p80", "stale", "cover"].flatMap(figureColumns)],
  ({ steps, cover, handoffs }, title) => {
    const none: Row = [null, null, null, null, null];
    return [
      ...steps.map(({ step, usual, stale }) => [
        ...[step, title(step), null, "ms", ...figureCells(usual), ...none],
        ...[...figureCells(stale), ...none],
      ]),
      [null, null, null, null, ...none, ...none, ...none, ...figureCells(cover)],
      ...handoffs.map(({ step, to, median, p80 }) => [
        ...[step, title(step), to, "ms", ...figureCells(median), ...figureCells(p80)],
        ...[...none, ...none],
      ]),
    ];
  },
);

/** One row for each kind of prompt, and one for what people said of usefulness. */
export const promptTable: ExportTable = tableOf(
  figurePages.prompts,
  ["surface", ...["closed_at_once", "per_week"].flatMap(figureColumns)],
  ({ prompts }) => prompts.map(({ surface, struck, perWeek }) => [surface, ...[struck, perWeek].flatMap(figureCells)]),
);

/** How long until it pays, journey by journey. */
export const valueTable: ExportTable = tableOf(
  figurePages.value,
  ["median_days", "p80_days", "by_day_7", "by_day_30"].flatMap(figureColumns),
  ({ medianDays, p80Days, byDay7, byDay30 }) => [[medianDays, p80Days, byDay7, byDay30].flatMap(figureCells)],
);

/** Who stayed, by whether they had reached the value. */
export const stayingTable: ExportTable = tableOf(
  figurePages.staying,
  ["event", "says", ...["reached", "not_reached", "difference"].flatMap(figureColumns)],
  ({ event, says, reached, notReached, difference }) => [
    [event, says, ...[reached, notReached, difference].flatMap(figureCells)],
  ],
);

/** Whether people dare to report, role by role. */
export const trustTable: ExportTable = tableOf(
  figurePages.trust,
  ["mean", "distrust"].flatMap(figureColumns),
  ({ mean, distrust }) => [[mean, distrust].flatMap(figureCells)],
);

/** The adoption score with its parts, journey by journey. */
export const uptakeTable: ExportTable = tableOf(
  figurePages.uptake,
  ["core", ...["score", "reach", "depth", "regularity", "alone", "ease"].flatMap(figureColumns)],
  ({ core, score, reach, depth, regularity, alone, ease }) => [
    [
      core.map(({ event, every }) => `${event} ${every}`).join("; "),
      ...[score, reach, depth, regularity, alone, ease].flatMap(figureCells),
    ],
  ],
);

async function* lost(world: World, { who }: ExportView, only: Only): AsyncGenerator<Row> {
  // As on its page: it is live, and for those who mend.
  if (who.role === "manager") return;
  const report = await targetReport(world, who.project);
  for (const { journey, version, step, page, reason, lastGood, firstBad, lastBad, sometimes } of report.lost)
    if (journey.id === (only.journey ?? journey.id))
      yield [
        journey.id,
        journey.title,
        version,
        step.id,
        step.title,
        page,
        reason,
        lastGood,
        firstBad,
        lastBad,
        sometimes,
      ];
}

/** Targets that pages do not find. */
export const targetTable: ExportTable = {
  columns: [
    ...["journey", "journey_title", "version", "step", "step_title", "page", "reason"],
    ...["last_good", "first_bad", "last_bad", "sometimes"],
  ],
  rows: lost,
};
