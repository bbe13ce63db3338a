import type { JourneyPicture } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openControl } from "../src/control/open-control.ts";
import { insertProject } from "../src/control/projects.ts";
import { defaultRetention } from "../src/control/retention.ts";
import type { EventStore } from "../src/events/event-store.ts";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import { createFreezer } from "../src/freezing/freezer.ts";
import type { RoleNode } from "../src/index.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";
import { team, walk } from "./support/team.ts";

const path = (role = "sales-rep") => `/v1/insights/adoption?journey=win-a-deal&role=${role}`;
const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep" }];

const read = (bench: Bench, role?: string) => bench.call("GET", path(role), { key: bench.keys.ownerKey });
const picture = async (bench: Bench, role?: string) => (await (await read(bench, role)).json()) as JourneyPicture;
const freeze = async (bench: Bench) =>
  (await (await bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey })).json()) as { frozen: number };

test("C50 C51 nothing before the block has closed", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  expect(await picture(bench)).toMatchObject({ reason: "not_yet", blocks: [], nextAt: null });
  await team(bench, "2026-09-07", 24, [20, 12]);
  bench.clock.set("2026-10-07T23:59:59Z");
  expect(await freeze(bench)).toEqual({ frozen: 0 });
  const open = await picture(bench);
  expect(open).toMatchObject({ reason: "not_yet", people: null, nextAt: "2026-10-08T00:00:00.000Z" });
  expect(open.steps.every((each) => each.through.reason === "not_yet" && each.time.reason === "not_yet")).toBe(true);
  bench.clock.set("2026-10-08T00:00:00Z");
  expect(await freeze(bench)).toEqual({ frozen: 1 });
  expect(await freeze(bench)).toEqual({ frozen: 0 });
});

test("C56 C60 the picture of a team", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 24, [19, 12, 3]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const it = await picture(bench);
  expect(it).toMatchObject({
    journey: { id: "win-a-deal", title: "Win a deal", version: 1, destination: null },
    role: { id: "sales-rep", title: "Sales rep" },
    people: 24,
    simulated: false,
    blocks: [{ from: "2026-09-07", to: "2026-10-05", frozenAt: "2026-10-08T00:00:00.000Z" }],
    nextAt: "2026-11-05T00:00:00.000Z",
    reason: null,
  });
  expect(it.steps.map(({ through }) => [through.through, through.of, through.value, through.reason])).toEqual([
    [19, 24, 0.7917, null],
    [12, 19, 0.6316, null],
    [null, null, null, "too_few"],
  ]);
  expect(it.steps[0]?.time).toEqual({ medianMs: 660_000, intervalMs: [420_000, 900_000], people: 19, reason: null });
  expect(it.steps.map((each) => each.plannedMs)).toEqual([180_000, null, null]);
});

test("C52 C53 a snapshot never changes, and late events count in the next block", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 24, [12]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const manager = { headers: { cookie: await bench.signIn("manager") } };
  const bytes = await (await bench.call("GET", path(), manager)).text();
  expect(await (await read(bench)).text()).toBe(bytes);
  await team(bench, "2026-09-14", 24, [24, 24], "late");
  await bench.collector.admin.setRoles("crm", [{ id: "sales-rep", title: "Renamed", headcount: 99 }]);
  expect(await (await bench.call("GET", path(), manager)).text()).toBe(bytes);
  await freeze(bench);
  expect(await (await read(bench)).text()).toBe(bytes);
  bench.clock.set("2026-11-05T00:00:00Z");
  await freeze(bench);
  const next = await picture(bench);
  expect(next.blocks).toHaveLength(2);
  expect(next.steps[0]?.through).toMatchObject({ through: 36, of: 99 });
});

test("C55 C56 what happens after the block's last week waits for the next", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 12, [6]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await team(bench, "2026-10-06", 12, [12], "next");
  for (let i = 6; i < 12; i += 1) await walk(bench, { person: `u-${i}`, day: "2026-10-06", through: 1 });
  await freeze(bench);
  expect(await picture(bench)).toMatchObject({ people: 12, steps: [{ through: { through: 6, of: 12 } }, {}, {}] });
});

test("C52 the weeks of a block are shut before it is read, and open again where the freeze fails", async () => {
  const control = await openControl(":memory:");
  const store = createMemoryEventStore();
  await insertProject(control, {
    id: "p",
    title: "P",
    timeZone: "UTC",
    roles: reps,
    origins: [],
    createdAt: 0,
    audience: null,
    retention: defaultRetention,
  });
  const seen: (number | null)[] = [];
  const order: string[] = [];
  const events: EventStore = {
    ...store,
    firstWeek: async () => 2957,
    settle: async () => void order.push("settle"),
    rows: async (project) => {
      order.push("rows");
      seen.push(await freezer.openWeek("p"));
      if (seen.length === 1) throw new Error("disk");
      return store.rows(project);
    },
  };
  const freezer = createFreezer({ control, events });
  const now = Date.parse("2026-10-08T00:00:00Z");
  await expect(freezer.freezeDue("p", now)).rejects.toThrow("disk");
  expect(await freezer.openWeek("p")).toBeNull();
  expect(await Promise.all([freezer.freezeDue("p", now), freezer.freezeAll(now)])).toEqual([1, 0]);
  expect([seen, order]).toEqual([
    [2961, 2961],
    ["settle", "rows", "settle", "rows"],
  ]);
  expect(await freezer.openWeek("p")).toBe(2961);
  await control.destroy();
});

test("C54 C62 small roles are merged, and a role with parts has no numbers of its own", async () => {
  const tree: RoleNode[] = [
    { id: "sales", title: "Sales" },
    { id: "sales-rep", parent: "sales", title: "Rep", headcount: 12 },
    { id: "lead", parent: "sales", title: "Lead", headcount: 4 },
    { id: "desk", title: "Desk" },
    { id: "agent", parent: "desk", title: "Agent", headcount: 10 },
    { id: "boss", title: "Boss", headcount: 2 },
  ];
  const bench = await createBench({}, tree);
  await bench.publish();
  await team(bench, "2026-09-07", 10, [6]);
  await walk(bench, { person: "lead", day: "2026-09-08", role: "lead", through: 3 });
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const merged = await (await read(bench, "lead")).text();
  expect(JSON.parse(merged)).toMatchObject({ role: { id: "sales", title: "Sales" }, people: 16 });
  expect((JSON.parse(merged) as JourneyPicture).steps[0]?.through).toMatchObject({ through: 7, of: 16 });
  for (const role of ["sales", "sales-rep"]) expect(await (await read(bench, role)).text()).toBe(merged);
  expect(await picture(bench, "boss")).toMatchObject({ people: null, reason: "too_few" });
  expect(await (await read(bench, "desk")).json()).toMatchObject({ code: "role_has_no_picture", status: 404 });
  expect(await (await read(bench, "nobody")).json()).toMatchObject({ code: "role_unknown", status: 404 });
  expect((await bench.call("GET", "/v1/insights/adoption?role=boss", { key: bench.keys.ownerKey })).status).toBe(400);
});

test("C55 C59 people without a token do not count", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 12, [12]);
  for (let i = 0; i < 30; i += 1)
    await bench.send(batch(`x-${i}`, [event("session.started", "2026-09-08T08:00:00Z", {}, `x-${i}`)]));
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  expect(await picture(bench)).toMatchObject({ people: 12, steps: [{ through: { through: 12, of: 12 } }, {}, {}] });
});

test.each([20, undefined])("C59 a project where nobody is verified says so (head count %s)", async (headcount) => {
  const bench = await createBench({}, [{ id: "sales-rep", title: "Rep", headcount }]);
  await bench.publish();
  await bench.send(batch("x", [event("session.started", "2026-09-08T08:00:00Z")]));
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  expect(await picture(bench)).toMatchObject({ people: null, reason: "unverified" });
});

test("C51 a journey published after the last freeze waits for the next", async () => {
  const bench = await createBench({}, reps);
  await team(bench, "2026-09-07", 12, [12]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  await bench.publish();
  expect(await picture(bench)).toMatchObject({ reason: "not_yet", nextAt: "2026-11-05T00:00:00.000Z" });
});

const simulate = { sdk: "simulate/0.1.0" };

test("C61 simulated people are marked, and real ones do not hide among them", async () => {
  const bench = await createBench({}, [{ id: "sales-rep", title: "Sales rep", headcount: 40 }]);
  await bench.publish();
  await team(bench, "2026-09-07", 24, [20, 12], "robot", simulate);
  await team(bench, "2026-09-07", 3, [3, 3], "u");
  await walk(bench, { person: "robot-23", day: "2026-09-08", through: 3 });
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const before = await picture(bench);
  expect(before).toMatchObject({ simulated: true, people: 24 });
  expect(before.steps.map(({ through: { through, of } }) => [through, of])).toEqual([
    [20, 24],
    [12, 20],
    [null, null],
  ]);
  await team(bench, "2026-10-07", 2, [2], "late");
  bench.clock.set("2026-11-05T00:00:00Z");
  await freeze(bench);
  const real = await picture(bench);
  expect(real).toMatchObject({ simulated: false, people: 40 });
  expect(real.steps[0]?.through).toMatchObject({ through: 6, of: 40 });
});

test("C61 a real person's doings change no byte of a simulated picture", async () => {
  const pictures = await Promise.all(
    [false, true].map(async (visited) => {
      const bench = await createBench({}, reps);
      await bench.publish();
      await team(bench, "2026-09-07", 24, [20, 12], "robot", simulate);
      if (visited) await team(bench, "2026-09-07", 9, [9, 9, 9], "u");
      bench.clock.set("2026-10-08T00:00:00Z");
      await freeze(bench);
      return (await read(bench)).text();
    }),
  );
  expect(pictures[1]).toBe(pictures[0]);
});

test("C63 where the steps leave the order that was shown, nothing is shown from there on", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 40, [30, 20, 10]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  expect((await picture(bench)).steps.map((each) => each.through.through)).toEqual([30, 20, 10]);
  const [log, date, offer] = winADeal.steps;
  const freezeWith = async (steps: unknown[], moment: string) => {
    await bench.publish({ ...winADeal, steps });
    bench.clock.set(moment);
    await freeze(bench);
    return (await picture(bench)).steps.map((each) => each.through.through);
  };
  await walk(bench, { person: "u-0", day: "2026-10-07", through: 0 });
  expect(await freezeWith([log, offer, date], "2026-11-05T00:00:00Z")).toEqual([30, null, null]);
  expect(await freezeWith([log, date], "2026-12-03T00:00:00Z")).toEqual([30, 20]);
});

const ways = fc.record({
  block: fc.integer({ min: 0, max: 2 }),
  role: fc.constantFrom("a", "b", "c", "d"),
  through: fc.integer({ min: 0, max: 3 }),
  again: fc.integer({ min: 0, max: 3 }),
});

const little: RoleNode[] = [
  { id: "ab", title: "AB" },
  { id: "a", parent: "ab", title: "A" },
  { id: "b", parent: "ab", title: "B" },
  { id: "c", title: "C", headcount: 14 },
  { id: "d", title: "D" },
];

const blockDays = ["2026-09-08", "2026-10-06", "2026-11-03", "2026-12-01"];
const freezeDays = ["2026-10-08T00:00:00Z", "2026-11-05T00:00:00Z", "2026-12-03T00:00:00Z"];

function checkPicture(it: JourneyPicture, before: JourneyPicture | undefined): void {
  if (it.people !== null) expect(it.people).toBeGreaterThanOrEqual(10);
  // Where nobody at all came before the first freeze no block is closed, and every cell says the same.
  const reason = it.blocks.length === 0 ? "not_yet" : "too_few";
  it.steps.forEach(({ through: cell, time }, index) => {
    if (cell.through === null || cell.of === null) {
      expect(cell).toEqual({ value: null, interval: null, through: null, of: null, atLeast: false, reason });
      expect(time).toEqual({ medianMs: null, intervalMs: null, people: null, reason });
      return;
    }
    const rest = cell.of - cell.through;
    expect(cell.through).toBeGreaterThanOrEqual(5);
    expect(rest === 0 || rest >= 5 || cell.atLeast).toBe(true);
    if (cell.atLeast) expect([cell.interval, time.people]).toEqual([null, time.people === null ? null : time.people]);
    const whole = index === 0 ? it.people : it.steps[index - 1]?.through.through;
    expect(cell.of).toBe(whole);
    const last = before?.steps[index]?.through;
    const growth = cell.through - (last?.through ?? 0);
    expect(growth === 0 || growth >= 5).toBe(true);
    if (time.people !== null) {
      expect(time.people).toBeGreaterThanOrEqual(12);
      expect(time.people).toBeLessThanOrEqual(cell.through);
    }
  });
}

/** What may not move: every byte once a block is frozen. Before, whoever comes first tells when something will be shown. */
function asShown(bytes: string): string {
  const it = JSON.parse(bytes) as JourneyPicture;
  return it.blocks.length === 0 ? JSON.stringify({ ...it, nextAt: null }) : bytes;
}

/** Nobody comes before the first freeze: chance alone brings this once in some thirty runs of the test. */
const late = Array.from({ length: 15 }, () => ({ block: 1, role: "a", through: 2, again: 3 }));

test("C52 C54 C57 C58 random teams: nothing served reveals fewer than ten people, or one to four", {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ways, { minLength: 15, maxLength: 70 }), async (people) => {
      const bench = await createBench({}, little);
      await bench.publish({ ...winADeal, roles: [] });
      let before: Record<string, JourneyPicture> = {};
      for (const [block, moment] of freezeDays.entries()) {
        for (const [i, way] of people.entries()) {
          const through = block === way.block ? way.through : way.again;
          if (block < way.block) continue;
          await walk(bench, { person: `u-${i}`, day: blockDays[block] ?? "", role: way.role, through, minutes: 1 + i });
        }
        bench.clock.set(moment);
        await freeze(bench);
        const now: Record<string, JourneyPicture> = {};
        for (const role of ["a", "b", "c", "d"]) {
          const bytes = await (await read(bench, role)).text();
          now[role] = JSON.parse(bytes) as JourneyPicture;
          checkPicture(now[role], before[role]);
          await walk(bench, { person: "later", day: blockDays[block] ?? "", role, through: 3 });
          expect(asShown(await (await read(bench, role)).text())).toBe(asShown(bytes));
        }
        before = now;
      }
      await bench.collector.close();
    }),
    { numRuns: Number(process.env.WAYMARK_RUNS ?? 15), examples: [[late]] },
  );
});
