import type { HandoffList, ThanksList } from "@waymark/schema";
import { expect, test } from "vitest";
import { expireHandoffs } from "../src/control/handoffs.ts";
import { openControl } from "../src/control/open-control.ts";
import { type RoleNode, serve } from "../src/index.ts";
import { type Bench, benchOf, createBench, monday } from "./support/bench.ts";

const tree: RoleNode[] = [
  { id: "sales-rep", title: "Sales" },
  { id: "support", title: "Service" },
];
const people = {
  mara: ["sales-rep", "Mara Lind"],
  jonas: ["support", "Jonas Weber"],
  ines: ["support", "Ines Roth"],
  otto: ["sales-rep", "Otto Kern"],
} as const;
type Name = keyof typeof people;

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = Date.parse(monday);

async function ask(bench: Bench, who: Name, method: string, path: string, body?: unknown): Promise<Response> {
  const [role, name] = people[who];
  const key = await bench.token(`host-id-${who}`, [role], { name });
  return bench.call(method, `${path}?key=${bench.keys.writeKey}`, { key, body });
}
const see = async (bench: Bench, who: Name): Promise<HandoffList> =>
  (await ask(bench, who, "GET", "/v1/handoffs")).json() as Promise<HandoffList>;
async function act(bench: Bench, who: Name, ...acts: object[]): Promise<HandoffList> {
  const answer = await ask(bench, who, "POST", "/v1/handoffs", { format: "waymark.handoffs/1", acts });
  expect(answer.status).toBe(200);
  return (await answer.json()) as HandoffList;
}
async function thank(bench: Bench, who: Name, ...acts: object[]): Promise<ThanksList> {
  const body = acts.length > 0 ? { format: "waymark.thanks/1", acts } : undefined;
  const answer = await ask(bench, who, body ? "POST" : "GET", "/v1/thanks", body);
  return (await answer.json()) as ThanksList;
}

const offer = (n = 1, more: object = {}): object => ({
  act: "offer",
  id: uuid(n),
  journey: "win-a-deal",
  step: "win",
  attempt: 1,
  subject: "deal:17",
  role: "sales-rep",
  to: "support",
  onward: { journey: "welcome-customer" },
  at,
  ...more,
});
const accept = (n = 1): object => ({ act: "accept", id: uuid(n), at });
const giveBack = (n = 1): object => ({ act: "return", id: uuid(n), reason: "Kiel or Lund first?", at });

test("H50 offered to a role, accepted by one person", async () => {
  const bench = await createBench({}, tree);
  const mine = await act(bench, "mara", offer());
  expect(mine.handoffs).toMatchObject([
    { id: uuid(1), from: { name: "Mara Lind", title: "Sales", me: true }, to: { title: "Service" }, offered: { at } },
  ]);
  expect((await see(bench, "jonas")).handoffs).toMatchObject([{ from: { name: "Mara Lind", role: "sales-rep" } }]);
  expect((await see(bench, "jonas")).handoffs[0]?.from.me).toBeUndefined();
  const taken = await act(bench, "jonas", accept());
  expect(taken.handoffs).toMatchObject([{ accepted: { by: { name: "Jonas Weber", me: true } } }]);
  const late = await act(bench, "ines", accept());
  expect(late).toMatchObject({ handoffs: [], refused: [{ id: uuid(1), act: "accept", code: "taken" }] });
  expect((await see(bench, "mara")).handoffs).toMatchObject([{ accepted: { by: { name: "Jonas Weber" } } }]);
});

test("H50 of two who accept in the same moment one has it", async () => {
  const bench = await createBench({}, tree);
  await act(bench, "mara", offer());
  const both = await Promise.all([act(bench, "jonas", accept()), act(bench, "ines", accept())]);
  expect(both.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(both.flatMap(({ handoffs }) => handoffs)).toHaveLength(1);
});

test("H51 given back with a question, also before it was accepted", async () => {
  const bench = await createBench({}, tree);
  await act(bench, "mara", offer(1), offer(2, { attempt: 2 }));
  await act(bench, "jonas", accept(1), giveBack(1));
  const [first] = (await act(bench, "ines", giveBack(2))).handoffs;
  expect(first).toMatchObject({ id: uuid(2), returned: { reason: "Kiel or Lund first?", by: { me: true } } });
  const seen = (await see(bench, "mara")).handoffs;
  expect(seen).toMatchObject([
    { accepted: { by: { name: "Jonas Weber" } }, returned: { reason: "Kiel or Lund first?" } },
    { returned: { by: { name: "Ines Roth" } } },
  ]);
});

test("H52 everybody sees their own only, and no id of anybody", async () => {
  const bench = await createBench({}, tree);
  await act(bench, "mara", offer());
  expect((await see(bench, "otto")).handoffs).toEqual([]);
  expect((await act(bench, "otto", accept(), giveBack(), { act: "withdraw", id: uuid(1), at })).refused).toMatchObject([
    { code: "unknown" },
    { code: "unknown" },
    { code: "unknown" },
  ]);
  await act(bench, "jonas", accept());
  expect((await see(bench, "ines")).handoffs).toEqual([]);
  for (const who of ["mara", "jonas"] as const) expect(JSON.stringify(await see(bench, who))).not.toContain("host-id");
  // Another project: their tokens open nothing here, and its own people see none of this.
  const keys = await bench.collector.admin.createProject({ id: "other", title: "Other", roles: tree });
  const other = benchOf(bench.collector, bench.clock, keys);
  const key = await bench.token("host-id-mara", ["sales-rep"]);
  expect((await other.call("GET", `/v1/handoffs?key=${keys.writeKey}`, { key })).status).toBe(401);
  for (const who of ["mara", "jonas"] as const) expect((await see(other, who)).handoffs).toEqual([]);
});

test("H53 the same again changes nothing, and what two devices offered is one", async () => {
  const bench = await createBench({}, tree);
  const once = await act(bench, "mara", offer());
  bench.clock.set("2026-09-07T10:00:00Z");
  expect(await act(bench, "mara", offer())).toEqual(once);
  expect((await act(bench, "mara", offer(2))).handoffs.map(({ id }) => id)).toEqual([uuid(1)]);
  const taken = await act(bench, "jonas", accept());
  bench.clock.set("2026-09-07T11:00:00Z");
  expect(await act(bench, "jonas", accept())).toEqual(taken);
  expect((await act(bench, "otto", offer())).refused).toMatchObject([{ code: "not_yours" }]);
});

test("H54 withdrawn while nobody has it", async () => {
  const bench = await createBench({}, tree);
  const withdraw = { act: "withdraw", id: uuid(1), at };
  await act(bench, "mara", offer());
  expect((await act(bench, "mara", withdraw)).refused).toEqual([]);
  expect((await see(bench, "jonas")).handoffs).toEqual([]);
  await act(bench, "mara", offer(2, { attempt: 2 }));
  await act(bench, "jonas", accept(2));
  expect((await act(bench, "mara", { ...withdraw, id: uuid(2) })).refused).toMatchObject([{ code: "too_late" }]);
});

test("H55 signed people and good bodies only", async () => {
  const bench = await createBench({}, tree);
  for (const path of ["/v1/handoffs", "/v1/thanks"]) {
    const bare = await bench.call("GET", `${path}?key=${bench.keys.writeKey}`);
    expect([bare.status, await bare.json()]).toMatchObject([401, { code: "person_unsigned" }]);
    const acts = [{ act: "send", id: "x" }, { act: "accept" }, offer(1, { note: "x".repeat(201) })];
    const bad = await ask(bench, "mara", "POST", path, { format: "waymark.handoffs/1", acts });
    expect([bad.status, await bad.json()]).toMatchObject([422, { code: "handoff_invalid" }]);
  }
  const many = Array.from({ length: 101 }, (_, n) => offer(n, { subject: `deal:${n}` }));
  const body = { format: "waymark.handoffs/1", acts: many };
  expect((await ask(bench, "mara", "POST", "/v1/handoffs", body)).status).toBe(422);
});

test("H55 a person's rows have an end", async () => {
  const bench = await createBench({}, tree);
  const acts = (from: number): object[] =>
    Array.from({ length: 100 }, (_, n) => offer(from + n, { subject: `deal:${from + n}` }));
  for (const from of [0, 100, 200, 300, 400]) await act(bench, "mara", ...acts(from));
  expect((await act(bench, "mara", offer(501, { subject: "deal:501" }))).refused).toMatchObject([{ code: "too_many" }]);
  // Known ones may still be told again.
  expect((await act(bench, "mara", offer(1, { subject: "deal:1" }))).refused).toEqual([]);
});

test("H56 the name is the token's, else what the page says, in one plain line", async () => {
  const bench = await createBench({}, tree);
  const say = async (claims: object, name: string, id: number): Promise<string | undefined> => {
    const key = await bench.token("host-id-mara", ["sales-rep"], claims as Record<string, unknown>);
    const body = { format: "waymark.handoffs/1", name, acts: [offer(id, { subject: `deal:${id}` })] };
    await bench.call("POST", `/v1/handoffs?key=${bench.keys.writeKey}`, { key, body });
    return (await see(bench, "jonas")).handoffs.find((each) => each.id === uuid(id))?.from.name;
  };
  expect(await say({ name: "Mara Lind" }, "The boss", 1)).toBe("Mara Lind");
  expect(await say({}, "Mara\u202e\n", 2)).toBe("Mara");
  expect(await say({}, "  ", 3)).toBeUndefined();
});

test("H57 what is known already costs 304, and a page of an allowed origin may read it", async () => {
  const bench = await createBench({}, tree);
  const key = await bench.token("host-id-mara", ["sales-rep"]);
  const get = (tag: string): Promise<Response> =>
    bench.call("GET", `/v1/handoffs?key=${bench.keys.writeKey}`, {
      key,
      headers: { "if-none-match": tag, origin: "http://localhost:5173" },
    });
  const first = await get("");
  const tag = first.headers.get("etag") ?? "";
  expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(first.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  expect((await get(tag)).status).toBe(304);
  await act(bench, "mara", offer());
  expect((await get(tag)).status).toBe(200);
});

test("H58 thanks go to who took it over, once; others see them when the receiver shows them", async () => {
  const bench = await createBench({}, tree);
  const send = { act: "send", id: uuid(90), handoff: uuid(1), text: "The customer noticed.", at };
  await act(bench, "mara", offer());
  expect((await thank(bench, "mara", send)).refused).toMatchObject([{ code: "too_late" }]);
  await act(bench, "jonas", accept());
  expect((await thank(bench, "ines", send)).refused).toMatchObject([{ code: "unknown" }]);
  expect(await thank(bench, "mara", send, { ...send, id: uuid(91), text: "Again" })).toMatchObject({ refused: [] });
  const [got, ...more] = (await thank(bench, "jonas")).thanks;
  expect([got, more]).toMatchObject([
    { text: send.text, shown: false, from: { name: "Mara Lind" }, to: { me: true } },
    [],
  ]);
  for (const who of ["ines", "otto"] as const) expect((await thank(bench, who)).thanks).toEqual([]);
  const show = { act: "show", id: uuid(90), shown: true };
  expect((await thank(bench, "mara", show)).refused).toMatchObject([{ code: "unknown" }]);
  await thank(bench, "jonas", show);
  const [seen] = (await thank(bench, "otto")).thanks;
  expect(seen).toMatchObject({ text: send.text, handoff: "", subject: "", to: { name: "Jonas Weber" } });
  await thank(bench, "jonas", { ...show, shown: false });
  expect((await thank(bench, "otto")).thanks).toEqual([]);
});

test("H59 who is erased is gone: offers, thanks, name and words", async () => {
  const bench = await createBench({}, tree);
  await act(bench, "mara", offer(1), offer(2, { attempt: 2 }));
  await act(bench, "jonas", accept(1), giveBack(2));
  await thank(bench, "mara", { act: "send", id: uuid(90), handoff: uuid(1), text: "Thank you.", at });
  expect((await ask(bench, "jonas", "DELETE", "/v1/handoffs")).status).toBe(204);
  const left = JSON.stringify([await see(bench, "mara"), await thank(bench, "mara")]);
  for (const gone of ["Jonas", "Kiel", "Thank you"]) expect(left).not.toContain(gone);
  expect((await see(bench, "jonas")).handoffs).toEqual([]);
  await bench.collector.admin.forgetHandoffs("crm", "host-id-mara");
  expect((await see(bench, "mara")).handoffs).toEqual([]);
});

test("H60 what nobody touched for 90 days is dropped", async () => {
  const db = await openControl(":memory:");
  const row = {
    project: "crm",
    place: "",
    offerer: "p",
    taker: null,
    toRole: "support",
    state: "offered",
    content: "{}",
  };
  await db
    .insertInto("handoffs")
    .values({ ...row, id: "old", changedAt: 0 })
    .execute();
  await db
    .insertInto("handoffs")
    .values({ ...row, id: "new", place: "b", changedAt: 2 * 86_400_000 })
    .execute();
  await expireHandoffs(db, 91 * 86_400_000);
  expect(await db.selectFrom("handoffs").select("id").execute()).toEqual([{ id: "new" }]);
  await db.destroy();
});

test("H61 no page of a manager and no export speaks of them", async () => {
  const bench = await createBench({}, tree);
  await act(bench, "mara", offer());
  await act(bench, "jonas", accept());
  const cookie = await bench.signIn("owner");
  const pages = ["/v1/arrivals", "/v1/insights/adoption?role=support&journey=win-a-deal", "/v1/events"];
  for (const path of pages) {
    const answers = [
      await bench.call("GET", path, { headers: { cookie } }),
      await bench.call("GET", path, { key: bench.keys.ownerKey }),
    ];
    for (const each of answers) expect(await each.text()).not.toMatch(/Jonas|Mara|deal:17/);
  }
  for (const key of [bench.keys.ownerKey, bench.keys.authorKey])
    expect((await bench.call("GET", `/v1/handoffs?key=${bench.keys.writeKey}`, { key })).status).toBe(401);
});

test("H50 over real HTTP", async () => {
  const bench = await createBench({}, tree);
  const { url, close } = await serve(bench.collector, { port: 0 });
  const [role, name] = people.mara;
  const authorization = `Bearer ${await bench.token("host-id-mara", [role], { name })}`;
  const body = JSON.stringify({ format: "waymark.handoffs/1", acts: [offer()] });
  const headers = { authorization, "content-type": "application/json" };
  const sent = await fetch(`${url}/v1/handoffs?key=${bench.keys.writeKey}`, { method: "POST", headers, body });
  expect([sent.status, await sent.json()]).toMatchObject([200, { handoffs: [{ id: uuid(1) }] }]);
  await close();
});
