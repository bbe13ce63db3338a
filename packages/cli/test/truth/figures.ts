import { corroborate, missing, topBarrier } from "@waymark/engine/metrics";
import { exactCoverage, holds } from "../../../engine/test/support/exact.ts";
import { createRandom, seedOf } from "../../src/simulate/random.ts";
import { barrierFacts, type Weeks } from "../../src/simulate/seen.ts";
import { abilityOf, calibrate, teamOf, watched, wayAt } from "./crowds.ts";
import { counted, judged, percent, type Section, written } from "./report.ts";

const block: Weeks = { from: 0, to: 4 };

/** How often the interval of a block holds the truth; agents learn while it runs. */
export function coverage(teams: number): Section {
  const rows: Section["rows"] = [];
  for (const wanted of [0.3, 0.6, 0.9]) {
    const { way, truth } = calibrate(wanted, block, (centre) => wayAt({ centre, climb: 0.05 }));
    for (const size of [12, 20, 40, 60]) {
      let [held, known] = [0, 0];
      for (let team = 0; team < teams; team += 1) {
        const found = abilityOf(teamOf(way, size, block.to, "coverage", wanted, size, team), block);
        if (found.value !== null) known += 1;
        if (holds(found, truth)) held += 1;
      }
      const found = counted(held, known);
      const good = size < 20 ? found.low >= 0.88 : found.low >= 0.85 && found.high <= 0.95;
      const cells = [
        size,
        truth.toFixed(3),
        written(found),
        percent(exactCoverage(size, truth)),
        percent(1 - known / teams),
      ];
      rows.push({ cells, reached: judged(good) });
    }
  }
  const says = `${teams} teams for each row. The 99% interval of the figure must lie inside 85 to 95%, from 88% at 12 people. Beside it what whole counts of exactly so many people give; here some are not active in the block.`;
  return {
    title: "Coverage of ability (M3)",
    says,
    names: ["people", "truth", "held", "whole counts", "no number"],
    rows,
  };
}

const sizes = [20, 40, 60];

/** Three steps in ten are hard; who does not do it alone says so more often. */
export function corroboration(teams: number): Section {
  const hard = calibrate(0.35, block, (centre) => wayAt({ centre }));
  const fine = calibrate(0.8, block, (centre) => wayAt({ centre }));
  const rows = sizes.map((size) => {
    const random = createRandom(seedOf("reports", size));
    const count = { hard: 0, hidden: 0, published: 0, backed: 0, right: 0 };
    for (let team = 0; team < teams; team += 1) {
      const isHard = random.chance(0.3);
      const walked = teamOf((isHard ? hard : fine).way, size, block.to, "reports", size, team);
      const reports = walked.filter(() => random.chance(isHard ? 0.3 : 0.1)).length;
      const shown = reports >= 5 && size - reports >= 5;
      const backed = corroborate(abilityOf(walked, block), missing("no_reference"), null).says === "backed";
      count.hard += isHard ? 1 : 0;
      count.hidden += isHard && !shown ? 1 : 0;
      count.published += isHard && shown ? 1 : 0;
      count.backed += shown && backed ? 1 : 0;
      count.right += shown && backed && isHard ? 1 : 0;
    }
    const precision = counted(count.right, count.backed);
    const hidden = percent(count.hidden / Math.max(1, count.hard));
    return {
      cells: [size, written(precision), written(counted(count.right, count.published)), hidden],
      reached: judged(precision.low >= 0.95),
    };
  });
  const says = `${teams} cells for each row: three steps in ten are hard (truth ${hard.truth.toFixed(3)}, reported by 30%), the others not (${fine.truth.toFixed(3)}, 10%). \`ANONYMITY\` asks for the figures; held against: 95% of what is called \`backed\` is hard.`;
  const names = ["people", "precision of `backed`", "recall of published hard steps", "hard, never published"];
  return { title: "Corroboration (M9)", says, names, rows };
}

export function barriers(teams: number): Section {
  const rows: Section["rows"] = [];
  for (const wanted of [0.35, 0.6]) {
    const { way, truth } = calibrate(wanted, block, (centre) => wayAt({ centre }));
    for (const size of sizes) {
      const count = { named: 0, right: 0 };
      for (let team = 0; team < teams; team += 1) {
        const walked = teamOf(way, size, block.to, "barrier", wanted, size, team);
        const { barrier, of } = topBarrier(barrierFacts(walked, watched, block), String(watched), size);
        if (barrier === null || of !== "step") continue;
        count.named += 1;
        if (barrier === "tries_and_fails") count.right += 1;
      }
      const right = counted(count.right, count.named);
      rows.push({
        cells: [size, truth.toFixed(3), written(right), percent(1 - count.named / teams)],
        reached: judged(right.low >= 0.8),
      });
    }
  }
  const says = `${teams} cells for each row; the planted one leads the second by 20 points. Of those that are named for the step, 80% must be right.`;
  return { title: "First barrier (M12)", says, names: ["people", "truth", "right of named", "none named"], rows };
}
