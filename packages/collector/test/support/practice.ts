import type { Bench } from "./bench.ts";
import { batch, type EventLike, event } from "./events.ts";

/** What one person did at one step of `win-a-deal`, and what they said of it. */
export interface Practice {
  person: string;
  day: string;
  step: string;
  /** Default: done by themselves. `left`: begun, and never finished. */
  went?: "alone" | "helped" | "left";
  score?: number;
  barrier?: string;
  attempt?: number;
  version?: number;
}

function eventsOf({
  person,
  day,
  step,
  went = "alone",
  score,
  barrier,
  attempt = 1,
  version = 1,
}: Practice): EventLike[] {
  const moment = (minutes: number) => new Date(Date.parse(`${day}T08:00:00Z`) + minutes * 60_000).toISOString();
  const own = (type: string, minutes: number, props: Record<string, unknown>) =>
    event(type, moment(minutes), { journey: "win-a-deal", version, step, props }, person);
  const done = { attempt, how: "condition", helped: went === "helped", activeMs: 60_000 * attempt };
  return [
    own("step.started", 0, { attempt }),
    ...(went === "left" ? [] : [own("step.completed", 5, done)]),
    ...(score === undefined ? [] : [own("step.rated", 6, { score })]),
    ...(barrier === undefined ? [] : [own("step.barrier", 7, { barrier })]),
  ];
}

/** Sends what the SDKs of these people would send, signed, one delivery each. */
export async function practise(
  bench: Bench,
  all: readonly Practice[],
  more: Record<string, unknown> = {},
  role = "sales-rep",
): Promise<void> {
  for (const [person, own] of Map.groupBy(all, (each) => each.person)) {
    const token = await bench.token(person, [role]);
    const response = await bench.send(batch(person, own.flatMap(eventsOf), { token, roles: [role], ...more }));
    const told = (await response.json()) as { rejected?: unknown[] };
    if (response.status !== 202 || told.rejected?.length !== 0) throw new Error(JSON.stringify(told));
  }
}

/** So many people at one step on one day, the first `alone` of them by themselves and the others with help. */
export function crew(size: number, alone: number, more: Omit<Practice, "person">, prefix = "u"): Practice[] {
  return Array.from({ length: size }, (_, i) => ({
    person: `${prefix}-${i}`,
    went: i < alone ? ("alone" as const) : ("helped" as const),
    ...more,
  }));
}
