// `pnpm test:long experiments`: experiments with a known effect, looked at every week. Prints how often any look left out the
// truth, and how often the effect was found; ends with 1 where the truth is left out by more than 10% beyond chance.
import { binomialUpTo, holdoutEffect } from "../src/metrics/index.ts";
import { type Watching, watchExperiments } from "../test/support/experiments.ts";

const experiments = 2000;
const cases: readonly Omit<Watching, "experiments" | "seed">[] = [0.1, 0.5].flatMap((share) =>
  [4, 12, 60].flatMap((weekly) =>
    [
      [0.1, 0],
      [0.4, 0],
      [0.4, 0.1],
      [0.4, 0.3],
      [0.9, 0],
    ].map(([held = 0, effect = 0]) => ({ weeks: 52, weekly, share, held, effect })),
  ),
);

let failed = 0;
const percent = (count: number): string => ((100 * count) / experiments).toFixed(1);
console.log(
  "share held out | people a week | held, effect | truth ever left out | effect ever called | at the end | detectable at the end",
);
cases.forEach((each, at) => {
  const { everWrong, everCalled, lastCalled } = watchExperiments({ ...each, experiments, seed: at + 1 });
  // More than this would come by chance once in a thousand, were the error 10%.
  const good = 1 - binomialUpTo(everWrong - 1, experiments, 0.1) > 0.001;
  if (!good) failed += 1;
  const people = each.weekly * each.weeks;
  const of = (share: number) => ({
    people: Math.round(people * share),
    reached: Math.round(people * share * each.held),
  });
  const { detectable } = holdoutEffect(of(1 - each.share), of(each.share), each.share);
  const points = detectable === null ? "none" : (100 * detectable).toFixed(0);
  const cells = [each.share, each.weekly, `${each.held} ${each.effect}`, percent(everWrong), percent(everCalled)];
  console.log([...cells, percent(lastCalled), points].join(" | "), good ? "" : "TOO OFTEN");
});
process.exit(failed === 0 ? 0 : 1);
