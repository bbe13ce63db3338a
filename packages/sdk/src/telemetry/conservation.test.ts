import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { atom } from "nanostores";
import { expect, it } from "vitest";
import { createIdbStore, openDisk } from "../platform/idb-store.ts";
import { createIds } from "../platform/uuid.ts";
import type { Disk, Platform } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest, Happening } from "../runtime/guest.ts";
import type { Losses } from "./losses.ts";
import { createRecorder } from "./record.ts";
import { createSender } from "./sender.ts";
import { createWaiting } from "./waiting.ts";

Object.assign(globalThis, { __VERSION__: "test" });

/** What the collector does with the next deliveries. `small`, `tiny`: more than two are, or one is, too large. `lose`: it keeps them, and its answer is cut off. */
type Mood = "ok" | "lose" | "reset" | 503 | 429 | 400 | 403 | "small" | "tiny" | "picky";

interface Batch {
  events: { id: string; props: { bad?: boolean } }[];
  dropped?: Losses;
}

async function unpack(body: unknown): Promise<Batch> {
  if (typeof body === "string") return JSON.parse(body) as Batch;
  const stream = (body as Blob).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as Batch;
}

/** The collector: keeps one copy of each id, judges event by event, and holds the highest of each reported count. */
function createCollector() {
  const kept = new Set<string>();
  const unheard = new Set<string>();
  const refused = new Set<string>();
  const reports = new Map<string, Losses["reasons"]>();
  let mood: Mood = "ok";
  const take = ({ events, dropped }: Batch): Response => {
    const rejected = events.flatMap(({ props }, index) => (mood === "picky" && props.bad ? [{ index }] : []));
    const bad = new Set(rejected.map(({ index }) => events[index]?.id));
    for (const { id } of events) if (!bad.has(id)) kept.add(id);
    for (const id of bad) if (id) refused.add(id);
    if (dropped) reports.set(dropped.counter, dropped.reasons);
    return Response.json({ accepted: 0, duplicates: 0, conflicts: [], rejected }, { status: 202 });
  };
  return {
    kept,
    /** Kept, and the page may not know. */
    unheard,
    /** Turned away for good in one tab, which counts it; another tab that still holds it may bring it on a better day. */
    refused,
    reports,
    turn: (next: Mood) => {
      mood = next;
    },
    answer: async (body: unknown): Promise<Response> => {
      const batch = await unpack(body);
      if (mood === "reset") throw new TypeError("reset");
      if (mood === 400 || mood === "tiny" || mood === "small") for (const { id } of batch.events) refused.add(id);
      if (mood === "small" && batch.events.length > 2) return new Response("", { status: 413 });
      if (mood === "tiny") return new Response("", { status: 413 });
      if (typeof mood === "number") return new Response("", { status: mood });
      const answer = take(batch);
      if (mood !== "lose") return answer;
      for (const { id } of batch.events) unheard.add(id);
      throw new TypeError("lost");
    },
  };
}

type Collector = ReturnType<typeof createCollector>;

/** What all tabs of the device share. */
interface Device {
  collector: Collector;
  ids: (now: number) => string;
  /** Whether the disk takes what is written to the queue. Counts go to the other store, which stays well. */
  full: boolean;
  recorded: string[];
  /** What ended with a page before any disk had it, and that no page could count. */
  died: Set<string>;
  /** Largest sum of keepalive bodies that were in flight in one page. */
  mostFlying: number;
}

const cap = { events: 30, bytes: 40_000, ageMs: 90 * 86_400_000 };
const now = Date.UTC(2026, 10, 2, 9);

/** One page of the guest, made of the real recorder, queue and sender over a browser's IndexedDB and a network. */
function openPage(device: Device, tab: Map<string, string>) {
  const real = openDisk("waymark");
  const disk: Disk = (store, mode, act) =>
    device.full && store === "queue" && mode === "readwrite"
      ? Promise.reject(new Error("full"))
      : real(store, mode, act);
  const flights = new Map<Promise<Response>, { bytes: number; ids: string[] }>();
  const fetch = (_: string, init: RequestInit = {}): Promise<Response> => {
    const answer = device.collector.answer(init.body);
    if (!init.keepalive) return answer;
    const body = String(init.body);
    const ids = (JSON.parse(body) as Batch).events.map(({ id }) => id);
    flights.set(answer, { bytes: new Blob([body]).size, ids });
    const flying = [...flights.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    device.mostFlying = Math.max(device.mostFlying, flying);
    answer.finally(() => flights.delete(answer)).catch(() => undefined);
    return answer;
  };
  const platform = {
    ...{ disk, store: createIdbStore(disk), fetch, id: device.ids, now: () => now, after: () => () => undefined },
    tab: { get: (key: string) => tab.get(key) ?? null, set: (key: string, value: string) => void tab.set(key, value) },
  } as unknown as Platform;
  let hear: (happening: Happening) => void = () => undefined;
  const failures: Record<string, number> = {};
  const guest = {
    ...{
      platform,
      failures,
      locale: "en",
      unsent: new Map(),
      options: { key: "pk_1", collector: "https://c.example" },
    },
    $person: atom({ id: "u-1", roles: [] }),
    $consent: atom("granted"),
    $documents: atom([]),
    session: { isOver: () => false, next: () => ({ session: "s", seq: 0 }) },
    fail: (reason: string) => {
      failures[reason] = (failures[reason] ?? 0) + 1;
    },
    on: (_: string, listener: typeof hear) => {
      hear = listener;
      return () => undefined;
    },
  } as unknown as Guest;
  createRecorder(guest);
  const waiting = createWaiting(guest, cap);
  const times = {
    refusal: ({ status }: Response) => new Error(String(status)),
    soon: () => undefined,
    asked: () => false,
  };
  const sender = createSender(guest, createScope(), waiting, times);
  return {
    record: (count: number, size: number): void => {
      const before = new Set(guest.unsent.keys());
      for (let each = 0; each < count; each++) {
        const props = { text: "\u65e5".repeat(size), bad: each % 3 === 0 };
        hear({ type: "host.x", at: now, props });
      }
      for (const id of guest.unsent.keys()) if (!before.has(id)) device.recorded.push(id);
    },
    drain: () => sender.drain().catch(() => undefined),
    tidy: () => waiting.tidy().catch(() => undefined),
    leave: (last: boolean): void => sender.leave(last),
    /** The page ends. Only what was counted at leaving, or lies on the disk, outlives it. */
    end: (counted: boolean): void => {
      const flying = new Set([...flights.values()].flatMap(({ ids }) => ids));
      for (const [id, { stored }] of guest.unsent)
        if (!stored && !(counted && stored === false && !flying.has(id))) device.died.add(id);
      for (const id of flying) device.collector.unheard.add(id);
    },
  };
}

type Act =
  | { act: "record"; count: number; size: number }
  | { act: "drain" | "tidy" | "leave" | "close" | "kill" }
  | { act: "together" | "rest" }
  | { act: "mood"; mood: Mood }
  | { act: "disk"; full: boolean };

const acts: fc.Arbitrary<{ at: number } & Act> = fc
  .tuple(
    fc.nat(1),
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          act: fc.constant("record" as const),
          count: fc.integer({ min: 1, max: 9 }),
          size: fc.constantFrom(1, 400, 1500),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          act: fc.constantFrom(
            "drain" as const,
            "tidy" as const,
            "leave" as const,
            "together" as const,
            "rest" as const,
          ),
        }),
      },
      { weight: 1, arbitrary: fc.record({ act: fc.constantFrom("close" as const, "kill" as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          act: fc.constant("mood" as const),
          mood: fc.constantFrom<Mood>("ok", "lose", "reset", 503, 429, 400, 403, "small", "tiny", "picky"),
        }),
      },
      { weight: 2, arbitrary: fc.record({ act: fc.constant("disk" as const), full: fc.boolean() }) },
    ),
  )
  .map(([at, act]) => ({ at, ...act }));

const rest = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function lossesOnDisk(): Promise<Losses[]> {
  const disk = openDisk("waymark");
  const all = await disk<unknown[]>("kv", "readonly", (objects) => objects.getAll());
  return all.filter((each): each is Losses => typeof each === "object" && each !== null && "counter" in each);
}

async function play(all: readonly ({ at: number } & Act)[]): Promise<Device> {
  globalThis.indexedDB = new IDBFactory();
  const device: Device = {
    ...{ collector: createCollector(), ids: createIds(), full: false, recorded: [], died: new Set<string>() },
    mostFlying: 0,
  };
  const tabs = [new Map<string, string>(), new Map<string, string>()];
  const pages = tabs.map((tab) => openPage(device, tab));
  const reopen = (at: number): void => {
    pages[at] = openPage(device, tabs[at] as Map<string, string>);
  };
  for (const step of all) {
    const page = pages[step.at] as ReturnType<typeof openPage>;
    if (step.act === "record") page.record(step.count, step.size);
    else if (step.act === "mood") device.collector.turn(step.mood);
    else if (step.act === "disk") device.full = step.full;
    else if (step.act === "rest") await rest();
    else if (step.act === "together") await Promise.all(pages.map(({ drain }) => drain()));
    else if (step.act === "leave") page.leave(false);
    else if (step.act === "drain" || step.act === "tidy") await page[step.act]();
    else {
      if (step.act === "close") page.leave(true);
      page.end(step.act === "close");
      reopen(step.at);
    }
  }
  // All is well again, and the person comes back in both tabs.
  device.collector.turn("ok");
  device.full = false;
  await rest();
  for (const [at, page] of pages.entries()) {
    page.leave(true);
    page.end(true);
    await rest();
    reopen(at);
  }
  for (const page of pages) {
    await page.tidy();
    await page.drain();
    await page.drain();
  }
  return device;
}

const full = { at: 0, act: "disk", full: true } as const;
const threeEvents = { at: 0, act: "record", count: 3, size: 1 } as const;
const turnedAway = { at: 0, act: "mood", mood: 403 } as const;
const drain = { at: 0, act: "drain" } as const;

it("Q4 Q10 Q15 loses nothing that is not counted, whatever is recorded, sent, refused, left and killed, in two tabs", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 30 }), async (all) => {
      const device = await play(all);
      const { kept, unheard, refused, reports } = device.collector;
      const disk = openDisk("waymark");
      const waits = await disk<number>("queue", "readonly", (objects) => objects.count());
      expect(waits).toBe(0);
      for (const { counter, reasons } of await lossesOnDisk()) reports.set(counter, reasons);
      const counted = [...reports.values()].flatMap((reasons) => Object.values(reasons)).reduce((sum, n) => sum + n, 0);
      const missing = device.recorded.filter((id) => !kept.has(id) && !device.died.has(id)).length;
      // What the collector has kept without the page hearing of it, or after it had turned it away from another tab, may be
      // counted as lost too, and nothing else.
      const doubtful = device.recorded.filter((id) => kept.has(id) && (unheard.has(id) || refused.has(id))).length;
      const ended = [...device.died].filter((id) => !kept.has(id)).length;
      expect(counted).toBeGreaterThanOrEqual(missing);
      expect(counted).toBeLessThanOrEqual(missing + doubtful + ended);
      expect(device.mostFlying).toBeLessThanOrEqual(65_039);
    }),
    {
      numRuns: 200,
      // What chance seldom finds: the disk is full, the collector turns the page away, and the page ends.
      // Or: one tab's event is refused for good while another sends it, and is taken there.
      examples: [
        [[full, threeEvents, turnedAway, drain, { at: 0, act: "close" }]],
        [
          [
            { at: 0, act: "mood", mood: "tiny" },
            { at: 1, act: "record", count: 1, size: 1 },
            { at: 0, act: "drain" },
            { at: 1, act: "leave" },
          ],
        ],
      ],
    },
  );
}, 120_000);
