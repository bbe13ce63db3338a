import type { Handoff, Journey, Party, Progress, Thanks } from "@waymark/schema";
import { stepState } from "../step-state.ts";
import { isFrom } from "./due.ts";
import { handoffState } from "./merge-handoff.ts";

/** One hand-over of the person's own, as its row says it. `usual` in ms, `null` where too little is known. */
export type HandoverRow = { handoff: Handoff } & (
  | { kind: "waiting"; since: number; usual: number | null }
  | { kind: "taken"; by: Party; at: number }
  | { kind: "back"; by: Party; reason: string }
);

/** Who stands at a station: somebody it goes to, or somebody it came from. */
export interface Neighbour {
  step: string;
  party: Party;
  /** `later`: it goes there once the step is done. `waits`: they wait for the person. `has`: they have it. `gave`: it came from them. */
  kind: "later" | "waits" | "has" | "gave";
}

/** Fewer say nothing about what is usual. */
const fewest = 3;

/** How long a role usually takes to take over what this person offers: the median of their own hand-overs, ms. */
export function usualWait(known: readonly Handoff[], role: string): number | null {
  const waits = known
    .flatMap(({ from, to, offered, accepted }) =>
      from.me && to.role === role && accepted ? [accepted.at - offered.at] : [],
    )
    .sort((a, b) => a - b);
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  return waits.length < fewest || middle === undefined ? null : Math.max(middle, 0);
}

/** The person's own hand-over of the step's present attempt, or the one that came back and opened it. */
function ownOf(
  journey: string,
  step: string,
  subject: string,
  progress: Progress,
  known: readonly Handoff[],
): Handoff | undefined {
  const { attempt } = stepState(progress.journeys[journey]?.[subject], step);
  const find = (of: number): Handoff | undefined =>
    known.find((each) => isFrom(each, { journey, step, subject, attempt: of }));
  const present = find(attempt);
  if (present) return present;
  const before = find(attempt - 1);
  return before && handoffState(before) === "returned" ? before : undefined;
}

function rowOf(handoff: Handoff, known: readonly Handoff[]): HandoverRow | null {
  const { returned, accepted } = handoff;
  if (returned) return { kind: "back", handoff, by: returned.by, reason: returned.reason };
  if (accepted) return { kind: "taken", handoff, by: accepted.by, at: accepted.at };
  if (handoff.withdrawn) return null;
  return { kind: "waiting", handoff, since: handoff.offered.at, usual: usualWait(known, handoff.to.role) };
}

/** What the person should know of their hand-overs on one way. */
export function handoverRows(
  journey: Pick<Journey, "id" | "steps">,
  subject: string,
  progress: Progress,
  known: readonly Handoff[],
): HandoverRow[] {
  return journey.steps
    .filter(({ handoff }) => handoff !== undefined)
    .flatMap(({ id }) => ownOf(journey.id, id, subject, progress, known) ?? [])
    .flatMap((handoff) => rowOf(handoff, known) ?? []);
}

/** Where this person's way begins for what somebody hands to them. */
function cameFrom(journey: Journey, subject: string, known: readonly Handoff[]): Neighbour[] {
  return known
    .filter(({ onward, ...each }) => onward?.journey === journey.id && each.subject === subject && !each.from.me)
    .filter((each) => handoffState(each) === "offered" || (each.accepted?.by.me && !each.returned))
    .map(({ onward, from, accepted }) => ({
      step: journey.steps.find(({ id }) => id === onward?.step)?.id ?? journey.steps[0]?.id ?? "",
      party: from,
      kind: accepted ? "gave" : "waits",
    }));
}

/** Who the person has to do with on one way: one chip for each role, at the station where they meet. */
export function neighboursOf(
  journey: Journey,
  subject: string,
  progress: Progress,
  known: readonly Handoff[],
): Neighbour[] {
  const onward = journey.steps.flatMap(({ id: step, handoff }): Neighbour[] => {
    if (!handoff) return [];
    const own = ownOf(journey.id, step, subject, progress, known);
    const party = own?.returned?.by ?? own?.accepted?.by ?? own?.to ?? { role: handoff.role };
    if (own?.returned) return [{ step, party, kind: "waits" }];
    return [{ step, party, kind: own?.accepted ? "has" : "later" }];
  });
  const one = new Map<string, Neighbour>();
  for (const each of [...cameFrom(journey, subject, known), ...onward]) {
    if (!one.has(each.party.role)) one.set(each.party.role, each);
  }
  return [...one.values()];
}

/** What is offered to the person's roles, the oldest first. */
export function incomingOffers(known: readonly Handoff[]): Handoff[] {
  return known
    .filter((each) => !each.from.me && handoffState(each) === "offered")
    .sort((a, b) => a.offered.at - b.offered.at);
}

/** What the person took over and has not given back, the latest first. */
export function takenOver(known: readonly Handoff[]): Handoff[] {
  return known
    .filter((each) => each.accepted?.by.me && !each.returned)
    .sort((a, b) => (b.accepted?.at ?? 0) - (a.accepted?.at ?? 0));
}

/**
 * The hand-over to offer a thank-you for, or `null`: the latest that somebody else took over, once each.
 *
 * @param asked Ids that the person was asked about before.
 */
export function dueThanks(
  known: readonly Handoff[],
  thanks: readonly Thanks[],
  asked: readonly string[],
): Handoff | null {
  const due = known.filter(
    ({ id, from, accepted, returned }) =>
      from.me &&
      accepted &&
      !accepted.by.me &&
      !returned &&
      !asked.includes(id) &&
      !thanks.some(({ handoff }) => handoff === id),
  );
  return due.sort((a, b) => (b.accepted?.at ?? 0) - (a.accepted?.at ?? 0))[0] ?? null;
}

/** A stretch of time in the largest unit that counts at least one of it. */
export function inWords(ms: number): { unit: "minutes" | "hours" | "days"; n: number } {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return { unit: "minutes", n: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 24 ? { unit: "hours", n: hours } : { unit: "days", n: Math.round(hours / 24) };
}

/** Two letters for a round chip: of the name, else of the role. */
export function initialsOf({ name, title, role }: Party): string {
  const words = (name || title || role).split(/[\s-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
