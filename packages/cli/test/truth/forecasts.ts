import { type Forecast, forecast, standingOfPeople, type WeekFact } from "@waymark/engine/metrics";
import { blockWeeks, weekMs } from "../../src/simulate/clock.ts";
import { attemptsIn } from "../../src/simulate/seen.ts";
import { arrivalOf } from "../../src/simulate/truth.ts";
import type { Walked } from "../../src/simulate/walk.ts";
import { calibrate, teamOf, watched, wayAt } from "./crowds.ts";
import { counted, judged, percent, type Section, written } from "./report.ts";

const now = 12;
const goal = 0.8;
const endless = Number.POSITIVE_INFINITY;

/** Ability in the last four weeks, log-odds a week, and the week in which learning ends. */
const courses = [
  { name: "climbs fast", at: 0.66, climb: 0.15, levels: endless },
  { name: "climbs slowly", at: 0.6, climb: 0.07, levels: endless },
  { name: "flat", at: 0.45, climb: 0, levels: endless },
  { name: "plateau since week 6", at: 0.55, climb: 0.22, levels: 6 },
] as const;

/** Who did it mostly alone in the four weeks up to the end of each week in which an attempt of theirs closed. */
function weeksOf(team: readonly Walked[]): WeekFact[] {
  return team.flatMap((walked, at) =>
    walked.deeds.length === 0
      ? []
      : [0, 1, 2, 3].flatMap((step) => {
          const facts: WeekFact[] = [];
          for (let week = 1; week <= now; week += 1) {
            const person = `p${at}`;
            if (attemptsIn(walked, person, step, { from: week - 1, to: week }).length === 0) continue;
            const attempts = attemptsIn(walked, person, step, { from: week - blockWeeks, to: week });
            const alone = standingOfPeople(attempts, week * weekMs).get(person);
            if (alone !== undefined) facts.push({ person, step: String(step), week, alone });
          }
          return facts;
        }),
  );
}

const holdsTruth = (found: Forecast, truth: number): boolean =>
  found.says === "date" && found.interval[0] <= truth && (found.interval[1] ?? endless) >= truth;

export function forecasts(teams: number): Section {
  const rows: Section["rows"] = [];
  for (const { name, at, climb, levels } of courses) {
    const { way } = calibrate(at, { from: 8, to: 12 }, (centre) => wayAt({ centre, climb, levels }, { leaves: 0 }));
    const arrives = arrivalOf(way, watched, goal, now, 1);
    const truth = arrives ?? endless;
    for (const size of [20, 40, 60]) {
      const found = Array.from({ length: teams }, (_, team) =>
        forecast(
          weeksOf(teamOf(way, size, now, "forecast", name, size, team)),
          { step: String(watched), share: goal, now },
          team + 1,
        ),
      );
      const dates = found.filter(({ says }) => says === "date");
      const held = counted(dates.filter((each) => holdsTruth(each, truth)).length, dates.length);
      const pace = counted(found.filter(({ says }) => says === "not_at_this_pace").length, teams);
      const issued = counted(dates.length, teams);
      const good = arrives === null ? issued.low <= 0.25 : held.high >= 0.85 && pace.low <= 0.05;
      const early = percent(1 - issued.share - pace.share);
      const cells = [
        name,
        size,
        arrives === null ? "never" : `week ${arrives}`,
        written(issued),
        written(held),
        written(pace),
        early,
      ];
      rows.push({ cells, reached: judged(good) });
    }
  }
  const says = `${teams} teams for each row after twelve weeks, goal 0.8. Where people arrive: dates that were issued hold the true week in 85% or more, and "not at this pace" is wrong in at most 5%; where they never do within 26 weeks, a date is issued in a quarter at most. A row misses where the 99% interval rules the target out.`;
  const names = [
    "course",
    "people",
    "arrives",
    "date issued",
    "of them hold the truth",
    "not at this pace",
    "too early",
  ];
  return { title: "Forecast (M13)", says, names, rows };
}
