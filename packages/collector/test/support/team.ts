import type { Bench } from "./bench.ts";
import { batch, completed, event, started } from "./events.ts";

const steps = ["log-call", "set-date", "send-offer"];

/** One person's way: seen on a day, through so many steps, each after `minutes`. */
export interface Way {
  person: string;
  day: string;
  through: number;
  minutes?: number;
  role?: string;
}

/** Sends what such a person's SDK would send, signed. */
export async function walk(bench: Bench, way: Way, more: Record<string, unknown> = {}): Promise<void> {
  const role = way.role ?? "sales-rep";
  const token = await bench.token(way.person, [role]);
  const moment = (minutes: number) => new Date(Date.parse(`${way.day}T08:00:00Z`) + minutes * 60_000).toISOString();
  const minutes = way.minutes ?? 3;
  const own = (index: number) => [
    started(steps[index] ?? "", moment(index * 10), way.person),
    completed(steps[index] ?? "", moment(index * 10 + minutes), way.person),
  ];
  const events = [
    event("session.started", moment(0), {}, way.person),
    ...Array.from({ length: way.through }, (_, i) => own(i)).flat(),
  ];
  const response = await bench.send(batch(way.person, events, { token, roles: [role], ...more }));
  if (response.status !== 202) throw new Error(await response.text());
}

/** So many people, of whom `through[i]` came through step i. */
export async function team(
  bench: Bench,
  day: string,
  size: number,
  through: number[],
  prefix = "u",
  more: Record<string, unknown> = {},
): Promise<void> {
  for (let i = 0; i < size; i += 1)
    await walk(
      bench,
      { person: `${prefix}-${i}`, day, through: through.filter((count) => i < count).length, minutes: 2 + i },
      more,
    );
}
