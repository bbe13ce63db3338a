import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bench, createBench } from "./support/bench.ts";
import { batch, completed, type EventLike, event, started } from "./support/events.ts";

const people = ["u-1", "u-2"] as const;
type Person = (typeof people)[number];

interface Sent {
  person: Person;
  event: EventLike;
}

const moment = (minute: number): string => new Date(Date.parse("2026-09-07T08:00:00Z") + minute * 60_000).toISOString();

const makers: Readonly<Record<string, (ts: string, name: string) => EventLike>> = {
  started: (ts, name) => started("log-call", ts, name),
  completed: (ts, name) => completed("log-call", ts, name),
  other: (ts, name) => completed("set-date", ts, name),
  offered: (ts, name) => event("journey.offered", ts, { journey: "win-a-deal", version: 1 }, name),
  session: (ts, name) => event("session.started", ts, {}, name),
  host: (ts, name) => event("host.call.logged", ts, {}, name),
  bad: (ts, name) => ({ ...event("step.rated", ts, { journey: "j", step: "s" }, name), props: { score: 9 } }),
};

const streams: fc.Arbitrary<Sent[]> = fc
  .array(
    fc.record({
      person: fc.constantFrom(...people),
      kind: fc.constantFrom(...Object.keys(makers)),
      minute: fc.integer({ min: 0, max: 55 }),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.flatMap(({ person, kind, minute }, i) => {
      const made = makers[kind]?.(moment(minute), `${i}`);
      return made === undefined ? [] : [{ person, event: made }];
    }),
  );

/** How a stream is sent: in which order, in deliveries of which size, and which of them come again. */
const ways = fc.record({
  order: fc.infiniteStream(fc.nat()),
  size: fc.integer({ min: 1, max: 6 }),
  again: fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
});

async function deliver(bench: Bench, all: readonly Sent[], size: number): Promise<void> {
  for (const person of people) {
    const own = all.filter((each) => each.person === person).map(({ event: it }) => it);
    for (let i = 0; i < own.length; i += size)
      expect((await bench.send(batch(person, own.slice(i, i + size)))).status).toBe(202);
  }
}

/** Lists as sets: where nothing says in which order, any is right. */
function unordered(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (it === null || typeof it !== "object") return it;
  return Object.fromEntries(Object.entries(it).map(([name, value]) => [name, unordered(value)]));
}

/** All that is there afterwards; how often something came again is the only thing that may differ. */
async function contents({ call, keys }: Bench): Promise<unknown> {
  const ask = async (path: string): Promise<string> => (await call("GET", path, { key: keys.ownerKey })).text();
  const events = (await ask("/v1/events?limit=1000")).split("\n").filter(Boolean);
  const { rejected, rejects, byType } = JSON.parse(await ask("/v1/arrivals")) as Record<string, unknown>;
  const persons = await Promise.all(
    people.map(async (person) => JSON.parse(await ask(`/v1/people/${person}`)) as unknown),
  );
  return unordered({ events: events.map((line) => JSON.parse(line) as unknown), rejected, rejects, byType, persons });
}

// The same master secret, so that people have the same codes in both.
const fresh = async (): Promise<Bench> => {
  const bench = await createBench({ secret: "one secret for both of them, long enough" });
  await bench.publish();
  return bench;
};

test("C367 deliveries in any order, regrouped and repeated, give the same store", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(streams, ways, async (all, { order, size, again }) => {
      const shuffled = all
        .map((each) => ({ each, at: order.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      const [plain, other] = [await fresh(), await fresh()];
      await deliver(plain, all, all.length + 1);
      await deliver(other, [...shuffled, ...again.flatMap((at) => all[at] ?? [])], size);
      expect(await contents(other)).toEqual(await contents(plain));
    }),
    { numRuns: 15 },
  );
});
