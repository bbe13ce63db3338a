import type { Journey, Progress, Run, Runs } from "@waymark/schema";
import { matchJourney } from "./audience.ts";
import type { Scene } from "./fact.ts";
import { hereOf } from "./step-state.ts";
import { subjectKey, subjectTypeOf } from "./subject.ts";

/** The record a per-record journey is about on this page, in wire form; `""` for the person's own. */
export function subjectHere(journey: Journey, scene: Scene): string | null {
  const type = subjectTypeOf(journey);
  if (type === null) return "";
  const id = scene.current[type];
  return id === undefined ? null : subjectKey(type, id);
}

/** Hidden by the person until later, or for good. */
export function isHidden(run: Run | undefined, now: number): boolean {
  const until = run?.hidden?.until;
  return until === null || (until !== undefined && until > now);
}

/** Lower comes first: this record's way, what is under way, what is new, what is finished, what was hidden. */
function rank(journey: Journey, runs: Runs, scene: Scene, now: number): number {
  if (isHidden(runs[""], now)) return 5;
  const subject = subjectHere(journey, scene);
  const run = subject === null ? undefined : runs[subject];
  if (hereOf(journey, run) === null) return 4;
  if (subject !== null && subject !== "") return 0;
  if (run?.began !== undefined) return 1;
  return subject === null ? 3 : 2;
}

/** In the library until the person begins it; once the way is finished it lies there again. */
export function isShelved(journey: Journey, runs: Runs): boolean {
  const underWay = Object.values(runs).some((run) => run.began !== undefined && hereOf(journey, run) !== null);
  return journey.library === true && !underWay;
}

/**
 * The journeys for this person here and now, the one to show first first. Ties keep the given order. Journeys of the library are
 * among them while they are under way.
 *
 * @param person The host's user id or the device's own: decides hold-outs.
 */
export function selectJourneys(
  journeys: readonly Journey[],
  progress: Progress,
  scene: Scene,
  person: string,
  now: number,
): Journey[] {
  return journeys
    .filter((journey) => !isShelved(journey, progress.journeys[journey.id] ?? {}))
    .filter((journey) => matchJourney(journey, scene, person, progress.journeys[journey.id]))
    .map((journey) => ({ journey, rank: rank(journey, progress.journeys[journey.id] ?? {}, scene, now) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ journey }) => journey);
}
