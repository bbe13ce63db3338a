import type { GapReport, GapRow, JourneyPicture, Summary } from "@waymark/schema";
import type { ArgsDef, CommandContext, CommandDef } from "citty";
import { callCollector } from "../call-collector.ts";
import { columns } from "../check/render.ts";
import { webAddress } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

type Cell = string | number | null;
/** The first row names the columns. */
type Table = readonly (readonly Cell[])[];

const common: ArgsDef = {
  collector: { type: "string", required: true, description: "The collector's address" },
  key: { type: "string", required: true, description: "The project's owner key, ok_..." },
  role: { type: "string", description: "One role. Default: all" },
  journey: { type: "string", description: "One journey. Default: all" },
  csv: { type: "boolean", description: "Print CSV" },
  json: { type: "boolean", description: "Print JSON, as the collector gives it" },
};

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function inCsv(cell: Cell): string {
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function ask<T>({ args }: CommandContext, path: string): Promise<T> {
  const where = { collector: webAddress("collector", args.collector), key: String(args.key) };
  const { ok, status, body } = await callCollector<T & { detail?: string }>(where, "GET", path, undefined);
  if (!ok) throw new Error(body.detail ?? `The collector answered ${status}.`);
  return body;
}

const percent = (share: number | null | undefined): Cell => (share == null ? null : Math.round(share * 100));

function tell({ args }: CommandContext, table: Table, full: unknown, notes: readonly string[]): void {
  const lines = args.json
    ? [JSON.stringify(full, null, 2)]
    : args.csv
      ? table.map((row) => row.map(inCsv).join(","))
      : [...columns(table.map((row) => row.map((cell) => String(cell ?? "-")))), ...notes];
  for (const line of lines) console.log(line);
}

const isWanted = ({ args }: CommandContext, journey: string, role: string): boolean =>
  (args.journey === undefined || args.journey === journey) && (args.role === undefined || args.role === role);

const notesOf = (rows: number, simulated: boolean, nextAt: string | null): string[] => [
  ...(simulated ? ["Simulated people are among them."] : []),
  ...(rows === 0 ? [`There is nothing to show${nextAt ? ` before ${nextAt}` : " yet"}.`] : []),
];

const gapHead = [
  "journey",
  "version",
  "role",
  "step",
  "expected %",
  "measured %",
  "from %",
  "to %",
  "people",
  "verdict",
  "barrier",
];
const gapRow = (row: GapRow): Cell[] => [
  ...[row.journey, row.version, row.role, row.step, percent(row.expected), percent(row.measured)],
  ...[percent(row.interval?.[0]), percent(row.interval?.[1]), row.n, row.verdict, row.barrier],
];

const gap: CommandDef = {
  meta: { name: "gap", description: "What was expected of each step, and what people do alone." },
  args: common,
  run: plainly(async (context) => {
    const report = await ask<GapReport>(context, "/v1/insights/gap");
    const rows = report.rows.filter(({ journey, role }) => isWanted(context, journey, role));
    tell(
      context,
      [gapHead, ...rows.map(gapRow)],
      { ...report, rows },
      notesOf(rows.length, report.simulated, report.nextAt),
    );
  }),
};

const adoptionHead = [
  "journey",
  "role",
  "step",
  "through %",
  "from %",
  "to %",
  "through",
  "of",
  "median s",
  "withheld",
];
const adoptionRows = ({ journey, role, steps }: JourneyPicture): Cell[][] =>
  steps.map(({ id, through, time }) => [
    ...[
      journey.id,
      role.id,
      id,
      percent(through.value),
      percent(through.interval?.[0]),
      percent(through.interval?.[1]),
    ],
    ...[through.through, through.of, time.medianMs === null ? null : Math.round(time.medianMs / 1000), through.reason],
  ]);

const adoption: CommandDef = {
  meta: { name: "adoption", description: "How many came through each step, and how long it took them." },
  args: common,
  run: plainly(async (context) => {
    const summary = await ask<Summary>(context, "/v1/summary");
    const pictures = summary.pictures.filter(({ journey, role }) => isWanted(context, journey.id, role.id));
    const simulated = pictures.some((each) => each.simulated);
    const rows = pictures.flatMap(adoptionRows);
    tell(context, [adoptionHead, ...rows], { ...summary, pictures }, notesOf(rows.length, simulated, summary.nextAt));
  }),
};

/** `waymark report gap | adoption`: the published numbers in the terminal. */
export const report: CommandDef = {
  meta: { name: "report", description: "Print the published numbers: a table, CSV or JSON." },
  subCommands: { gap, adoption },
};
