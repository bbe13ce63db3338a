import type { Journey, Progress, Run } from "@waymark/schema";
import { isHeldOut, matchAudience, matchJourney, matchRoles } from "./audience.ts";
import type { Scene } from "./fact.ts";
import { matchPage } from "./match-page.ts";
import { subjectHere } from "./select.ts";
import { hereOf, stepState } from "./step-state.ts";

/** Why a journey is near: it helps on the open page, it is for one of the person's roles, or neither. */
export type LibraryGroup = "page" | "role" | "others";

/** A journey as it lies in the library for one person here and now. */
export interface LibraryEntry {
  journey: Journey;
  group: LibraryGroup;
  /** Whether it is for one of the person's roles, whatever its group. */
  forRole: boolean;
  state: "new" | "begun" | "done";
  /** When the person last did something on it, Unix milliseconds. */
  at: number | null;
}

/** Whether a journey helps on a page: by its own `pages`, its record's page or the page of one of its steps. */
export function fitsPage(journey: Journey, page: string | null): boolean {
  if (page === null) return false;
  const record = typeof journey.per === "object" && journey.per.page ? [journey.per.page] : [];
  // Any record's page will do: which one it is shows only once the way is begun.
  const steps = journey.steps.flatMap((step) => step.do?.open?.replace(/\{[\w.-]+\}/g, ":record") ?? []);
  return [...(journey.pages ?? []), ...record, ...steps].some((pattern) => matchPage(pattern, page) !== null);
}

/** The latest moment of a run: a step begun or settled, or the way itself begun. */
function lastOf(journey: Journey, run: Run | undefined): number | null {
  const states = journey.steps.map((step) => stepState(run, step.id));
  const moments = [run?.began, ...states.flatMap(({ began, completed }) => [began, completed])];
  const known = moments.filter((moment) => typeof moment === "number");
  return known.length > 0 ? Math.max(...known) : null;
}

function entryOf(journey: Journey, progress: Progress, scene: Scene): LibraryEntry {
  const subject = subjectHere(journey, scene);
  const run = subject === null ? undefined : progress.journeys[journey.id]?.[subject];
  const forRole = Boolean(journey.roles?.length) && matchRoles(journey, scene);
  const at = lastOf(journey, run);
  const done = at !== null && hereOf(journey, run) === null;
  return {
    journey,
    group: fitsPage(journey, scene.page) ? "page" : forRole ? "role" : "others",
    forRole,
    state: done ? "done" : at === null ? "new" : "begun",
    at,
  };
}

/**
 * What a person may look up: the journeys that are for them, and all small ones of the library, of other roles too.
 *
 * @param person The host's user id or the device's own: decides hold-outs.
 */
export function libraryOf(
  journeys: readonly Journey[],
  progress: Progress,
  scene: Scene,
  person: string,
): LibraryEntry[] {
  const isOpen = (journey: Journey): boolean =>
    journey.library
      ? !isHeldOut(journey, person, progress.journeys[journey.id]) &&
        (journey.audience === undefined || matchAudience(journey.audience, scene))
      : matchJourney(journey, scene, person, progress.journeys[journey.id]);
  return journeys.filter(isOpen).map((journey) => entryOf(journey, progress, scene));
}

/** Scores of text searches are hardly ever equal: what lies within a quarter of the best counts as equally good. */
const tiers = 4;

/**
 * The order of the library: by text, then what fits the page, then what is for the role, then what was touched last; what
 * is still equal keeps the given order.
 *
 * @param scores How well each journey's text fits, above 0, by id; what is not in it is left out. `null`: nothing was
 *   asked, everything fits alike.
 * @example
 * ```ts
 * rankLibrary(libraryOf(journeys, progress, scene, "u-17"), null)[0]?.journey.title;
 * ```
 */
export function rankLibrary(
  entries: readonly LibraryEntry[],
  scores: ReadonlyMap<string, number> | null,
): LibraryEntry[] {
  const found = scores ? entries.filter(({ journey }) => (scores.get(journey.id) ?? 0) > 0) : entries;
  const best = found.reduce((most, { journey }) => Math.max(most, scores?.get(journey.id) ?? 0), 0);
  const tier = ({ journey }: LibraryEntry): number =>
    best > 0 ? Math.ceil(((scores?.get(journey.id) ?? 0) / best) * tiers) : 0;
  const ranked = found.map((entry) => ({ entry, tier: tier(entry) }));
  ranked.sort(
    (a, b) =>
      b.tier - a.tier ||
      Number(b.entry.group === "page") - Number(a.entry.group === "page") ||
      Number(b.entry.forRole) - Number(a.entry.forRole) ||
      (b.entry.at ?? 0) - (a.entry.at ?? 0),
  );
  return ranked.map(({ entry }) => entry);
}
