import { standingVerdict, type Verdict, verdictOf } from "@waymark/engine/metrics";
import type { Weeks } from "../../src/simulate/seen.ts";
import { abilityOf, type Calibrated, calibrate, second, teamOf, watched, wayAt } from "./crowds.ts";
import { counted, judged, type Section, written } from "./report.ts";

const blocks: readonly Weeks[] = [0, 4, 8].map((from) => ({ from, to: from + 4 }));
const weeks = 12;
const sizes = [12, 20, 40, 60];

/** Nobody learns or leaves for good: the truth stands still. */
const still = (truth: number): Calibrated =>
  calibrate(truth, { from: 4, to: 8 }, (centre) => wayAt({ centre }, { leaves: 0 }));

/** The other reading of "changes after two blocks in a row": also the first verdict takes two that say the same. */
export function standingAfterTwo(verdicts: readonly Verdict[]): Verdict {
  let standing: Verdict = "unclear";
  verdicts.forEach((verdict, index) => {
    if (verdict === verdicts[index - 1]) standing = verdict;
  });
  return standing;
}

interface Called {
  first: number;
  two: number;
}

/** How many teams are ever called behind in three blocks: by the rule in force, and by the other reading. */
function everBehind(
  size: number,
  plan: number,
  { way }: Calibrated,
  teams: number,
  seed: string,
  step: number = watched,
): Called {
  const called: Called = { first: 0, two: 0 };
  for (let team = 0; team < teams; team += 1) {
    const walked = teamOf(way, size, weeks, seed, size, team);
    const verdicts = blocks.map((block) => verdictOf(abilityOf(walked, block, step), plan));
    const upTo = [1, 2, 3].map((count) => verdicts.slice(0, count));
    if (upTo.some((each) => standingVerdict(each) === "behind")) called.first += 1;
    if (upTo.some((each) => standingAfterTwo(each) === "behind")) called.two += 1;
  }
  return called;
}

const names = ["people", "plan", "truth", "ever called behind", "if the first verdict took two blocks"];

export function falseAlarms(teams: number): Section {
  const rows: Section["rows"] = [];
  for (const plan of [0.6, 0.8]) {
    for (const [below, most] of [
      [0, 0.05],
      [0.1, 0.15],
    ] as const) {
      const planted = still(plan - below);
      for (const size of sizes) {
        const { first, two } = everBehind(size, plan, planted, teams, `alarm ${plan} ${below}`);
        const found = counted(first, teams);
        const cells = [size, plan, planted.truth.toFixed(3), written(found), written(counted(two, teams))];
        rows.push({ cells, reached: judged(found.high <= most) });
      }
    }
  }
  const says = `${teams} teams for each row, twelve weeks, three disjoint blocks. At plan at most 5% may ever be called behind, ten points below it at most 15%.`;
  return { title: "False alarms", says, names, rows };
}

export function power(teams: number): Section {
  const gaps = [
    [20, 0.35],
    [40, 0.27],
    [60, 0.24],
  ] as const;
  const rows = gaps.flatMap(([size, gap]) => {
    const planted = still(0.8 - gap);
    return ([watched, second] as const).map((step) => {
      const { first, two } = everBehind(size, 0.8, planted, teams, "power", step);
      const found = counted(first, teams);
      const cells = [size, 0.8, planted.truth.toFixed(3), written(found), written(counted(two, teams))];
      if (step === second) return { cells: [`${size}, second step`, ...cells.slice(1)], reached: "no target" as const };
      return { cells, reached: judged(found.low >= 0.8) };
    });
  });
  const says = `${teams} teams for each row. A gap of 35 / 27 / 24 points must be called behind within twelve weeks in 80% or more. At the second step fewer people are seen than the team has: who gave up at the first is not there.`;
  return { title: "Power", says, names, rows };
}
