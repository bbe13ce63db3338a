import type { GapReport } from "@waymark/schema";
import { expect, test } from "vitest";
import type { RoleNode } from "../src/index.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { crew, practise } from "./support/practice.ts";

const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep" }];
const place = { journey: "win-a-deal", role: "sales-rep" };

async function frozen(): Promise<Bench> {
  const bench = await createBench({}, reps);
  await bench.publish();
  const plan = { ...place, step: "log-call", share: 0.8, from: "2026-09-01", by: "2026-09-30" };
  await bench.call("POST", "/v1/expectations", { key: bench.keys.ownerKey, body: plan });
  await practise(bench, crew(20, 8, { day: "2026-09-08", step: "log-call" }));
  bench.clock.set("2026-10-08T00:00:00Z");
  await bench.collector.admin.freezeDue();
  return bench;
}

async function lines(bench: Bench, cookie: string, more = ""): Promise<Record<string, unknown>[]> {
  const answer = await bench.call("GET", `/v1/export/gap?format=ndjson${more}`, { headers: { cookie } });
  const text = (await answer.text()).trimEnd();
  return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("C400 the gap is exported row by row as its page shows it, as CSV too, and as it stood at an earlier block", async () => {
  const bench = await frozen();
  const cookie = await bench.signIn("csm");
  const report = (await (await bench.call("GET", "/v1/insights/gap", { headers: { cookie } })).json()) as GapReport;
  const rows = await lines(bench, cookie);
  expect(
    rows.map((row) => [row.step, row.expected, row.measured, row.measured_low, row.n_at_least, row.verdict]),
  ).toEqual(
    report.rows.map((row) => [row.step, row.expected, row.measured, row.interval?.[0] ?? null, row.n, row.verdict]),
  );
  const first = winADeal.steps[0];
  expect(rows[0]).toMatchObject({
    ...{ table: "gap", journey_title: winADeal.title, role_title: "Sales rep", step_title: first?.title },
    ...{ measured: 0.4, verdict: "behind", to: "2026-10-05", believed_reason: "not_believed" },
  });
  const csv = await (await bench.call("GET", "/v1/export/gap", { headers: { cookie } })).text();
  expect(csv.split("\r\n").length).toBe(rows.length + 2);
  expect(await lines(bench, cookie, "&role=support")).toEqual([]);
  // Before the first block there was nothing, and what is frozen later is not in what was frozen before.
  await practise(bench, crew(20, 18, { day: "2026-10-13", step: "log-call" }));
  bench.clock.set("2026-11-05T00:00:00Z");
  await bench.collector.admin.freezeDue();
  expect((await lines(bench, cookie))[0]?.to).toBe("2026-11-02");
  expect((await lines(bench, cookie, "&until=2026-10-05"))[0]).toMatchObject({ to: "2026-10-05", measured: 0.4 });
});

test("C401 who has not said what they believe gets the plan of the gap alone, in every export", async () => {
  const bench = await frozen();
  const cookie = await bench.signIn("manager");
  const hidden = await lines(bench, cookie);
  expect(hidden.map((row) => [row.measured, row.measured_low, row.n_at_least, row.verdict, row.barrier])).toEqual(
    hidden.map(() => [null, null, null, null, null]),
  );
  expect(hidden[0]).toMatchObject({ expected: 0.8, measured_reason: "estimate_first" });
  const all = await (await bench.call("GET", "/v1/export", { headers: { cookie } })).text();
  expect(all.split("\n").filter((line) => line.includes('"table":"gap"') && line.includes('"measured":0'))).toEqual([]);
  const steps = winADeal.steps.map(({ id }) => ({ step: id, share: 0.5 }));
  const said = { ...place, steps, signed: "M. Okafor" };
  expect((await bench.call("POST", "/v1/estimates", { headers: { cookie }, body: said })).status).toBe(201);
  expect((await lines(bench, cookie))[0]).toMatchObject({ measured: 0.4, believed: 0.5, verdict: "behind" });
});

test("C470 a step's course is what each block said of it when it was frozen: no later report moves a point of it", async () => {
  const bench = await frozen();
  const cookie = await bench.signIn("csm");
  const courses = async (): Promise<GapReport["courses"]> =>
    ((await (await bench.call("GET", "/v1/insights/gap", { headers: { cookie } })).json()) as GapReport).courses;
  const [first] = await courses();
  expect(first).toMatchObject({
    ...place,
    step: "log-call",
    version: 1,
    points: [{ to: "2026-10-05", measured: 0.4 }],
  });
  await practise(bench, crew(20, 3, { day: "2026-10-13", step: "log-call", attempt: 2 }));
  bench.clock.set("2026-11-05T00:00:00Z");
  await bench.collector.admin.freezeDue();
  const [then] = await courses();
  expect(then?.points[0]).toEqual(first?.points[0]);
  // Nearly none: three or nobody, the interval is all that is said.
  expect(then?.points[1]).toMatchObject({ to: "2026-11-02", measured: null, interval: [0, expect.any(Number)], n: 20 });
  for (const [index, to] of ["2026-10-05", "2026-11-02"].entries()) {
    const row = (await lines(bench, cookie, `&until=${to}`))[0];
    const point = then?.points[index];
    expect([row?.measured, row?.measured_low, row?.measured_high]).toEqual([
      point?.measured,
      ...(point?.interval ?? []),
    ]);
  }
});

test("C471 who has not said what they believe reads no course either, nor who is of another part of the roles", async () => {
  const bench = await frozen();
  const read = async (cookie: string): Promise<GapReport["courses"]> =>
    ((await (await bench.call("GET", "/v1/insights/gap", { headers: { cookie } })).json()) as GapReport).courses;
  const cookie = await bench.signIn("manager");
  expect(await read(cookie)).toEqual([]);
  const steps = winADeal.steps.map(({ id }) => ({ step: id, share: 0.5 }));
  await bench.call("POST", "/v1/estimates", { headers: { cookie }, body: { ...place, steps, signed: "M. Okafor" } });
  expect(await read(cookie)).toHaveLength(1);
});
