import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Decision, Expectation, GapReport, GapRow } from "@waymark/schema";
import { expect, onTestFinished, test } from "vitest";
import { addEstimates, believedShares, type KeptEstimate } from "../src/control/estimates.ts";
import { placeKey } from "../src/control/expectations.ts";
import { publishDraft, putDraft } from "../src/control/journeys.ts";
import { openControl } from "../src/control/open-control.ts";
import type { Reader } from "../src/http/access.ts";
import { createCollector } from "../src/index.ts";
import { showAfterEstimate } from "../src/plan/answered.ts";
import { since } from "../src/plan/decided.ts";
import { measuredOf, visibleTo } from "../src/plan/measured.ts";
import type { World } from "../src/world.ts";
import { type Bench, createBench, roles, winADeal } from "./support/bench.ts";

const place = { journey: "win-a-deal", step: "send-offer", role: "sales-rep" };
const expectation = { ...place, share: 0.8, by: "2026-12-31" };
const estimates = {
  journey: "win-a-deal",
  role: "sales-rep",
  steps: winADeal.steps.map(({ id: step }, i) => ({ step, share: 0.5 + i / 10 })),
};
const decision = { journey: "win-a-deal", note: "The form is too long.", choice: { option: "keep" } };

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is judged by what is expected of it
  json: any;
}
type Asks = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Asks as somebody: a cookie, or the owner's key. */
const asking =
  (bench: Bench, headers: Record<string, string>): Asks =>
  async (method, path, body) => {
    const response = await bench.call(method, path, { headers, body });
    return { status: response.status, json: JSON.parse((await response.text()) || "null") };
  };

const as = async (bench: Bench, role: "csm" | "manager" | "owner" | "author"): Promise<Asks> =>
  asking(bench, { cookie: await bench.signIn(role) });

/** Lets a member in and signs them in. */
async function member(bench: Bench, name: string, scope?: string[]): Promise<Asks> {
  const owner = asking(bench, { authorization: `Bearer ${bench.keys.ownerKey}` });
  const { json } = await owner("POST", "/v1/members", { name, role: "manager", ...(scope ? { scope } : {}) });
  const token = new URL(json.link, "http://collector").searchParams.get("token") ?? "";
  const request = new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) });
  const cookie = ((await bench.collector.fetch(request)).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return asking(bench, { cookie });
}

async function prepared(): Promise<{ bench: Bench; csm: Asks; manager: Asks }> {
  const bench = await createBench();
  await bench.publish();
  return { bench, csm: await as(bench, "csm"), manager: await as(bench, "manager") };
}

test("C320 an expectation is locked with date and author; another one is the next version, and the old one stays", async () => {
  const { bench, csm } = await prepared();
  const okafor = await member(bench, "M. Okafor");
  const first = await okafor("POST", "/v1/expectations", { ...expectation, minutes: 8, signed: "Somebody else" });
  expect(first.status).toBe(201);
  expect(first.json).toEqual({
    ...expectation,
    from: "2026-09-07",
    milestones: [],
    minutes: 8,
    version: 1,
    author: "M. Okafor",
    at: "2026-09-07T09:00:00.000Z",
    decision: null,
  });
  bench.clock.set("2026-09-08T09:00:00Z");
  const milestones = [
    { by: "2026-11-30", share: 0.6 },
    { by: "2026-10-31", share: 0.4 },
  ];
  const second = (await csm("POST", "/v1/expectations", { ...expectation, milestones, signed: "I. Maric" })).json;
  expect(second).toMatchObject({ version: 2, author: "I. Maric", minutes: 8, milestones: milestones.toReversed() });
  const all = (await csm("GET", "/v1/expectations")).json.expectations as Expectation[];
  expect(all).toEqual([second, first.json]);
  for (const method of ["PUT", "PATCH", "DELETE"]) expect((await csm(method, "/v1/expectations")).status).toBe(404);
});

test("C321 what cannot be expected is refused with a sentence that says what to do, and nothing of it is kept", async () => {
  const { csm } = await prepared();
  const wrong: [object, number, string, RegExp][] = [
    [{ share: 1.4 }, 422, "body_invalid", /\$\.share is 1\.4: write a share from 0 to 1/],
    [{ by: "2026-09-07" }, 422, "expectation_invalid", /does not come after 2026-09-07.*name a later day/],
    [{ from: "2027-01-01" }, 422, "expectation_invalid", /or an earlier from/],
    [{ step: "fly" }, 404, "step_unknown", /no step fly now: name one of log-call, set-date, send-offer/],
    [{ role: "pilot" }, 404, "role_unknown", /no pilot/],
    [{ role: "sales-manager" }, 422, "role_not_for", /is for sales-rep/],
    [{ journey: "nothing" }, 404, "journey_unpublished", /Publish nothing first/],
    [{ milestones: [{ by: "2027-01-31", share: 0.5 }] }, 422, "expectation_invalid", /a day of its own/],
    [{ milestones: [{ by: "2026-10-31", share: 0.9 }] }, 422, "expectation_invalid", /let shares rise/],
    [{ signed: "x".repeat(100_000) }, 422, "body_invalid", /at most 80 characters/],
  ];
  for (const [more, status, code, sentence] of wrong) {
    const answer = await csm("POST", "/v1/expectations", { ...expectation, ...more });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.detail).toMatch(sentence);
  }
  expect((await csm("GET", "/v1/expectations")).json.expectations).toEqual([]);
});

test("C322 what is expected never reaches the pages of people", async () => {
  const { bench, csm } = await prepared();
  await csm("POST", "/v1/expectations", { ...expectation, signed: "M. Okafor" });
  const published = await bench.call("GET", `/v1/journeys?key=${bench.keys.writeKey}&role=sales-rep`);
  expect(await published.text()).not.toMatch(/2026-12-31|Okafor|:0\.8/);
});

test("C323 an estimate is given once; given again, all of it is refused", async () => {
  const { bench, manager, csm } = await prepared();
  const [first, ...rest] = estimates.steps;
  const given = await manager("POST", "/v1/estimates", { ...estimates, steps: [first], signed: "M. Okafor" });
  expect(given.status).toBe(201);
  expect(given.json.estimates).toEqual([
    { ...place, ...first, author: "M. Okafor", at: new Date(bench.clock.now()).toISOString() },
  ]);
  const again = await manager("POST", "/v1/estimates", estimates);
  expect([again.status, again.json.code, again.json.steps]).toEqual([409, "estimate_given", ["log-call"]]);
  expect((await manager("POST", "/v1/estimates", { ...estimates, steps: rest })).status).toBe(201);
  expect((await manager("GET", "/v1/estimates")).json.estimates).toHaveLength(3);
  const twice = await manager("POST", "/v1/estimates", { ...estimates, steps: [first, first] });
  expect(twice.json.code).toBe("estimate_twice");
  // Who is no manager has seen the result or was never asked; nobody reads what another believed.
  expect((await csm("POST", "/v1/estimates", estimates)).json.code).toBe("role_refused");
  expect((await csm("GET", "/v1/estimates")).json.estimates).toEqual([]);
  expect((await (await as(bench, "manager"))("GET", "/v1/estimates")).json.estimates).toEqual([]);
});

test("C324 a member's estimate stays theirs over every sign-in", async () => {
  const { bench } = await prepared();
  const okafor = await member(bench, "M. Okafor");
  await okafor("POST", "/v1/estimates", estimates);
  const owner = asking(bench, { authorization: `Bearer ${bench.keys.ownerKey}` });
  const [id] = (await owner("GET", "/v1/members")).json.members.map((each: { id: string }) => each.id);
  const { link } = (await owner("POST", `/v1/members/${id}/link`)).json;
  const token = new URL(link, "http://collector").searchParams.get("token") ?? "";
  const request = new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) });
  const cookie = ((await bench.collector.fetch(request)).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const again = asking(bench, { cookie });
  expect((await again("GET", "/v1/estimates")).json.estimates).toHaveLength(3);
  expect((await again("POST", "/v1/estimates", estimates)).json.code).toBe("estimate_given");
});

test("C326 a decision that moves the date changes the plan with it, in one", async () => {
  const { bench, csm } = await prepared();
  const milestones = [
    { by: "2026-10-31", share: 0.4 },
    { by: "2026-11-30", share: 0.75 },
  ];
  await csm("POST", "/v1/expectations", { ...expectation, milestones });
  await csm("POST", "/v1/expectations", { ...expectation, step: "log-call", share: 0.9 });
  bench.clock.set("2026-09-14T09:00:00Z");
  const choice = { option: "move_date", by: "2027-02-28", share: 0.7 };
  const body = { ...decision, step: "send-offer", role: "sales-rep", choice, signed: "M. Okafor" };
  const made = await csm("POST", "/v1/decisions", body);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    ...{ journey: "win-a-deal", step: "send-offer", role: "sales-rep", choice, note: decision.note },
    ...{ author: "M. Okafor", at: "2026-09-14T09:00:00.000Z", followUp: "2026-10-12", before: [], after: [] },
    plan: {
      ...{ version: 1, versionNow: 1 },
      expectations: [
        {
          ...{ step: "send-offer", role: "sales-rep" },
          from: { by: "2026-12-31", share: 0.8 },
          to: { by: "2027-02-28", share: 0.7 },
        },
      ],
    },
  });
  const [log, ...offers] = (await csm("GET", "/v1/expectations")).json.expectations as Expectation[];
  expect(log).toMatchObject({ step: "log-call", version: 1 });
  expect(offers).toMatchObject([
    // The milestone above the new goal goes with the old one.
    { version: 2, by: "2027-02-28", share: 0.7, milestones: [milestones[0]], decision: made.json.id },
    { version: 1, by: "2026-12-31", share: 0.8, milestones, decision: null },
  ]);
});

test("C327 a decision for a new version names the one before, and the one that came", async () => {
  const { bench, csm } = await prepared();
  await csm("POST", "/v1/decisions", { ...decision, choice: { option: "new_version" } });
  const plans = async () =>
    ((await csm("GET", "/v1/decisions")).json.decisions as Decision[]).map(({ plan }) => [
      plan.version,
      plan.versionNow,
    ]);
  expect(await plans()).toEqual([[1, 1]]);
  await bench.publish({ ...winADeal, title: "Win every deal" });
  expect(await plans()).toEqual([[1, 2]]);
});

test("C328 what cannot be decided is refused with a sentence, and the plan stays", async () => {
  const { bench, csm } = await prepared();
  const limited = await member(bench, "Rep lead", ["sales-rep"]);
  const move = { option: "move_date", by: "2027-01-31" };
  const wrong: [object, string, RegExp][] = [
    [{ note: "x".repeat(100_000) }, "body_invalid", /at most 2000 characters/],
    [{ choice: move }, "decision_invalid", /add role/],
    [{ choice: move, role: "sales-rep" }, "decision_invalid", /state an expectation first/],
    [{ choice: { ...move, by: "2026-09-07" }, role: "sales-rep" }, "decision_invalid", /a day after today/],
    [{ choice: { option: "coaching", hours: 2, on: "2026-08-01" } }, "decision_invalid", /before the journey/],
    [{ followUp: "2026-09-07" }, "decision_invalid", /look again on a day after 2026-09-07/],
    [{ choice: { option: "dismiss" } }, "body_invalid", /\$\.choice/],
    [{ step: "fly" }, "step_unknown", /name one of/],
  ];
  for (const [more, code, sentence] of wrong) {
    const answer = await csm("POST", "/v1/decisions", { ...decision, ...more });
    expect(answer.json.code).toBe(code);
    expect(answer.json.detail).toMatch(sentence);
  }
  expect((await limited("POST", "/v1/decisions", decision)).json.detail).toMatch(/name the role/);
  expect((await csm("GET", "/v1/decisions")).json.decisions).toEqual([]);
});

test("C329 what is planned is for who plans it: no author, no key of a page, no other part of the tree", async () => {
  const { bench, csm } = await prepared();
  await csm("POST", "/v1/expectations", expectation);
  await csm("POST", "/v1/decisions", { ...decision, role: "sales-rep" });
  const author = await as(bench, "author");
  for (const path of ["/v1/expectations", "/v1/estimates", "/v1/decisions"]) {
    expect((await author("GET", path)).json.code).toBe("role_refused");
    const write = asking(bench, { authorization: `Bearer ${bench.keys.writeKey}` });
    expect((await write("GET", path)).json.code).toBe("key_wrong_kind");
    const foreign = { cookie: await bench.signIn("csm"), "sec-fetch-site": "cross-site" };
    expect((await asking(bench, foreign)("POST", path, {})).json.code).toBe("page_refused");
  }
  const other = await member(bench, "M. Else", ["sales-manager"]);
  expect((await other("GET", "/v1/expectations")).json.expectations).toEqual([]);
  expect((await other("GET", "/v1/decisions")).json.decisions).toEqual([]);
  expect((await other("POST", "/v1/expectations", expectation)).json.code).toBe("role_out_of_scope");
  const owner = asking(bench, { authorization: `Bearer ${bench.keys.ownerKey}` });
  expect((await owner("GET", "/v1/expectations")).json.expectations).toHaveLength(1);
});

test("C330 each act is in the log, without a name, a note or what was believed", async () => {
  const { bench, csm, manager } = await prepared();
  await csm("POST", "/v1/expectations", { ...expectation, signed: "M. Okafor" });
  await manager("POST", "/v1/estimates", { ...estimates, signed: "M. Okafor" });
  await csm("POST", "/v1/decisions", { ...decision, signed: "M. Okafor" });
  const owner = asking(bench, { authorization: `Bearer ${bench.keys.ownerKey}` });
  const { acts } = (await owner("GET", "/v1/audit")).json as { acts: { who: string; act: string; detail: string }[] };
  const mine = acts.filter(({ act }) => /^(expectation|estimate|decision)\./.test(act));
  expect(mine.map(({ who, act }) => `${who}: ${act}`)).toEqual([
    "csm: decision.write",
    "manager: estimate.give",
    "csm: expectation.state",
  ]);
  expect(JSON.stringify(mine.map(({ detail }) => detail))).not.toMatch(/Okafor|too long|0\.[5-8]/);
});

test("C331 markup in a note or a name is kept and given as it was written", async () => {
  const { csm } = await prepared();
  const markup = '<img src=x onerror="alert(1)">';
  await csm("POST", "/v1/decisions", { ...decision, note: markup, signed: markup });
  const [kept] = (await csm("GET", "/v1/decisions")).json.decisions;
  expect([kept.note, kept.author]).toEqual([markup, markup]);
});

test("C331 roles above and below those of a journey may be expected of", async () => {
  const { csm } = await prepared();
  expect(roles.some(({ id }) => id === "sales")).toBe(true);
  expect((await csm("POST", "/v1/expectations", { ...expectation, role: "sales" })).status).toBe(201);
});

const row = (more: Partial<GapRow>): GapRow => ({
  ...place,
  ...{ version: 1, expected: 0.8, believed: null, reported: null, measured: 0.3, interval: [0.2, 0.4], n: 20 },
  ...{ verdict: "behind", barrier: null, forecast: null, reasons: [], ...more },
});
const reportOf = (rows: GapRow[], ...weeks: [from: string, to: string][]): GapReport => ({
  ...{ simulated: false, nextAt: null, reason: null, courses: [], worst: [], rows },
  blocks: weeks.map(([from, to]) => ({ from, to, frozenAt: `${to}T00:00:00Z` })),
});

test("C332 what followed a decision is of weeks that began after it, and for a new version of a later one", () => {
  const kept = {
    ...{ id: "d", ...place, note: "", at: "2026-09-14T09:00:00Z", author: "", followUp: "2026-10-12", before: [] },
    choice: { option: "keep" } as const,
    plan: { version: 1, expectations: [] },
  };
  const during = reportOf([row({})], ["2026-09-07", "2026-10-05"]);
  const later = reportOf([row({}), row({ version: 2 })], ["2026-09-07", "2026-10-05"], ["2026-10-05", "2026-11-02"]);
  expect(since(reportOf([row({})]), kept, "UTC")).toEqual([]);
  expect(since(during, kept, "UTC")).toEqual([]);
  expect(since(later, kept, "UTC")).toHaveLength(2);
  expect(since(later, { ...kept, choice: { option: "new_version" } }, "UTC").map((each) => each.version)).toEqual([2]);
  const coaching = { option: "coaching", hours: 2, on: "2026-10-20" } as const;
  expect(since(later, { ...kept, choice: coaching }, "UTC")).toEqual([]);
  const rows = [row({}), row({ step: null }), row({ step: "log-call" }), row({ role: "x" }), row({ measured: null })];
  const measured = measuredOf({ rows }, { ...place });
  expect(measured).toEqual([
    { step: "send-offer", role: "sales-rep", version: 1, expected: 0.8, measured: 0.3, interval: [0.2, 0.4], n: 20 },
  ]);
  expect(measuredOf({ rows }, { journey: "win-a-deal", step: null, role: null })).toHaveLength(3);
  const within = { project: { roles } as never, scope: null };
  expect(visibleTo(within, () => true, "win-a-deal", measured)).toEqual(measured);
  expect(visibleTo(within, () => false, "win-a-deal", measured)).toEqual([]);
  expect(visibleTo({ ...within, scope: ["sales-manager"] }, () => true, "win-a-deal", measured)).toEqual([]);
});

test("C334 what is believed is the mean over members, else the earliest of those who are nobody in particular", () => {
  const of = (who: string, share: number): KeptEstimate => ({ ...place, share, author: who, at: "", who });
  const believed = (...all: KeptEstimate[]) => believedShares(all).get(placeKey(place));
  expect(believed()).toBeUndefined();
  expect(believed(of("sign-in a", 0.9), of("sign-in b", 0.1))).toBe(0.9);
  expect(believed(of("sign-in a", 0.9), of("member m", 0.4), of("member n", 0.8))).toBeCloseTo(0.6);
});

test("C333 a store of the version before has room for plans as soon as it is opened, and keeps what it had", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const clock = () => Date.parse("2026-09-07T09:00:00Z");
  const before = await createCollector({ dataDir, now: clock });
  const { ownerKey } = await before.admin.createProject({ id: "crm", title: "CRM", roles });
  await before.close();
  const db = new DatabaseSync(join(dataDir, "control.sqlite"));
  db.exec("DROP TABLE expectations; DROP TABLE estimates; DROP TABLE decisions; PRAGMA user_version=2");
  db.close();
  const collector = await createCollector({ dataDir, now: clock });
  onTestFinished(() => collector.close());
  const headers = { authorization: `Bearer ${ownerKey}` };
  for (const path of ["/v1/expectations", "/v1/decisions"])
    expect((await collector.fetch(new Request(`http://collector${path}`, { headers }))).status).toBe(200);
  const after = new DatabaseSync(join(dataDir, "control.sqlite"), { readOnly: true });
  expect(after.prepare("PRAGMA user_version").get()).toEqual({ user_version: 3 });
  after.close();
});

test("C325 a manager sees a result of a journey and role once every step of it has their estimate", async () => {
  const control = await openControl(":memory:");
  onTestFinished(() => control.destroy());
  const publishing = { project: "crm", journey: "win-a-deal", note: null, by: "author", now: 1 };
  await putDraft(control, "crm", winADeal, 1);
  await publishDraft(control, publishing);
  const seenBy = (more: object) =>
    showAfterEstimate(
      { control } as World,
      { project: { id: "crm" }, role: "manager", estimates: "member m", ...more } as Reader,
      [row({}), row({ step: null }), row({ role: "sales" }), row({ journey: "gone" })],
    );
  const measured = async (more: object = {}) => (await seenBy(more)).map((each) => each.measured);
  const give = (who: string, steps: string[]) =>
    addEstimates(
      control,
      "crm",
      who,
      steps.map((step) => ({ ...place, step, share: 0.5, author: "M", at: "2026-09-07T09:00:00Z" })),
    );
  expect(await measured()).toEqual([null, null, null, null]);
  await give("member m", ["log-call", "set-date"]);
  await give("member n", ["log-call", "set-date", "send-offer"]);
  expect(await measured()).toEqual([null, null, null, null]);
  await give("member m", ["send-offer"]);
  expect(await measured()).toEqual([0.3, 0.3, null, null]);
  expect(await measured({ role: "csm", estimates: "member c" })).toEqual([0.3, 0.3, 0.3, 0.3]);
  // A step that a new version adds is asked for before anything is seen again.
  await putDraft(
    control,
    "crm",
    { ...winADeal, steps: [...winADeal.steps, { id: "call-back", title: "Call back" }] },
    2,
  );
  await publishDraft(control, publishing);
  expect(await measured()).toEqual([null, null, null, null]);
});
