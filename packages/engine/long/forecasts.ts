// What forecasts (M13) are worth: seeded teams whose course is known. `pnpm test:long forecasts` prints a table of
// docs/metrics.md and fails where a figure is outside of its target.
import { type Forecast, forecast, type WeekFact } from "../src/metrics/index.ts";
import { clopperPearson } from "../test/support/exact.ts";
import { openTable, percent } from "../test/support/table.ts";
import { centreFor, chance } from "../test/support/teams.ts";

const runs = 200;
const now = 12;
const horizon = 26;
const goal = 0.8;
const table = openTable();

/** Log-odds of people's centre: where they begin, how much they climb in a week, and until when. */
interface Planted {
  name: string;
  from: number;
  slope: number;
  stop: number;
}

const courses: Planted[] = [
  { name: "arrives in week 20", from: -0.8, slope: 0.145, stop: 99 },
  { name: "arrives in week 32", from: -0.8, slope: 0.0905, stop: 99 },
  { name: "flat", from: -0.3, slope: 0, stop: 99 },
  { name: "stopped in week 6", from: -1.4, slope: 0.22, stop: 6 },
];

/** Four steps that climb alike but for a little; in a week seven in ten people are active at each. */
function weeksOf(size: number, { from, slope, stop }: Planted, seed: number): WeekFact[] {
  const random = chance(seed);
  const people = Array.from({ length: size }, () => 1.5 * random.normal());
  const facts: WeekFact[] = [];
  for (const step of ["a", "b", "c", "d"]) {
    const climb = slope + (step === "a" ? 0 : 0.03 * random.normal());
    for (let week = 1; week <= now; week += 1) {
      people.forEach((person, index) => {
        if (random.uniform() > 0.7) return;
        const log = from + climb * Math.min(week, stop) + person;
        facts.push({ person: `p${index}`, step, week, alone: random.uniform() < 1 / (1 + Math.exp(-log)) });
      });
    }
  }
  return facts;
}

/** The week in which the share of people is at the goal. */
function arrival({ from, slope, stop }: Planted): number {
  const week = slope <= 0 ? Number.POSITIVE_INFINITY : (centreFor(goal, "attempts") - from) / slope;
  return week <= stop ? week : Number.POSITIVE_INFINITY;
}

function isHeld(found: Forecast, truth: number): boolean {
  return (
    found.says === "date" && found.interval[0] <= truth && (found.interval[1] ?? Number.POSITIVE_INFINITY) >= truth
  );
}

/**
 * Dates that were issued hold the truth in 85% or more; "not at this pace" is wrong in 5% at most; a course that never
 * arrives gets a date in a quarter at most.
 */
function judge(found: readonly Forecast[], truth: number): boolean {
  const dates = found.filter(({ says }) => says === "date");
  if (truth > now + horizon) return clopperPearson(dates.length, runs)[0] <= 1 / 4;
  const pace = found.filter(({ says }) => says === "not_at_this_pace").length;
  const held = dates.filter((each) => isHeld(each, truth)).length;
  return clopperPearson(held, Math.max(1, dates.length))[1] >= 0.85 && clopperPearson(pace, runs)[0] <= 0.05;
}

function score(planted: Planted, size: number): void {
  const truth = arrival(planted);
  const found = Array.from({ length: runs }, (_, i) =>
    forecast(weeksOf(size, planted, size * 10_000 + i), { step: "a", share: goal, now }, i + 1),
  );
  const count = (says: Forecast["says"]): number => found.filter((each) => each.says === says).length;
  const held = found.filter((each) => isHeld(each, truth)).length;
  const open = found.filter((each) => each.says === "date" && each.interval[1] === null).length;
  const dates = count("date");
  const cells = [
    planted.name,
    size,
    percent(dates / runs),
    dates > 0 ? percent(held / dates) : "",
    percent(open / runs),
  ];
  table.row(
    [...cells, percent(count("not_at_this_pace") / runs), percent(count("too_early") / runs)],
    judge(found, truth),
  );
}

console.log(`${runs} teams for each row`);
const names = ["course", "people", "dates", "held the truth", "open end", "not at this pace", "too early", "within"];
table.head("Forecasts after twelve weeks, goal 0.8, up to 26 weeks ahead; percent of teams", names);
for (const planted of courses) for (const size of [20, 40, 60]) score(planted, size);
table.close();
