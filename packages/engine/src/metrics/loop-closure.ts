import type { Estimate } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";
import { shareBy, timeUntil } from "./survival.ts";

/** A report as it was released. Moments are Unix milliseconds. */
export interface Released {
  at: number;
  /** The first answer; `null`: none yet. */
  answered: number | null;
}

/** M19. */
export interface LoopClosure {
  /** Days from release to the first answer; who still waits counts as waiting. */
  medianDays: Estimate;
  answeredBy14: Estimate;
  /** Of the reporters who said whether the answer helped, those whom it did. */
  helped: Estimate;
}

const dayMs = 86_400_000;

/**
 * M19, whether reports are answered: Kaplan-Meier from release to the first answer. `people` of the first two are reports:
 * who is behind one is not known.
 *
 * @param helped Ratings of answers: yes, of all.
 * @param now Unix milliseconds.
 */
export function loopClosure(
  reports: readonly Released[],
  helped: { yes: number; of: number },
  now: number,
): LoopClosure {
  const watched = reports
    .filter(({ at }) => at <= now)
    .map(({ at, answered }) => {
      const happened = answered !== null && answered <= now;
      return { time: ((happened ? answered : now) - at) / dayMs, happened };
    });
  return {
    medianDays: timeUntil(watched, 0.5),
    answeredBy14: shareBy(watched, 14),
    helped: shareOfPeople(helped.yes, helped.of),
  };
}
