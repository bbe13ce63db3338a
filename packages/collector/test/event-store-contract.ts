import type { ArrivalsReport } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Activity } from "../src/events/activity.ts";
import type { EventStore } from "../src/events/event-store.ts";
import type { Rows } from "../src/events/gather-rows.ts";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { idOf } from "./support/events.ts";

const day = 86_400_000;
const origin = Date.parse("2026-09-07T00:00:00Z");

/** What one made-up event says. */
export interface Facts {
  type:
    | "step.started"
    | "step.completed"
    | "step.skipped"
    | "step.rated"
    | "step.barrier"
    | "journey.offered"
    | "journey.started"
    | "target.found"
    | "target.lost"
    | "prompt.closed"
    | "host.x";
  person: "a" | "b" | "c";
  step: "one" | "two";
  subject: "" | "deal:1";
  attempt: number;
  days: number;
  role: "rep" | "manager" | null;
  verified: 0 | 1;
  how: "condition" | "manual";
  simulated: 0 | 1;
}

const facts: fc.Arbitrary<Facts> = fc.record({
  type: fc.constantFrom(
    "step.started",
    "step.completed",
    "step.skipped",
    "journey.offered",
    "journey.started",
    "host.x",
    "step.rated",
    "step.barrier",
    "target.found",
    "target.lost",
    "prompt.closed",
  ),
  person: fc.constantFrom("a", "b", "c"),
  step: fc.constantFrom("one", "two"),
  subject: fc.constantFrom("", "deal:1"),
  attempt: fc.integer({ min: 1, max: 2 }),
  days: fc.integer({ min: 0, max: 20 }),
  role: fc.constantFrom("rep", "manager", null),
  verified: fc.constantFrom(0 as const, 1 as const),
  how: fc.constantFrom("condition", "manual"),
  simulated: fc.constantFrom(0 as const, 1 as const),
});

function propsOf({ type, attempt, how, days }: Facts, index: number): Record<string, unknown> {
  if (type === "target.found") return { way: "role", score: 0.94 };
  // Of one moment one reason: which of two comes first then is nobody's to say.
  if (type === "target.lost") return { reason: days % 2 === 0 ? "not_found" : "ambiguous" };
  if (type === "prompt.closed") return { surface: "ask", afterMs: index + 0.5 };
  if (type === "step.rated") return { score: 1 + (index % 7) };
  if (type === "step.barrier")
    return { barrier: index % 2 === 0 ? "blocked" : "not_now", ...(index % 3 === 0 ? {} : { attempt }) };
  if (!type.startsWith("step.")) return {};
  return { attempt, ...(type === "step.completed" ? { how, activeMs: index } : {}) };
}

/** An event with these facts; `index` tells its id. */
export function stored(it: Facts, index: number): StoredEvent {
  const at = origin + it.days * day;
  const isStep = /^(step|target)\./.test(it.type);
  return {
    project: "p",
    id: idOf(`${index}`, at),
    type: it.type,
    ts: new Date(at).toISOString(),
    at,
    receivedAt: at,
    skewMs: 0,
    week: 2957 + Math.floor(it.days / 7),
    journey: it.type === "host.x" ? null : "j",
    version: 1,
    step: isStep ? it.step : null,
    subject: it.subject,
    session: "s",
    seq: index,
    person: it.person,
    role: it.role,
    verified: it.verified,
    simulated: it.simulated,
    locale: "en",
    sdk: "sdk/1",
    props: JSON.stringify(propsOf(it, index)),
    hash: `${index}`,
    derivedFrom: null,
    sourceId: it.type === "host.x" ? `theirs-${index}` : null,
  };
}

/** One event that a host's other client sent. */
export const aHostEvent: StoredEvent = stored(
  {
    type: "host.x",
    person: "a",
    step: "one",
    subject: "",
    attempt: 1,
    days: 0,
    role: null,
    verified: 0,
    how: "manual",
    simulated: 0,
  },
  0,
);

const activities: fc.Arbitrary<Activity> = fc
  .record({
    journey: fc.constantFrom("j", "k"),
    step: fc.constantFrom("one", "two", null),
    from: fc.integer({ min: 2956, max: 2960 }),
    weeks: fc.integer({ min: 0, max: 3 }),
    roles: fc.subarray(["rep", "manager"]),
  })
  .map(({ weeks, ...rest }) => ({ ...rest, to: rest.from + weeks }));

export const streams: fc.Arbitrary<StoredEvent[]> = fc.array(facts, { maxLength: 40 }).map((all) => all.map(stored));

const sorted = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

/** All of a project in an order of its own. */
export async function comparable(store: EventStore, project = "p"): Promise<unknown> {
  const rows: Rows = await store.rows(project);
  const plain = (all: readonly object[]) => sorted(all.map((row) => ({ ...row })));
  return {
    progress: plain(rows.progress),
    reach: plain(rows.reach),
    sayings: plain(rows.sayings),
    people: plain(rows.people),
    events: (await store.events(project, null, 1000)).map((each) => ({ ...each })),
    firstWeek: await store.firstWeek(project),
    targets: await store.targets(project),
  };
}

/** What the oracle counts, less what the store says it cannot know. */
async function oracleArrivals(store: EventStore, oracle: EventStore, now: number): Promise<ArrivalsReport> {
  const report = await oracle.arrivals("p", now);
  return store.capabilities.outcomes === "each" ? report : { ...report, duplicates: null };
}

/** What is kept of people, in an order of its own. */
async function person(store: EventStore, project: string, people: string[]): Promise<unknown> {
  const { events, progress, rows } = await store.personOf(project, people);
  const plain = (all: readonly object[]) => sorted(all.map((row) => ({ ...row })));
  return [plain(events), sorted(progress), plain(rows.progress), plain(rows.reach), plain(rows.people)];
}

const write = (store: EventStore, events: readonly StoredEvent[], project = "p") =>
  store.append({ project, events: events.map((each) => ({ ...each, project })), rejects: [] });

/**
 * What every event store promises; each adapter runs all of it.
 *
 * @param open - A store without anything in it.
 * @param numRuns - Random streams per property; fewer where writing is dear. A property opens one store for all of them, each in
 * a project of its own: opening starts threads or makes tables, which is what took the time, ten times over on a busy machine.
 */
export function eventStoreContract(name: string, open: () => EventStore | Promise<EventStore>, numRuns = 40): void {
  const fresh = async (): Promise<EventStore> => {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  };

  describe(name, () => {
    let projects = 0;
    const freshProject = (): string => {
      projects += 1;
      return `p${projects}`;
    };

    test("C20 C23 shuffled, split and replayed streams give the oracle's rows", async () => {
      const store = await fresh();
      await fc.assert(
        fc.asyncProperty(
          streams,
          fc.infiniteStream(fc.nat()),
          fc.integer({ min: 1, max: 7 }),
          async (events, noise, size) => {
            const project = freshProject();
            const oracle = createMemoryEventStore();
            await write(oracle, events, project);
            const shuffled = events
              .map((each) => ({ each, key: noise.next().value ?? 0 }))
              .sort((a, b) => a.key - b.key)
              .map(({ each }) => each);
            for (let i = 0; i < shuffled.length; i += size) await write(store, shuffled.slice(i, i + size), project);
            await Promise.all([write(store, events, project), write(store, events.slice(0, 3), project)]);
            expect(await comparable(store, project)).toEqual(await comparable(oracle, project));
          },
        ),
        { numRuns },
      );
    });

    test("C21 C363 rebuild gives the same rows, and says how far it is", async () => {
      const store = await fresh();
      await fc.assert(
        fc.asyncProperty(streams, async (events) => {
          const project = freshProject();
          await write(store, events, project);
          const before = await comparable(store, project);
          const shares: number[] = [];
          await store.rebuild(project, (share) => void shares.push(share));
          expect(await comparable(store, project)).toEqual(before);
          expect(shares).toEqual(shares.toSorted((a, b) => a - b));
          expect([shares.at(-1), shares.every((share) => share >= 0)]).toEqual([1, true]);
        }),
        { numRuns },
      );
    });

    test("C362 heads and activities equal those of the rows", async () => {
      const store = await fresh();
      await fc.assert(
        fc.asyncProperty(streams, fc.array(activities, { maxLength: 4 }), async (events, asked) => {
          const project = freshProject();
          const oracle = createMemoryEventStore();
          await write(oracle, events, project);
          await write(store, events, project);
          expect(await store.heads(project)).toEqual(await oracle.heads(project));
          expect(await store.active(project, asked)).toEqual(await oracle.active(project, asked));
        }),
        { numRuns },
      );
    });

    test("C362 who counts as active: verified, real, of the group, on the step, in the weeks", async () => {
      const store = await fresh();
      const of = (person: string, more: Partial<Facts>) => ({ ...some, person: person as Facts["person"], ...more });
      const facts = [
        of("a", {}),
        of("b", { verified: 0 }),
        of("c", { simulated: 1 }),
        of("d", { role: "manager" }),
        of("e", { step: "two" }),
        of("f", { days: 20 }),
        of("g", { type: "journey.offered" }),
      ];
      await write(store, facts.map(stored));
      const asked = { journey: "j", step: "one", from: 2957, to: 2957, roles: ["rep"] };
      const more = [asked, { ...asked, step: null }, { ...asked, to: 2960 }, { ...asked, roles: ["rep", "manager"] }];
      expect(await store.active("p", [...more, { ...asked, journey: "k" }])).toEqual([1, 3, 2, 2, 0]);
      expect(await store.heads("p")).toEqual({ rep: 4, manager: 1 });
      expect(await store.active("q", [asked])).toEqual([0]);
      expect(await store.heads("q")).toEqual({});
    });

    const some: Facts = {
      type: "step.completed",
      person: "a",
      step: "one",
      subject: "",
      attempt: 1,
      days: 3,
      role: "rep",
      verified: 1,
      how: "manual",
      simulated: 0,
    };

    test("C22 the earliest completion wins as a tuple; unverified facts stay apart", async () => {
      const store = await fresh();
      const late = stored({ ...some, days: 5, how: "condition" }, 7);
      const early = stored(some, 2);
      await write(store, [late, early, stored({ ...some, verified: 0, days: 1 }, 9)]);
      const { progress } = await store.rows("p");
      expect(progress.filter((each) => each.verified === 1)).toMatchObject([
        { completed: early.at, how: "manual", activeMs: 2, completedId: early.id },
      ]);
      expect(progress).toHaveLength(2);
    });

    test("C22 C53 an earlier completion that arrives after the freeze leaves the frozen week as it is", async () => {
      const store = await fresh();
      const first = { ...stored({ ...some, days: 5 }, 1), week: 10 };
      const late = { ...stored({ ...some, days: 1 }, 2), week: 14 };
      await write(store, [first]);
      await write(store, [late]);
      const { progress, people } = await store.rows("p");
      expect(progress).toMatchObject([{ completed: late.at, completedWeek: 10 }]);
      expect(people).toMatchObject([{ firstWeek: 10, firstId: first.id }]);
    });

    test("C2 C23 outcomes inside one delivery and across deliveries", async () => {
      const store = await fresh();
      const one = stored(some, 1);
      const other = { ...one, hash: "other" };
      const told = [
        await write(store, [one, one, other]),
        await write(store, [one]),
        await store.append({ project: "q", events: [{ ...one, project: "q" }], rejects: [] }),
        await write(store, []),
      ];
      const each = [["accepted", "duplicate", "conflict"], ["duplicate"], ["accepted"], []];
      expect(told).toEqual(store.capabilities.outcomes === "each" ? each : [null, null, null, null]);
      expect(await store.events("p", null, 10)).toEqual([one]);
      expect(await store.events("q", null, 10)).toEqual([{ ...one, project: "q" }]);
    });

    test("C23 C451 events are asked for from a moment on, page by page, wherever earlier ones lie", async () => {
      const store = await fresh();
      const moment = stored(some, 0).at;
      const all = Array.from({ length: 12 }, (_, i) => ({ ...stored(some, i), at: moment + (i % 3) }));
      await write(store, all);
      const late = all.filter(({ at }) => at > moment).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const ids = (events: readonly StoredEvent[]): string[] => events.map(({ id }) => id);
      expect(ids(await store.events("p", null, 100, moment + 1))).toEqual(ids(late));
      expect(ids(await store.events("p", null, 3, moment + 1))).toEqual(ids(late.slice(0, 3)));
      expect(ids(await store.events("p", late[2]?.id ?? "", 3, moment + 1))).toEqual(ids(late.slice(3, 6)));
      expect(await store.events("p", null, 100, moment + 3)).toEqual([]);
      expect(await store.events("q", null, 100, moment)).toEqual([]);
    });

    test("C8 C23 a reject is kept once and expires", async () => {
      const store = await fresh();
      const reject = { project: "p", hash: "h", at: 5, code: "c", path: "$", message: "m", body: "{}" };
      await store.append({ project: "p", events: [], rejects: [reject] });
      await store.append({ project: "p", events: [], rejects: [{ ...reject, at: 9 }] });
      expect(await store.arrivals("p", 10)).toMatchObject({ rejected: 1, rejects: [{ code: "c" }] });
      await store.expire("p", { events: 0, progress: 0, rejects: 6 });
      expect(await store.arrivals("p", 10)).toMatchObject({ rejected: 0, rejects: [] });
    });

    test("C23 a failing derivation leaves nothing behind", async () => {
      const store = await fresh();
      const failing = store.append({
        project: "p",
        events: [stored(some, 1)],
        rejects: [],
        derive: () => {
          throw new Error("no");
        },
      });
      await expect(failing).rejects.toThrow("no");
      expect(await store.events("p", null, 10)).toEqual([]);
      await write(store, [stored(some, 1)]);
      expect(await store.events("p", null, 10)).toHaveLength(1);
    });

    test("C18 C23 what devices gave up is the highest of each count, summed", async () => {
      const store = await fresh();
      const oracle = createMemoryEventStore();
      const counter = (seed: string): string => idOf(seed, origin);
      for (const each of [store, oracle])
        for (const [seed, count] of [
          ["a", 3],
          ["a", 5],
          ["a", 4],
          ["b", 1],
        ] as const) {
          const dropped = { counter: counter(seed), reasons: { queue_full: count, storage: 1 } };
          await each.append({ project: "p", events: [], rejects: [], dropped });
        }
      expect((await store.arrivals("p", 10)).dropped).toEqual({ queue_full: 6, storage: 2 });
      expect(await store.arrivals("p", 10)).toEqual(await oracleArrivals(store, oracle, 10));
      expect((await store.arrivals("q", 10)).dropped).toEqual({});
    });

    test("C160 C161 C165 C23 one person's data, their erasure and the end of its time equal the oracle's", {
      timeout: 20_000,
    }, async () => {
      const all = fc.array(facts, { minLength: 1, maxLength: 12 });
      const store = await fresh();
      await fc.assert(
        fc.asyncProperty(all, fc.integer({ min: 0, max: 21 }), async (list, days) => {
          const oracle = createMemoryEventStore();
          const [project, other] = [freshProject(), freshProject()];
          const limit = origin + days * day;
          for (const each of [store, oracle]) {
            await write(each, list.map(stored), project);
            await write(each, [{ ...stored(list[0] ?? some, 99), person: "a" }], other);
            const seen = { format: "waymark.progress/1" as const, journeys: {}, marks: { seen: limit } };
            await each.mergeProgress(project, "c", () => seen);
            await each.mergeProgress(project, "a", () => ({ format: "waymark.progress/1", journeys: {} }));
          }
          const same = async (people = ["a", "b", "c"]) =>
            expect(await person(store, project, people)).toEqual(await person(oracle, project, people));
          await same();
          await same(["b"]);
          for (const each of [store, oracle])
            await each.expire(project, { events: limit, progress: limit, rejects: limit });
          await same();
          expect(await store.erase(project, ["a"])).toBe(await oracle.erase(project, ["a"]));
          await same();
          expect((await store.personOf(project, ["a"])).events).toEqual([]);
          expect(await store.events(other, null, 10)).toHaveLength(1);
        }),
        { numRuns: Math.min(30, numRuns) },
      );
    });

    test("C23 arrivals equal the oracle's", async () => {
      const store = await fresh();
      const oracle = createMemoryEventStore();
      const events = [stored(some, 1), stored({ ...some, type: "host.x", simulated: 1 }, 2)];
      for (const each of [store, oracle]) {
        await write(each, events);
        await write(each, events);
      }
      const now = origin + 3 * day + 90_000;
      expect(await store.arrivals("p", now)).toEqual(await oracleArrivals(store, oracle, now));
      expect((await store.arrivals("p", now)).perMinute.at(-2)).toBe(2);
    });
  });
}
