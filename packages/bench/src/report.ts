import type { Measure } from "./measure.ts";
import { asMarkdown, asText, type Grid, gridOf, remarksOf } from "./table.ts";

/** All that a run found out, as it is written into the JSON. */
export interface Outcome {
  date: string;
  command: string;
  machine: string;
  browser: string;
  rounds: number;
  subjects: { name: string; version: string; remark: string }[];
  measures: Measure[];
  hows: Record<string, string>;
  /** Rows that could not run, and why. */
  failed: Record<string, string>;
  seconds: number;
}

const reading = [
  "In brackets: does not do what the line measures, and is not compared.",
  "Medians; ± is half the way between the lowest and the highest round; the best of a line is marked.",
  "`noisy`: the rounds of Waymark or of the best of the others lie further apart than the two medians do, or two visits of the empty page do.",
];

function report(outcome: Outcome, draw: (grid: Grid) => string): string {
  const names = outcome.subjects.map(({ name }) => name);
  const remarks = [
    ...outcome.subjects.filter(({ remark }) => remark).map(({ name, remark }) => `${name}: ${remark}.`),
    ...remarksOf(outcome.measures, names[0] ?? ""),
    ...Object.entries(outcome.failed).map(([row, why]) => `Row ${row} could not run: ${why}`),
  ];
  return [
    `${outcome.date} · ${outcome.machine} · ${outcome.browser} · rounds: ${outcome.rounds} · ${outcome.seconds} s`,
    outcome.subjects.map(({ name, version }) => `${name} = ${version}`).join(" · "),
    draw(gridOf(outcome.measures, names)),
    reading.join("\n"),
    Object.entries(outcome.hows)
      .map(([name, how]) => `- ${name}: ${how}`)
      .join("\n"),
    remarks.map((remark) => `- ${remark}`).join("\n"),
  ].join("\n\n");
}

/** For the terminal. */
export function asTerminal(outcome: Outcome): string {
  return report(outcome, asText);
}

/** As a page of the documentation. */
export function asPage(outcome: Outcome): string {
  return `# Browser bench\n\nWritten by \`${outcome.command}\`; not to be edited by hand.\n\n${report(outcome, asMarkdown)}\n`;
}
