import type { FigureReport } from "@waymark/schema";
import type { RoleNode } from "../../src/index.ts";
import { type Bench, createBench, winADeal } from "./bench.ts";
import { batch, type EventLike, event } from "./events.ts";

export const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep", headcount: 30 }];
export const step = "log-call";
export const minuteMs = 60_000;

export interface Told {
  type: string;
  /** Minutes after the day's eight o'clock. */
  at?: number;
  of?: Record<string, unknown>;
  props?: Record<string, unknown>;
}

export const journey = { journey: "win-a-deal", version: 1 };

/** Sends what the page of each of so many people tells on a day. */
export async function tell(
  bench: Bench,
  size: number,
  day: string,
  told: (i: number) => Told[],
  prefix = "u",
): Promise<void> {
  for (let i = 0; i < size; i += 1) {
    const person = `${prefix}-${i}`;
    const events = told(i).map(
      ({ type, at = 0, of = {}, props = {} }): EventLike =>
        event(type, new Date(Date.parse(`${day}T08:00:00Z`) + at * minuteMs).toISOString(), { ...of, props }, person),
    );
    // It is sent when it has happened: what is ahead of the collector counts as of now.
    const last = Math.max(...events.map(({ ts }) => Date.parse(ts)));
    if (last > bench.clock.now()) bench.clock.set(new Date(last).toISOString());
    const token = await bench.token(person, ["sales-rep"]);
    const answer = await bench.send(batch(person, events, { token, roles: ["sales-rep"] }));
    const { rejected } = (await answer.json()) as { rejected?: unknown[] };
    if (answer.status !== 202 || rejected?.length !== 0) throw new Error(JSON.stringify(rejected));
  }
}

export async function ready(tree: RoleNode[] = reps, more: object = {}): Promise<Bench> {
  const bench = await createBench({}, tree);
  await bench.publish({ ...winADeal, ...more });
  return bench;
}

export async function freeze(bench: Bench, at = "2026-10-08T00:00:00Z"): Promise<void> {
  bench.clock.set(at);
  await bench.collector.admin.freezeDue();
}

export async function report<Found>(bench: Bench, page: string, more = ""): Promise<FigureReport<Found>> {
  const answer = await bench.call("GET", `/v1/insights/${page}${more}`, { key: bench.keys.ownerKey });
  return (await answer.json()) as FigureReport<Found>;
}

export const foundIn = async <Found>(bench: Bench, page: string): Promise<Found | null> =>
  (await report<Found>(bench, page)).rows[0]?.found ?? null;

export const brief = (answer: string | null): Told[] => [
  { type: "brief.shown", of: journey },
  ...(answer === null ? [] : [{ type: "brief.answered", at: 1, of: journey, props: { answer } }]),
];

export const through = (days: number): Told[] => [
  { type: "journey.offered", of: journey },
  ...winADeal.steps.flatMap(({ id }, index): Told[] => [
    { type: "step.started", at: index, of: { ...journey, step: id }, props: { attempt: 1 } },
    { type: "step.completed", at: days * 1440, of: { ...journey, step: id }, props: { attempt: 1, how: "condition" } },
  ]),
];
