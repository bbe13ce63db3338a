import { type Arm, isPossibleEffect, seeded } from "../../src/metrics/index.ts";

/** Experiments with a known effect, each looked at every week. */
export interface Watching {
  experiments: number;
  weeks: number;
  /** People who come each week, both arms together. */
  weekly: number;
  /** Of them held out. */
  share: number;
  /** Share of those held out who reach the value, and what the journey adds to it. */
  held: number;
  effect: number;
  seed: number;
}

/** How many experiments: in which some look left out the truth; in which some look, and the last one, left out nought. */
export interface Watched {
  everWrong: number;
  everCalled: number;
  lastCalled: number;
}

/** Draws them in memory, by seed. */
export function watchExperiments(it: Watching): Watched {
  const random = seeded(it.seed);
  const watched: Watched = { everWrong: 0, everCalled: 0, lastCalled: 0 };
  for (let experiment = 0; experiment < it.experiments; experiment += 1) {
    const arms: Record<"shown" | "held", Arm> = { shown: { people: 0, reached: 0 }, held: { people: 0, reached: 0 } };
    let [wrong, called, last] = [false, false, false];
    for (let week = 0; week < it.weeks; week += 1) {
      for (let person = 0; person < it.weekly; person += 1) {
        const name = random() < it.share ? "held" : "shown";
        arms[name].people += 1;
        if (random() < (name === "held" ? it.held : it.held + it.effect)) arms[name].reached += 1;
      }
      wrong ||= !isPossibleEffect(arms.shown, arms.held, it.effect);
      last = !isPossibleEffect(arms.shown, arms.held, 0);
      called ||= last;
    }
    watched.everWrong += wrong ? 1 : 0;
    watched.everCalled += called ? 1 : 0;
    watched.lastCalled += last ? 1 : 0;
  }
  return watched;
}
