import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  BriefFigures,
  FieldFigures,
  FigureReport,
  PromptFigures,
  TargetReport,
  UseFigures,
  ValueFigures,
  WaitFigures,
} from "@waymark/schema";
import { expect, onTestFinished, test } from "vitest";
import type { RoleNode } from "../src/index.ts";
import { createBench, winADeal } from "./support/bench.ts";
import {
  brief,
  foundIn,
  freeze,
  journey,
  minuteMs,
  ready,
  report,
  reps,
  step,
  type Told,
  tell,
  through,
} from "./support/told.ts";

test("C402 the brief says who saw it, who answered and how clear it is; answers are told apart where each is five people", async () => {
  const answers = (clear: number, partly: number, notClear: number) => (i: number) =>
    brief(i < clear ? "clear" : i < clear + partly ? "partly" : i < clear + partly + notClear ? "not_clear" : null);
  const bench = await ready();
  await tell(bench, 24, "2026-09-08", answers(9, 6, 5));
  expect((await report(bench, "briefs")).reason).toBe("not_yet");
  await freeze(bench);
  const found = await foundIn<BriefFigures>(bench, "briefs");
  // 24 of 30; at most four did not answer; 9 of 20.
  expect(found?.reach).toMatchObject({ value: 0.8, n: 30, why: null });
  expect(found?.answered).toMatchObject({ value: null, why: "nearly_all" });
  expect([found?.clear.value, found?.partly.value, found?.notClear.value]).toEqual([0.45, 0.3, 0.25]);
  // Four who are not clear: told apart, the other two and the whole would give them away.
  const other = await ready();
  await tell(other, 24, "2026-09-08", answers(10, 6, 4));
  await freeze(other);
  const hidden = await foundIn<BriefFigures>(other, "briefs");
  expect([hidden?.clear.value, hidden?.partly.why, hidden?.notClear.why]).toEqual([0.5, "too_few", "too_few"]);
});

test("C402 zero and four people on a side are the same bytes", async () => {
  const bytes = async (clear: number): Promise<string> => {
    const bench = await ready();
    await tell(bench, 20, "2026-09-08", (i) => brief(i < clear ? "clear" : "not_clear"));
    await freeze(bench);
    return (await bench.call("GET", "/v1/insights/briefs", { key: bench.keys.ownerKey })).text();
  };
  expect(await bytes(0)).toBe(await bytes(4));
  expect(await bytes(20)).toBe(await bytes(16));
  // So are nobody and four who had it before them, who did a step, or to whom a prompt came.
  const told = async (count: number, page: string): Promise<string> => {
    const bench = await ready();
    await tell(bench, 12, "2026-09-08", (i) => [
      { type: "session.started" },
      ...(i < count
        ? [
            { type: "step.started", of: { ...journey, step }, props: { attempt: 1 } },
            { type: "brief.shown", of: journey },
            { type: "prompt.shown", props: { surface: "ask" } },
          ]
        : []),
    ]);
    await freeze(bench);
    return (await bench.call("GET", `/v1/insights/${page}`, { key: bench.keys.ownerKey })).text();
  };
  for (const page of ["briefs", "handoffs", "prompts", "fields", "value"])
    expect(await told(0, page), page).toBe(await told(4, page));
});

test("C403 fields say how often they are edited, by people, and what they cost", async () => {
  const bench = await ready();
  await tell(bench, 20, "2026-09-08", (i) => [
    {
      type: "focus.fields",
      of: { ...journey, step },
      props: {
        ...{ visible: 2, edited: 1, names: ["Notes", "Fax"], editedNames: i < 14 ? ["Notes"] : [] },
        seconds: i < 14 ? { Notes: 20 } : {},
      },
    },
  ]);
  await freeze(bench);
  const found = await foundIn<{ fields: FieldFigures[] }>(bench, "fields");
  expect(found?.fields.map(({ name, edited, unused }) => [name, edited.value, edited.why, unused])).toEqual([
    ["Notes", 0.7, null, false],
    ["Fax", null, "nearly_none", false],
  ]);
  expect(found?.fields[0]?.seconds).toMatchObject({ value: 20, n: 20 });
});

test("C404 where work lies: the usual time of a step, open records that lie longer, and the days that are planned", async () => {
  const bench = await ready();
  await tell(bench, 24, "2026-09-08", (i) => [
    { type: "step.started", of: { ...journey, step }, props: { attempt: 1 } },
    ...(i < 20
      ? [{ type: "step.completed", at: 10 + i, of: { ...journey, step }, props: { attempt: 1, how: "condition" } }]
      : []),
    { type: "plan.cover", of: journey, props: { open: 4, planned: i < 12 ? 2 : 0 } },
  ]);
  await freeze(bench);
  const found = await foundIn<WaitFigures>(bench, "handoffs");
  const [first] = found?.steps ?? [];
  // Of 20 between 10 and 29 minutes three in four are through after 24.
  expect(first).toMatchObject({ step, usual: { value: 1_400_000, n: 20 }, stale: { why: "too_few" } });
  // 24 of 96 open records; twelve people plan half of theirs, twelve plan none.
  expect(found?.cover).toMatchObject({ value: 0.25, n: 20 });
});

test("C405 prompts are counted by person and kind: those closed at once, of those shown; what people find stands beside", async () => {
  const bench = await ready();
  await tell(bench, 20, "2026-09-08", (i) => [
    { type: "prompt.shown", props: { surface: "ask" } },
    { type: "prompt.closed", at: 0.1, props: { surface: "ask", afterMs: i < 8 ? 900 : 6000 } },
    { type: "survey.answered", at: 1, props: { question: "useful", score: i % 2 === 0 ? 7 : 4 } },
  ]);
  await freeze(bench);
  const found = await foundIn<{ prompts: PromptFigures[]; use: UseFigures }>(bench, "prompts");
  expect(found?.prompts).toMatchObject([{ surface: "ask", struck: { value: 0.4, n: 20 }, perWeek: { value: 1 } }]);
  // 100 * (5.5 - 1) / 6
  expect(found?.use).toMatchObject({ useful: { value: 75, n: 20 }, easy: { why: "too_few" } });
});

test("C411 what a page tells with a fraction, or beyond what a column holds, costs no delivery", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const bench = await createBench({ dataDir }, reps);
  await bench.publish();
  await tell(bench, 1, "2026-09-07", () => [
    { type: "prompt.closed", props: { surface: "ask", afterMs: 812.4 } },
    { type: "prompt.closed", at: 1, props: { surface: "coach", afterMs: 1e15 + 0.5 } },
    { type: "target.found", at: 2, of: { ...journey, step }, props: { way: "role", score: 0.94, runnerUp: 0.41 } },
    { type: "focus.fields", at: 3, of: { ...journey, step }, props: { visible: 9, edited: 1, seconds: { Name: 3 } } },
    { type: "plan.cover", at: 4, of: journey, props: { open: 3, planned: 1 } },
  ]);
  const kept = (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  expect((await kept).trim().split("\n")).toHaveLength(5);
});

test("C406 the way to value is Kaplan and Meier's, and moves only where five more people have arrived", async () => {
  const bench = await ready();
  await tell(bench, 20, "2026-09-08", (i) => (i < 12 ? through(i + 1) : [{ type: "journey.offered", of: journey }]));
  await freeze(bench);
  const first = await foundIn<ValueFigures>(bench, "value");
  // 12 of 20 after 1 to 12 days: the tenth arrives on day 10.
  expect(first).toMatchObject({
    medianDays: { value: 10, n: 20 },
    p80Days: { why: "not_reached" },
    byDay7: { value: 0.35 },
  });
  expect(first?.curve.map(({ day, share }) => [day, share])).toEqual([
    [5, 0.25],
    [10, 0.5],
  ]);
  const late = (count: number) => tell(bench, count, "2026-10-13", () => through(1), "late");
  await late(4);
  await freeze(bench, "2026-11-05T00:00:00Z");
  expect(await foundIn<ValueFigures>(bench, "value")).toEqual(first);
  await tell(bench, 1, "2026-11-10", () => through(1), "later");
  await freeze(bench, "2026-12-03T00:00:00Z");
  expect((await foundIn<ValueFigures>(bench, "value"))?.medianDays.value).toBeLessThan(10);
});

test("C407 a report is of one block: the same for every viewer, and as it stood when an earlier one was frozen", async () => {
  const bench = await ready();
  await tell(bench, 20, "2026-09-08", (i) => brief(i < 10 ? "clear" : "not_clear"));
  await freeze(bench);
  const bytes = async (cookie: string, more = ""): Promise<string> =>
    (await bench.call("GET", `/v1/insights/briefs${more}`, { headers: { cookie } })).text();
  const manager = await bench.signIn("manager");
  const before = await bytes(manager);
  expect(await bytes(await bench.signIn("csm"))).toBe(before);
  // One more person changes nothing until the next block; and that block is of itself alone.
  await tell(bench, 1, "2026-10-09", () => brief("clear"), "v");
  expect(await bytes(manager)).toBe(before);
  await freeze(bench, "2026-11-05T00:00:00Z");
  const [now] = (await report<BriefFigures>(bench, "briefs")).rows;
  // One person is nothing of its own: what was last frozen stands, with its weeks.
  expect([now?.found?.clear.value, now?.block?.to]).toEqual([0.5, "2026-10-05"]);
  const then = JSON.parse(await bytes(manager, "?until=2026-10-05")) as FigureReport<BriefFigures>;
  expect(then.rows).toEqual((JSON.parse(before) as FigureReport<BriefFigures>).rows);
  expect(
    (await bench.call("GET", "/v1/insights/briefs", { headers: { cookie: await bench.signIn("author") } })).status,
  ).toBe(403);
});

test("C408 what one role hands to another: how long it waits, where ten people offered and five answered", async () => {
  const tree: RoleNode[] = [
    { id: "sales-rep", title: "Sales rep" },
    { id: "support-agent", title: "Support agent" },
  ];
  const bench = await ready(tree);
  bench.clock.set("2026-09-08T08:00:00Z");
  await tell(bench, 14, "2026-09-08", () => [{ type: "journey.offered", of: journey }]);
  const act = async (person: string, role: string, acts: object[]): Promise<void> => {
    const token = await bench.token(person, [role]);
    const headers = { authorization: `Bearer ${token}` };
    const body = { format: "waymark.handoffs/1", acts };
    const answer = await bench.call("POST", `/v1/handoffs?key=${bench.keys.writeKey}`, { headers, body });
    const { refused } = (await answer.json()) as { refused: unknown[] };
    if (answer.status !== 200 || refused.length > 0) throw new Error(JSON.stringify(refused));
  };
  const id = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
  const start = Date.parse("2026-09-08T08:00:00Z");
  for (let i = 0; i < 14; i += 1) {
    const offer = { act: "offer", id: id(i), journey: "win-a-deal", step, attempt: 1, subject: `deal:${i}` };
    await act(`u-${i}`, "sales-rep", [{ ...offer, role: "sales-rep", to: "support-agent", at: start }]);
  }
  for (let i = 0; i < 12; i += 1) {
    bench.clock.set(new Date(start + (i + 1) * 60 * minuteMs).toISOString());
    await act(`s-${i % 6}`, "support-agent", [{ act: "accept", id: id(i), at: start + (i + 1) * 60 * minuteMs }]);
  }
  await freeze(bench);
  const { rows } = await report<WaitFigures>(bench, "handoffs");
  const own = rows.find(({ role }) => role.id === "sales-rep")?.found?.handoffs;
  // Of 14 the seventh is answered after seven hours, the twelfth after twelve.
  const hour = 60 * minuteMs;
  expect(own).toMatchObject([
    { step, to: "support-agent", median: { value: 7 * hour - ((7 * hour) % 1_000_000), n: 10 } },
  ]);
});

test("C409 a target that pages do not find is listed with its last good and first bad day, live; a manager is not told", async () => {
  const bench = await ready();
  const at = (type: string): Told => ({
    ...{ type, of: { ...journey, step } },
    props: type === "target.lost" ? { reason: "none" } : { way: "name", score: 1 },
  });
  const lost = async (): Promise<TargetReport> =>
    (await (await bench.call("GET", "/v1/insights/targets", { key: bench.keys.ownerKey })).json()) as TargetReport;
  expect(await lost()).toMatchObject({ heard: false, lost: [] });
  bench.clock.set("2026-09-14T09:00:00Z");
  await tell(bench, 3, "2026-09-08", () => [at("target.found")]);
  await tell(bench, 3, "2026-09-10", () => [at("target.found")]);
  await tell(bench, 2, "2026-09-11", () => [at("target.lost")]);
  await tell(bench, 2, "2026-09-13", () => [at("target.lost")]);
  expect((await lost()).lost).toMatchObject([
    {
      step: { id: step },
      reason: "none",
      lastGood: "2026-09-10",
      firstBad: "2026-09-11",
      lastBad: "2026-09-13",
      sometimes: false,
    },
  ]);
  bench.clock.set("2026-09-15T09:00:00Z");
  await tell(bench, 1, "2026-09-14", () => [at("target.found")]);
  expect((await lost()).lost).toEqual([]);
  await tell(bench, 1, "2026-09-14", () => [at("target.lost")], "other");
  expect((await lost()).lost).toMatchObject([{ sometimes: true, lastGood: "2026-09-14", lastBad: "2026-09-14" }]);
  const headers = { cookie: await bench.signIn("manager") };
  expect((await bench.call("GET", "/v1/insights/targets", { headers })).status).toBe(403);
});

test("C410 each page is a table of the exports, with the reason where a figure is missing", async () => {
  const bench = await ready();
  await tell(bench, 24, "2026-09-08", (i) => [...brief(i < 12 ? "clear" : "not_clear"), ...through(1 + (i % 9))]);
  await freeze(bench);
  const headers = { cookie: await bench.signIn("csm") };
  const lines = async (table: string): Promise<Record<string, unknown>[]> =>
    (await (await bench.call("GET", `/v1/export/${table}?format=ndjson`, { headers })).text())
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(await lines("briefs")).toMatchObject([
    {
      journey: "win-a-deal",
      role_title: "Sales rep",
      to: "2026-10-05",
      clear: 0.5,
      clear_n: 20,
      partly_reason: "too_few",
    },
  ]);
  expect((await lines("handoffs")).map(({ step_title: title }) => title)).toContain(winADeal.steps[0]?.title);
  expect(await lines("value")).toMatchObject([{ median_days: 4, by_day_30_reason: "nearly_all" }]);
  expect([await lines("fields"), await lines("prompts"), await lines("targets")]).toEqual([[], [], []]);
});
