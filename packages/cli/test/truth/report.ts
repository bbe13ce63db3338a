import { clopperPearson } from "../../../engine/test/support/exact.ts";

/** A target of a figure, and whether it was reached. */
export type Reached = "reached" | "NOT reached" | "no target";

/** A table of the report; its last column says whether the target was reached. */
export interface Section {
  title: string;
  /** What was done, what it is to be held against. */
  says: string;
  names: readonly string[];
  rows: { cells: readonly (string | number)[]; reached: Reached }[];
}

export const percent = (share: number): string => (100 * share).toFixed(1);

/** A share that was counted, with the 99% interval of Clopper and Pearson. */
export interface Counted {
  share: number;
  low: number;
  high: number;
}

export function counted(hits: number, of: number): Counted {
  const [low, high] = of === 0 ? [0, 1] : clopperPearson(hits, of);
  return { share: of === 0 ? 0 : hits / of, low, high };
}

export const written = ({ share, low, high }: Counted): string =>
  `${percent(share)} (${percent(low)} to ${percent(high)})`;

export const judged = (good: boolean): Reached => (good ? "reached" : "NOT reached");

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function render({ title, says, names, rows }: Section): string[] {
  const head = [...names, "target"];
  return [
    `### ${title}`,
    "",
    says,
    "",
    line(head),
    line(head.map(() => "---")),
    ...rows.map((row) => line([...row.cells, row.reached])),
    "",
  ];
}

/** One line for each section: how many of its figures are at their target. */
function summary(sections: readonly Section[]): string[] {
  const lines = sections.map(({ title, rows }) => {
    const held = rows.filter(({ reached }) => reached !== "no target");
    const missed = held.filter(({ reached }) => reached === "NOT reached");
    const where = missed.map(({ cells }) => cells.slice(0, 3).join("/")).join("; ");
    return line([title, held.length - missed.length, held.length, missed.length === 0 ? "" : where]);
  });
  return [line(["figures", "reached", "of", "not reached: where"]), line(["---", "---", "---", "---"]), ...lines, ""];
}

export function renderReport(
  parts: readonly { title: string; says: string; sections: readonly Section[] }[],
): string[] {
  return [
    "## Which targets are reached",
    "",
    ...summary(parts.flatMap(({ sections }) => sections)),
    ...parts.flatMap(({ title, says, sections }) => [`## ${title}`, "", says, "", ...sections.flatMap(render)]),
  ];
}
