// How often what stands beside a report, and the barrier that is named, are right: seeded teams with a planted truth.
// `pnpm test:long findings` prints tables of docs/metrics.md and fails where a figure is outside of its target.
import { ability, type BarrierFact, corroborate, missing, topBarrier } from "../src/metrics/index.ts";
import { clopperPearson } from "../test/support/exact.ts";
import { between, openTable, percent } from "../test/support/table.ts";
import { blockEnd, centreFor, chance, drawAttempts, drawTeam } from "../test/support/teams.ts";

const cells = 10_000;
const sizes = [20, 40, 60];
const floor = 5;
const table = openTable();

/** Three steps in ten are hard: 0.35 of people do them alone and 30% report them; at the others 0.8 and 10%. */
const hard = { share: 0.3, truth: 0.35, reports: 0.3 };
const fine = { truth: 0.8, reports: 0.1 };

/** Of published cells: how many that are `backed` are hard, and how many that are hard are `backed`. */
function corroboration(size: number): void {
  const centres = { hard: centreFor(hard.truth, "people"), fine: centreFor(fine.truth, "people") };
  const random = chance(size);
  const count = { hard: 0, hidden: 0, published: 0, backed: 0, right: 0 };
  for (let i = 0; i < cells; i += 1) {
    const isHard = random.uniform() < hard.share;
    const team = drawTeam(size, isHard ? centres.hard : centres.fine, random);
    const rate = isHard ? hard.reports : fine.reports;
    const reports = team.filter(() => random.uniform() < rate).length;
    const shown = reports >= floor && size - reports >= floor;
    if (isHard) count.hard += 1;
    if (isHard && !shown) count.hidden += 1;
    if (!shown) continue;
    if (isHard) count.published += 1;
    const { says } = corroborate(ability(drawAttempts(team, random), blockEnd), missing("no_reference"), null);
    if (says === "backed") count.backed += 1;
    if (says === "backed" && isHard) count.right += 1;
  }
  const precision = clopperPearson(count.right, count.backed);
  const recall = clopperPearson(count.right, count.published);
  const shares = [percent(count.right / count.backed), between(precision), percent(count.right / count.published)];
  table.row([size, ...shares, between(recall), percent(count.hidden / count.hard)], precision[0] >= 0.95);
}

/** What stands in people's way: the first leads the second by 20 points. */
const planted = [
  { barrier: "tries_and_fails", share: 0.45 },
  { barrier: "not_clear", share: 0.25 },
  { barrier: "opens_help", share: 0.2 },
  { barrier: "blocked", share: 0.1 },
] as const;

function draw(uniform: number): BarrierFact["barrier"] {
  let rest = uniform;
  for (const { barrier, share } of planted) {
    if (rest < share) return barrier;
    rest -= share;
  }
  return "blocked";
}

/** Of cells in which a barrier is named: how often it is the one that was planted. */
function barriers(size: number): void {
  const random = chance(size + 1);
  const count = { named: 0, right: 0 };
  for (let i = 0; i < cells; i += 1) {
    // Seven in ten met one.
    const facts = Array.from({ length: size }, (_, person) => ({
      person: `p${person}`,
      step: "a",
      barrier: draw(random.uniform()),
    }));
    const { barrier } = topBarrier(
      facts.filter(() => random.uniform() < 0.7),
      "a",
      size,
    );
    if (barrier !== null) count.named += 1;
    if (barrier === "tries_and_fails") count.right += 1;
  }
  const right = clopperPearson(count.right, count.named);
  table.row(
    [size, percent(count.right / count.named), between(right), percent(1 - count.named / cells)],
    right[0] >= 0.8,
  );
}

console.log(`${cells} cells for each row`);
table.head(
  "Corroboration (M9): hard steps 0.35 alone, reported by 30%; three in ten are hard; others 0.8, reported by 10%",
  ["people", "precision", "99% interval", "recall of published", "99% interval", "hard but never published", "within"],
);
for (const size of sizes) corroboration(size);
const names = ["people", "right of named", "99% interval", "none named", "within"];
table.head("First barrier (M12): the planted one leads by 20 points", names);
for (const size of sizes) barriers(size);
table.close();
