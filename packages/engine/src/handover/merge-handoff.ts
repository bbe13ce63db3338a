import type { Handoff, Stamp } from "@waymark/schema";

/** Where a hand-over stands. */
export type HandoffState = "offered" | "withdrawn" | "accepted" | "returned";

/**
 * The state a hand-over's parts say. It only ever goes forward, so that copies agree whatever order news come in; somebody
 * who took it over beats a withdrawal, since they are at work already.
 */
export function handoffState(handoff: Handoff): HandoffState {
  if (handoff.returned) return "returned";
  if (handoff.accepted) return "accepted";
  return handoff.withdrawn ? "withdrawn" : "offered";
}

/** What the collector took comes before what it has not, then the earlier, then the text that sorts first. */
function comesFirst<T extends Stamp>(a: T, b: T, text: (value: T) => string): boolean {
  const first = (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY);
  if (first < 0 || first > 0) return first < 0;
  if (a.at !== b.at) return a.at < b.at;
  return text(a) <= text(b);
}

function earlier<T extends Stamp>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return comesFirst(a, b, JSON.stringify) ? a : b;
}

/** What never changes about a hand-over. */
function offerOf({ withdrawn: _, accepted: __, returned: ___, ...offer }: Handoff): Handoff {
  return offer;
}

/**
 * Joins two copies of one hand-over: commutative, associative and idempotent. Of two acceptances the first one holds, by
 * the order in which the collector took them; one that is not confirmed gives way to one that is.
 */
export function mergeHandoff(a: Handoff, b: Handoff): Handoff {
  const [left, right] = [offerOf(a), offerOf(b)];
  const isLeft = comesFirst(left.offered, right.offered, (stamp) =>
    JSON.stringify(stamp === left.offered ? left : right),
  );
  const merged = { ...(isLeft ? left : right) };
  const withdrawn = earlier(a.withdrawn, b.withdrawn);
  const accepted = earlier(a.accepted, b.accepted);
  const returned = earlier(a.returned, b.returned);
  if (withdrawn) merged.withdrawn = withdrawn;
  if (accepted) merged.accepted = accepted;
  if (returned) merged.returned = returned;
  return merged;
}

/** Joins two lists by id; in the order of their ids, which grow with time. */
export function mergeHandoffs(a: readonly Handoff[], b: readonly Handoff[]): Handoff[] {
  const merged = new Map<string, Handoff>();
  for (const handoff of [...a, ...b]) {
    const known = merged.get(handoff.id);
    merged.set(handoff.id, known ? mergeHandoff(known, handoff) : handoff);
  }
  return [...merged.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
