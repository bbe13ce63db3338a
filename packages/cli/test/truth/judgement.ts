import { exactCoverage } from "../../../engine/test/support/exact.ts";
import { percent, type Section } from "./report.ts";

const table = (sections: readonly Section[], title: string): Section["rows"] =>
  sections.find((each) => each.title === title)?.rows ?? [];

/** Two places where the house departs from the letter of its targets, with the figures that decide. */
export function judgement(agents: readonly Section[]): string[] {
  const rule = ["False alarms", "Power"].flatMap((title) =>
    table(agents, title).map(({ cells }) => `| ${[title, ...cells].join(" | ")} |`),
  );
  const cell = table(agents, "Coverage of ability (M3)").find(
    ({ cells }) => cells[0] === 20 && String(cells[1]) > "0.85",
  );
  return [
    "## Two judgements",
    "",
    "**The first verdict (M10).** The rule says that a verdict changes after two blocks in a row, and not what comes before there is one. In force:",
    "the first block with a number gives it at once. The other reading, two blocks that agree also for the first, stands beside it:",
    "",
    "| figure | people | plan | truth | in force | the first verdict takes two blocks |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rule,
    "",
    "Power is what decides: three blocks are all there are in twelve weeks. The price is paid ten points below the plan, where a first verdict",
    "is wrong more often; it has to stay under 15%.",
    "",
    `**20 people, truth 0.9.** A share of exactly 20 people moves in steps of a twentieth: its interval holds 0.9 in ${percent(exactCoverage(20, 0.9))}% of teams, above the`,
    'band of 85 to 95%; the next smaller set of counts would be at 86.7%, and nothing lies between. The wider one is kept: it errs towards "unclear".',
    cell === undefined
      ? ""
      : `People who walk are not always all active in a block, so the count itself varies: measured ${String(cell.cells[2])}, target ${cell.reached}.`,
    "",
  ];
}
