import type { GapReason, GapReport, GapRow } from "@waymark/schema";
import { reportFor } from "../plan/report-for.ts";
import type { World } from "../world.ts";
import type { Cell } from "./csv.ts";
import type { ExportTable, ExportView, Only, Row } from "./export-table.ts";
import { titlesOf } from "./titles.ts";

const said = ["expected", "believed", "reported", "measured", "verdict", "barrier", "forecast"] as const;

/** Reasons of one figure, as they are written: `too_few`, or `sees_from 24`. */
const whyOf = (reasons: readonly GapReason[], of: GapReason["of"]): string | null => {
  const own = reasons.filter((each) => each.of === of);
  const texts = own.map(({ why, points, step }) =>
    [why, points ?? step].filter((part) => part !== undefined).join(" "),
  );
  return texts.length === 0 ? null : texts.join("; ");
};

function forecastCells({ forecast }: GapRow): Cell[] {
  if (forecast === null) return [null, null, null, null];
  if (forecast.says !== "date") return [forecast.says, null, null, null];
  return [forecast.says, forecast.on, forecast.interval[0], forecast.interval[1]];
}

function rowOf(view: ExportView, { blocks, simulated }: GapReport, row: GapRow): Row {
  const last = blocks.at(-1);
  const [journey, step, role] = titlesOf(view, row);
  return [
    ...[row.journey, journey, row.version, row.role, role, row.step, step, simulated],
    ...[last?.from ?? null, last?.to ?? null, last?.frozenAt ?? null],
    ...[row.expected, row.believed, row.reported, row.measured],
    ...[row.interval?.[0] ?? null, row.interval?.[1] ?? null, row.n, row.verdict, row.barrier],
    ...forecastCells(row),
    ...said.map((of) => whyOf(row.reasons, of)),
  ];
}

async function* rows(world: World, view: ExportView, only: Only): AsyncGenerator<Row> {
  const report = await reportFor(world, view.who, view.blocks.at(-1)?.index ?? -1);
  for (const row of report.rows)
    if (row.journey === (only.journey ?? row.journey) && row.role === (only.role ?? row.role))
      yield rowOf(view, report, row);
}

/** One row for each step of each journey, version and role, and one for the whole way: as the page Gap has them. */
export const gapTable: ExportTable = {
  columns: [
    ...["journey", "journey_title", "version", "role", "role_title", "step", "step_title", "simulated"],
    ...["from", "to", "frozen_at", "expected", "believed", "reported", "measured"],
    ...["measured_low", "measured_high", "n_at_least", "verdict", "barrier"],
    ...["forecast", "forecast_on", "forecast_from", "forecast_to"],
    ...said.map((of) => `${of}_reason`),
  ],
  rows,
};
