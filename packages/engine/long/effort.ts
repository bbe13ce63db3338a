// How often a step whose true effort is known is `backed` by effort: seeded teams. `pnpm test:long effort` prints a table of
// docs/metrics.md and fails where a step at the limit is called in more than one team of twenty, or one far above it in too few.
import { corroborate, effort, effortLimit, effortOfPerson, missing } from "../src/metrics/index.ts";
import { clopperPearson } from "../test/support/exact.ts";
import { between, openTable, percent } from "../test/support/table.ts";
import { chance } from "../test/support/teams.ts";

const teams = 4000;
const crowd = 20_000;
const sizes = [12, 20, 40, 60];
const truths = [20, 30, effortLimit, 50, 60];
const minute = 60_000;
const table = openTable();

type Random = ReturnType<typeof chance>;

/** One person's three attempts: times lie log-normal around a factor of what was stated, errors come with long ones. */
function attemptsOf(factor: number, random: Random): Parameters<typeof effortOfPerson>[0] {
  const own = factor * Math.exp(0.5 * random.normal());
  return Array.from({ length: 3 }, () => {
    const time = own * Math.exp(0.4 * random.normal());
    return { activeMs: time * minute, failed: time > 3 && random.uniform() < 0.5 ? 3 : 0, backtracks: 0 };
  });
}

/** The factor at which people like these have such an effort. */
function factorFor(truth: number): number {
  let [low, high] = [0.3, 20];
  for (let i = 0; i < 20; i += 1) {
    const middle = (low + high) / 2;
    const random = chance(1);
    let sum = 0;
    for (let person = 0; person < crowd; person += 1) sum += effortOfPerson(attemptsOf(middle, random), minute) ?? 0;
    if (sum / crowd < truth) low = middle;
    else high = middle;
  }
  return high;
}

table.head("How often a step of such a true effort is backed, percent", [
  ...["people", "true effort", "times what was stated", "backed", "of all such teams", "within"],
]);
for (const truth of truths) {
  const factor = factorFor(truth);
  for (const size of sizes) {
    const random = chance(size + truth);
    let backed = 0;
    for (let team = 0; team < teams; team += 1) {
      const people = Array.from({ length: size }, () => ({ attempts: attemptsOf(factor, random), ease: [] }));
      if (corroborate(missing("too_few"), effort(people, minute).behaviour, effortLimit).says === "backed") backed += 1;
    }
    const [low, high] = clopperPearson(backed, teams);
    const asItShould = truth > effortLimit ? truth < 60 || size < 40 || high >= 0.8 : low <= 0.07;
    table.row([size, truth, factor.toFixed(1), percent(backed / teams), between([low, high])], asItShould);
  }
}
table.close();
