import { bestOf, type Measure, standingOf, summaries } from "./measure.ts";

/** A head and its lines, as text. */
export interface Grid {
  head: string[];
  lines: string[][];
}

/** Three digits that count, no more. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return (Math.round(value * 10 ** digits) / 10 ** digits + 0).toFixed(digits);
}

/** `12.3 ±1.5`: the median, and the spread where rounds differ. The best is marked with a star. */
function cell(measure: Measure, subject: string): string {
  const summary = summaries(measure).get(subject);
  if (!summary) return measure.remarks[subject] ? "none" : "–";
  if (measure.words) return summary.median > 0 ? "yes" : "no";
  const spread = summary.spread > 0 && !measure.exact ? ` ±${figure(summary.spread / 2)}` : "";
  if (measure.unfit?.includes(subject)) return `(${figure(summary.median)})`;
  return `${bestOf(measure).includes(subject) ? "*" : ""}${figure(summary.median)}${spread}`;
}

/** How the first subject stands: `first`, or who is ahead; and whether the rounds can tell. */
function verdict(measure: Measure, subject: string): string {
  const standing = standingOf(measure, subject);
  if (!standing) return "not measured";
  if (measure.words) return standing.first ? "" : `behind ${bestOf(measure).join(", ")}`;
  const place = standing.first ? "first" : `behind ${bestOf(measure).join(", ")}`;
  return standing.noise === "exact" ? place : `${place}, ${standing.noise}`;
}

/** One line a measure, the first subject first, and how that one stands. */
export function gridOf(measures: readonly Measure[], subjects: readonly string[]): Grid {
  const [own = ""] = subjects;
  return {
    head: ["measure", "unit", ...subjects, own],
    lines: measures.map((measure) => [
      measure.title,
      measure.better === "more" ? `${measure.unit} ↑` : measure.unit,
      ...subjects.map((subject) => cell(measure, subject)),
      verdict(measure, own),
    ]),
  };
}

/** Columns under each other, for a terminal. */
export function asText({ head, lines }: Grid): string {
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    line
      .map((text, column) => (column < 1 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join("  ");
  return [draw(head), draw(widths.map((width) => "-".repeat(width))), ...lines.map(draw)].join("\n");
}

/** Padded as the formatter wants it, so that a page that was written anew passes the checks. */
export function asMarkdown({ head, lines }: Grid): string {
  const all = [head, ...lines.map((line) => line.map(strong))].map((line) =>
    line.map((text) => text.replaceAll("|", "\\|")),
  );
  const widths = head.map((_, column) => Math.max(4, ...all.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    `| ${line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [top = [], ...rest] = all;
  return [draw(top), draw(rule), ...rest.map(draw)].join("\n");
}

/** The best figure in bold: a star would be read as Markdown. */
function strong(text: string): string {
  return text.startsWith("*") ? `**${text.slice(1)}**` : text;
}

/** What a reader must know of single figures; of yes and no only where it is the own subject's. */
export function remarksOf(measures: readonly Measure[], own: string): string[] {
  return measures.flatMap(({ title, remarks, words, note }) => [
    ...(note ? [`${title}: ${note}.`] : []),
    ...Object.entries(remarks)
      .filter(([subject]) => !words || subject === own)
      .map(([subject, remark]) => `${title}, ${subject}: ${remark}.`),
  ]);
}
