import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { figurePages } from "../../src/insights/figure-pages.ts";
import { type Bench, createBench, winADeal } from "../support/bench.ts";
import { receiptOf } from "../support/device.ts";
import { batch, completed } from "../support/events.ts";
import { town } from "../support/town.ts";

const managers = ["manager", "csm"] as const;

/** What a route is described with. */
type Described = Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;

/** Every route that speaks to machines, as it is described; streams never end, and pages are no data. */
async function routesOf(bench: Bench): Promise<[path: string, methods: Described[string]][]> {
  const { paths } = (await (await bench.call("GET", "/openapi.json")).json()) as { paths: Described };
  return Object.entries(paths).filter(
    ([path]) => !/stream|healthz|readyz|metrics|openapi|waymark|sdk|dashboard|signin/.test(path),
  );
}

/** The ways in which somebody would try to name a person, on any route and in any parameter it has. */
const ways = ["person", "user", "userId", "id", "device", "receipt", "subject", "after"];

/** What a route says when it is asked about somebody, with their name taken out: what was asked for stands in a refusal. */
async function askAbout(
  bench: Bench,
  [method, path, own]: readonly [method: string, path: string, own: readonly string[]],
  headers: Record<string, string>,
  name: string,
): Promise<{ status: number; text: string; said: string }> {
  const query = new URLSearchParams([...new Set([...own, ...ways])].map((each): [string, string] => [each, name]));
  query.set("journey", "win-a-deal");
  query.set("role", "sales-rep");
  const at = `${path.replace(/\{[^}]+\}/g, encodeURIComponent(name))}?${query}`;
  const body = method === "get" ? {} : { body: { person: name, userId: name, id: name, subject: name } };
  const answer = await bench.call(method.toUpperCase(), at, { headers, ...body });
  const text = await answer.text();
  const said = text.replaceAll(name, "NAME").replace(/"instance":"[^"]*"/g, "");
  return { status: answer.status, text, said: `${answer.status} ${said}` };
}

test("C352 asked about one person, whatever way, no route tells a manager more than about somebody who never was", async () => {
  const it = await town();
  const { id } = await it.five(() => "Too many fields.");
  const { bench } = it;
  const key = bench.keys.ownerKey;
  const { events } = (await (await bench.call("GET", "/v1/people/u-3", { key })).json()) as {
    events: { person: string }[];
  };
  const code = events[0]?.person ?? "";
  expect(code.length).toBeGreaterThan(20);
  // By the host's id, and by the code under which they are kept: a manager knows neither, and learns nothing by either.
  const nobody = createHash("sha256").update("nobody").digest("base64url").slice(0, code.length);
  const pairs = [["u-3", "u-404"] as const, [code, nobody] as const];
  const routes = (await routesOf(bench)).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Signing out answers the same to everybody, once.
      .filter(([method]) => method === "get" || path !== "/v1/session")
      .map(([method, { parameters = [] }]) => {
        const own = parameters.filter((each) => each.in === "query").map(({ name }) => name);
        return [method, path, own] as const;
      }),
  );
  for (const role of managers) {
    const headers = { cookie: await bench.signIn(role) };
    for (const route of routes) {
      const [method, path] = route;
      for (const [known, unknown] of method === "get" ? pairs : pairs.slice(0, 1)) {
        const one = await askAbout(bench, route, headers, known);
        const other = await askAbout(bench, route, headers, unknown);
        expect([role, method, path, one.said]).toEqual([role, method, path, other.said]);
        if (one.status === 200) expect(one.text).not.toContain(`"${known}"`);
        // Nothing that names a person changes anything.
        if (method !== "get") expect([method, path, one.status >= 400]).toEqual([method, path, true]);
      }
    }
  }
  expect(routes.filter(([method]) => method === "get").length).toBeGreaterThan(30);
  expect(routes.filter(([method]) => method !== "get").length).toBeGreaterThan(25);
  expect(id).not.toBe("");
});

test("C353 an owner may export every event, so they may not read as a manager or customer success manager too", async () => {
  const bench = await createBench();
  const key = bench.keys.ownerKey;
  const add = async (name: string, role: string): Promise<unknown> => {
    const answer = await bench.call("POST", "/v1/members", { key, body: { name, role } });
    return answer.status === 201 ? 201 : ((await answer.json()) as { code: string }).code;
  };
  expect(await add("Ada Byron", "owner")).toBe(201);
  for (const role of managers) expect(await add(" ada  BYRON ", role)).toBe("member_invalid");
  expect(await add("Ada Byron", "author")).toBe(201);
  expect(await add("Max", "manager")).toBe(201);
  expect(await add("Max", "owner")).toBe("member_invalid");
  // A session is of one role, and what one role may not read it may not read by another's route.
  const cookie = await bench.signIn("owner");
  expect((await bench.call("GET", "/v1/voices/texts", { headers: { cookie } })).status).toBe(403);
});

test("C354 one person's doings, or their report, change no byte that a manager reads on any route until the next release", async () => {
  const it = await town();
  await it.five();
  const { bench } = it;
  await bench.publish({ ...winADeal, id: "other" });
  await bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey });
  const insights = "journey=win-a-deal&role=sales-rep";
  const read = async (): Promise<Record<string, string>> => {
    const texts: Record<string, string> = {};
    for (const role of managers) {
      const headers = { cookie: await bench.signIn(role) };
      for (const [path, { get }] of await routesOf(bench)) {
        // Lost targets are live, of pages and by the day (C409); a description says nothing of people.
        if (get === undefined || path.includes("{id}") || path.endsWith("/targets")) continue;
        const tables = path.includes("{table}")
          ? ["pictures", "gap", ...Object.keys(figurePages), "voices", "words"]
          : [""];
        for (const table of tables) {
          const at = path.replace("{table}", table);
          const answer = await bench.call("GET", `${at}?${insights}`, { headers });
          texts[`${role} ${at}`] = `${answer.status} ${(await answer.text()).replaceAll(/"today":"[^"]*"/g, "")}`;
        }
      }
    }
    texts.answers = await (await bench.call("GET", `/v1/answers?key=${bench.keys.writeKey}`)).text();
    return texts;
  };
  const before = await read();
  expect(Object.values(before).filter((text) => text.startsWith("200 ")).length).toBeGreaterThan(30);
  const token = await bench.token("u-7", ["sales-rep"]);
  const at = new Date(bench.clock.now()).toISOString();
  await bench.send(batch("u-7", [completed("set-date", at, "one-more")], { token, sentAt: at }));
  await it.send(7, "one more");
  expect(await read()).toEqual(before);
  it.go(3);
  await it.close();
  expect(await read()).toEqual(before);
});

test("C355 what was published stays as it was, byte for byte, when somebody who reported is erased", async () => {
  const it = await town();
  const { id } = await it.five((person) => `words ${person}`);
  await it.answer(id);
  const read = async (): Promise<string> =>
    `${await (await it.csm("GET", "/v1/voices")).text()}${await (await it.csm("GET", "/v1/voices/texts")).text()}`;
  const before = await read();
  const key = it.bench.keys.ownerKey;
  const gone = await it.bench.call("DELETE", "/v1/people/u-2", { key });
  expect(gone.status).toBe(200);
  expect(await read()).toBe(before);
});

test("C356 no route takes a receipt, a token of a report or a report's id, and none that names a person takes words", async () => {
  const it = await town();
  const text = await (await it.bench.call("GET", "/openapi.json")).text();
  const { paths } = JSON.parse(text) as {
    paths: Record<string, Record<string, { parameters?: { name: string }[] }>>;
  };
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ parameters = [] }) => [path, ...parameters.map(({ name }) => name)]),
  );
  expect(named.filter((each) => /receipt|report|nonce|thread|rating|reply/i.test(each))).toEqual([]);
  const receipt = receiptOf(it.tokens[0]?.["log-call"] ?? "");
  for (const [method, path] of [
    ["GET", `/v1/voices/${receipt}`],
    ["GET", `/v1/answers/${receipt}`],
    ["POST", `/v1/voices/texts/${receipt}`],
    ["POST", `/v1/voices/${receipt}/answer`],
  ] as const) {
    const body = method === "POST" ? { release: true, verdict: "did", text: "You" } : undefined;
    expect((await it.csm(method, path, body)).status).toBeGreaterThanOrEqual(400);
  }
});
