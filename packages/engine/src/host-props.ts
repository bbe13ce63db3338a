import type { Journey, Scalar } from "@waymark/schema";
import { leavesOf } from "./leaf.ts";

/** The host's events that may leave the page, or be kept, each with the props that a `where` reads. Nothing else is. */
export type AllowedEvents = ReadonlyMap<string, ReadonlySet<string>>;

/** What journeys read of the host's events. */
export function allowedEvents(journeys: readonly Journey[]): AllowedEvents {
  const allowed = new Map<string, Set<string>>();
  const allow = (event: string, where: object | undefined): void => {
    const keys = allowed.get(event) ?? new Set<string>();
    for (const key of Object.keys(where ?? {})) keys.add(key);
    allowed.set(event, keys);
  };
  for (const journey of journeys) {
    if (journey.value) allow(journey.value.event, journey.value.where);
    for (const core of journey.core ?? []) allow(core.event, undefined);
    for (const step of journey.steps) {
      for (const leaf of leavesOf(step.done)) if ("event" in leaf) allow(leaf.event, leaf.where);
    }
  }
  return allowed;
}

/** What of a host event may travel: `null` when no journey reads the event, else its props, texts cut at 64 characters. */
export function travellingProps(
  allowed: AllowedEvents,
  name: string,
  props: Readonly<Record<string, Scalar>>,
): Record<string, Scalar> | null {
  const keys = allowed.get(name);
  if (!keys) return null;
  const kept = Object.entries(props).filter(([key]) => keys.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, typeof value === "string" ? value.slice(0, 64) : value]));
}

/** A host may hand over anything: keep plain values, drop the rest. */
export function plainProps(props: unknown): Record<string, Scalar> {
  if (typeof props !== "object" || props === null) return {};
  const plain = Object.entries(props).filter(
    ([, value]) => value === null || ["string", "number", "boolean"].includes(typeof value),
  );
  return Object.fromEntries(plain) as Record<string, Scalar>;
}
