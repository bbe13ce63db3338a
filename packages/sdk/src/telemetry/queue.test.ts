import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { openDisk } from "../platform/idb-store.ts";
import { createIds } from "../platform/uuid.ts";
import { type Cap, openQueue, trimQueue } from "./queue.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 2, 9);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function filled(owners: Record<string, readonly [id: string, text: string][]>) {
  const disk = openDisk("waymark");
  for (const [owner, events] of Object.entries(owners)) await openQueue(disk, owner).add(events);
  return disk;
}

it("Q9 holds the cap over all people of the device, the oldest first, each counted once by two tabs at a time", async () => {
  const moment = fc.integer({ min: now - 120 * day, max: now });
  const event = fc.record({ at: moment, bytes: fc.integer({ min: 2, max: 400 }), owner: fc.constantFrom("a", "b") });
  const caps = fc.record({
    events: fc.integer({ min: 1, max: 30 }),
    bytes: fc.integer({ min: 500, max: 5_000 }),
    ageMs: fc.constantFrom(90 * day, 1000 * day),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), caps, async (all, cap: Cap) => {
      globalThis.indexedDB = new IDBFactory();
      const events = all.map(({ at, bytes, owner }) => ({ at, owner, id: createIds()(at), text: "x".repeat(bytes) }));
      const of = (owner: string) =>
        events.filter((each) => each.owner === owner).map(({ id, text }) => [id, text] as [string, string]);
      const disk = await filled({ a: of("a"), b: of("b") });
      const lost = (await Promise.all([trimQueue(disk, cap, now), trimQueue(openDisk("waymark"), cap, now)])).flat();
      const left = new Set([...(await openQueue(disk, "a").ids()), ...(await openQueue(disk, "b").ids())]);
      const stay = events.filter(({ id }) => left.has(id));
      expect(stay.length + lost.length).toBe(events.length);
      expect(new Set(lost.map(({ id }) => id)).size).toBe(lost.length);
      expect(stay.length).toBeLessThanOrEqual(cap.events);
      expect(stay.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(cap.bytes);
      expect(stay.every(({ at }) => now - at <= cap.ageMs)).toBe(true);
      // Nobody stays who is older than somebody who had to go.
      const newestLost =
        lost
          .map(({ id }) => id)
          .sort()
          .at(-1) ?? "";
      expect(stay.every(({ id }) => id > newestLost)).toBe(true);
      const old = events.filter(({ at }) => now - at > cap.ageMs).length;
      expect(lost.filter(({ reason }) => reason === "expired").length).toBe(old);
    }),
    { numRuns: 60 },
  );
});

it("Q9 takes nothing where nothing is over", async () => {
  const id = createIds()(now);
  const disk = await filled({ a: [[id, "{}"]] });
  expect(await trimQueue(disk, { events: 1, bytes: 2, ageMs: day }, now)).toEqual([]);
  expect(await openQueue(disk, "a").peek(5)).toEqual(new Map([[id, "{}"]]));
});

it("Q9 gives the oldest of one person only, in the order of time", async () => {
  const ids = createIds();
  const mine = Array.from({ length: 5 }, (_, at) => [ids(now + at), `"${at}"`] as [string, string]);
  const disk = await filled({ a: [...mine].reverse(), ab: [[ids(now), '"other"']] });
  expect([...(await openQueue(disk, "a").peek(3)).values()]).toEqual(['"0"', '"1"', '"2"']);
  expect(await openQueue(disk, "a").remove([String(mine[0]?.[0]), "unknown"])).toBe(1);
  await openQueue(disk, "a").clear();
  expect([...(await openQueue(disk, "ab").peek(3)).values()]).toEqual(['"other"']);
});
