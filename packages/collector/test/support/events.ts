import { createHash } from "node:crypto";

/** A UUID v7 that is the same for the same name and moment. */
export function idOf(name: string, at: number): string {
  const hash = createHash("sha256").update(name).digest("hex");
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

export interface EventLike {
  id: string;
  type: string;
  ts: string;
  [key: string]: unknown;
}

/** An event of `win-a-deal`; `name` tells its id apart. */
export function event(type: string, ts: string, more: Record<string, unknown> = {}, name = ""): EventLike {
  const it = { type, ts, session: "s1", seq: 0, props: {}, ...more };
  return { id: idOf(`${name}${JSON.stringify(it)}`, Date.parse(ts)), ...it };
}

const ofStep = (step: string): Record<string, unknown> => ({ journey: "win-a-deal", version: 1, step });

export const started = (step: string, ts: string, name = ""): EventLike =>
  event("step.started", ts, { ...ofStep(step), props: { attempt: 1 } }, name);

export const completed = (step: string, ts: string, name = ""): EventLike =>
  event("step.completed", ts, { ...ofStep(step), props: { attempt: 1, how: "condition" } }, name);

/** When a delivery was sent that says nothing else. */
export const usualSentAt = "2026-09-07T09:00:00Z";

/** A delivery of the SDK. */
export function batch(person: string, events: unknown[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return { sentAt: usualSentAt, person, roles: ["sales-rep"], locale: "en", sdk: "sdk/0.1.0", events, ...more };
}
