// What the intervals, verdicts and forecasts are worth: seeded teams with a known truth (people logit-normal with standard
// deviation 1.5, about three attempts each). `pnpm test:long coverage` prints the tables of docs/metrics.md and fails
// where a figure is outside of its target.
import { ability, type Estimate, forecast, isKnown, shareOfAttempts, standingVerdict, verdictOf, visibleGap, type WeekFact } from "../src/metrics/index.ts";
import { clopperPearson, exactCoverage } from "../test/support/exact.ts";
import { blockEnd, centreFor, chance, drawAttempts, drawTeam, type Planted } from "../test/support/teams.ts";

const teams = 20_000;
const sizes = [12, 20, 40, 60];
const truths = [0.3, 0.6, 0.9];
let failed = 0;

const percent = (share: number): string => (100 * share).toFixed(1);
function row(cells: readonly (string | number)[], good: boolean | string): void {
  const word = typeof good === "string" ? good : good ? "yes" : "NO";
  if (good === false) failed += 1;
  console.log(`| ${[...cells, word].join(" | ")} |`);
}
function head(title: string, names: readonly string[]): void {
  console.log(`\n${title}\n\n| ${names.join(" | ")} |\n|${names.map(() => " --- |").join("")}`);
}

function covers(estimate: Estimate, truth: number): boolean {
  return isKnown(estimate) && estimate.interval[0] <= truth && (estimate.interval[1] ?? 1) >= truth;
}

function tallies(team: readonly number[], random: ReturnType<typeof chance>): { hits: number; of: number }[] {
  const own = new Map<string, { hits: number; of: number }>();
  for (const { person, helped } of drawAttempts(team, random)) {
    const { hits, of } = own.get(person) ?? { hits: 0, of: 0 };
    own.set(person, { hits: hits + (helped ? 0 : 1), of: of + 1 });
  }
  return [...own.values()];
}

/** One face per team size and truth: how often the interval holds the parameter. */
function coverage(planted: Planted): void {
  const title = planted === "people" ? "Ability (M3): shares of people" : "Shares of attempts, clustered by person";
  head(title, ["people", "truth", "held", "99% interval", "exact", "within"]);
  for (const size of sizes) {
    for (const truth of truths) {
      const centre = centreFor(truth, planted);
      const random = chance(size * 1000 + truth * 100);
      let held = 0;
      for (let i = 0; i < teams; i += 1) {
        const team = drawTeam(size, centre, random);
        const found =
          planted === "people" ? ability(drawAttempts(team, random), blockEnd) : shareOfAttempts(tallies(team, random));
        if (covers(found, truth)) held += 1;
      }
      const [low, high] = clopperPearson(held, teams);
      const exact = planted === "people" ? exactCoverage(size, truth) : null;
      const inBand = size < 20 ? low >= 0.88 : low >= 0.85 && high <= 0.95;
      // 20 people at 0.9: no interval of counts from 0 to 20 holds 0.9 in between 86.7% and 95.7%. Ours takes the more.
      const discrete = !inBand && exact !== null && exact > 0.95 && low <= exact && exact <= high;
      const cells = [size, truth, percent(held / teams), `${percent(low)} to ${percent(high)}`];
      row([...cells, exact === null ? "" : percent(exact)], discrete ? "above: counts are whole" : inBand);
    }
  }
}

/** How often a team is ever called behind in twelve weeks. */
function everBehind(size: number, plan: number, truth: number, seed: number): number {
  const centre = centreFor(truth, "people");
  const random = chance(seed);
  let behind = 0;
  for (let i = 0; i < teams; i += 1) {
    const team = drawTeam(size, centre, random);
    const blocks = [1, 2, 3].map(() => verdictOf(ability(drawAttempts(team, random), blockEnd), plan));
    if ([1, 2, 3].some((count) => standingVerdict(blocks.slice(0, count)) === "behind")) behind += 1;
  }
  return behind;
}

function verdicts(): void {
  head("Called behind within twelve weeks", ["people", "plan", "truth", "called", "99% interval", "target", "within"]);
  const gaps: Record<number, number> = { 20: 35, 40: 27, 60: 24 };
  for (const size of sizes) {
    for (const plan of [0.6, 0.8, 0.9]) {
      for (const [below, most] of [[0, 0.05], [0.1, 0.15]] as const) {
        const called = everBehind(size, plan, plan - below, size + plan * 10 + below * 100);
        const [low, high] = clopperPearson(called, teams);
        const cells = [size, plan, (plan - below).toFixed(2), percent(called / teams), `${percent(low)} to ${percent(high)}`];
        row([...cells, `at most ${percent(most)}`], high <= most);
      }
    }
    const gap = gaps[size];
    if (gap === undefined) continue;
    const called = everBehind(size, 0.8, 0.8 - gap / 100, size + 7);
    const [low, high] = clopperPearson(called, teams);
    const said = visibleGap(size, 0.8);
    const cells = [size, 0.8, (0.8 - gap / 100).toFixed(2), percent(called / teams), `${percent(low)} to ${percent(high)}`];
    row([...cells, `80.0 or more; one block shows ${said} points`], high >= 0.8);
  }
}

/** Weeks of a team whose log-odds climb by so much a week, and stop after `stop` weeks. */
function weeksOf(size: number, from: number, slope: number, stop: number, now: number, seed: number): WeekFact[] {
  const random = chance(seed);
  const people = Array.from({ length: size }, () => 1.5 * random.normal());
  const facts: WeekFact[] = [];
  for (const step of ["a", "b", "c", "d"]) {
    const own = 0.03 * random.normal();
    for (let week = 1; week <= now; week += 1) {
      people.forEach((person, index) => {
        if (random.uniform() > 0.7) return;
        const log = from + (slope + (step === "a" ? 0 : own)) * Math.min(week, stop) + person;
        facts.push({ person: `p${index}`, step, week, alone: random.uniform() < 1 / (1 + Math.exp(-log)) });
      });
    }
  }
  return facts;
}

/** The mean share of people at a centre, and the week in which it is at the goal. */
function arrival(from: number, slope: number, stop: number, goal: number): number {
  const centre = centreFor(goal, "attempts");
  const week = slope <= 0 ? Number.POSITIVE_INFINITY : (centre - from) / slope;
  return week <= stop ? week : Number.POSITIVE_INFINITY;
}

function forecasts(): void {
  const names = ["course", "people", "dates", "date held", "not at this pace", "rightly", "too early", "within"];
  head("Forecasts (M13) after twelve weeks, goal 0.8; 26 weeks ahead", names);
  const runs = 150;
  const now = 12;
  const courses = [
    { name: "climbs, arrives in week 20", from: -0.8, slope: 0.145, stop: 99 },
    { name: "climbs, arrives in week 32", from: -0.8, slope: 0.0905, stop: 99 },
    { name: "flat", from: -0.3, slope: 0, stop: 99 },
    { name: "stopped in week 6", from: -1.4, slope: 0.22, stop: 6 },
  ];
  for (const { name, from, slope, stop } of courses) {
    for (const size of [20, 60]) {
      const truth = arrival(from, slope, stop, 0.8);
      const said = { date: 0, held: 0, pace: 0, early: 0 };
      for (let i = 0; i < runs; i += 1) {
        const found = forecast(weeksOf(size, from, slope, stop, now, size * 10_000 + i), { step: "a", share: 0.8, now }, i + 1);
        if (found.says === "date") {
          said.date += 1;
          if (found.interval[0] <= truth && (found.interval[1] ?? Number.POSITIVE_INFINITY) >= truth) said.held += 1;
        } else if (found.says === "not_at_this_pace") said.pace += 1;
        else said.early += 1;
      }
      const late = truth > now + 26;
      const [, heldHigh] = said.date > 0 ? clopperPearson(said.held, said.date) : [0, 1];
      const [wrongLow] = clopperPearson(late ? said.date - said.held : said.pace, runs);
      const cells = [name, size, said.date, said.date > 0 ? percent(said.held / said.date) : "", said.pace];
      const rightly = said.pace === 0 ? "" : late ? "all" : "none";
      row([...cells, rightly, said.early], late ? wrongLow <= 0.1 : heldHigh >= 0.85 && wrongLow <= 0.05);
    }
  }
}

console.log(`${teams} teams for each figure`);
coverage("people");
coverage("attempts");
verdicts();
forecasts();
console.log(failed === 0 ? "\nall within" : `\n${failed} outside`);
process.exitCode = failed === 0 ? 0 : 1;
