import { expect, test } from "vitest";
import { figurePages } from "../../src/insights/figure-pages.ts";
import { createBench, winADeal } from "../support/bench.ts";
import { receiptOf } from "../support/device.ts";
import { batch, completed } from "../support/events.ts";
import { town } from "../support/town.ts";

const managers = ["manager", "csm"] as const;

test("C352 asked about one person, whatever way, no route tells a manager more than about somebody who never was", async () => {
  const it = await town();
  const { id } = await it.five(() => "Too many fields.");
  const { bench } = it;
  const names = { known: "u-3", unknown: "u-404" };
  const { paths } = (await (await bench.call("GET", "/openapi.json")).json()) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  };
  const asked: string[] = [];
  for (const role of managers) {
    const headers = { cookie: await bench.signIn(role) };
    for (const [path, methods] of Object.entries(paths)) {
      if (methods.get === undefined || /stream|healthz|readyz|metrics|openapi|waymark|sdk|dashboard|signin/.test(path))
        continue;
      const own = (methods.get.parameters ?? []).filter((each) => each.in === "query").map(({ name }) => name);
      // The ways in which somebody would try to name a person, on any route and in any parameter it has.
      const queries = [...new Set([...own, "person", "user", "userId", "id", "device", "receipt", "subject", "after"])];
      const texts: string[] = [];
      for (const name of [names.known, names.unknown]) {
        const at = path.replace(/\{[^}]+\}/g, name);
        const query = new URLSearchParams(queries.map((each): [string, string] => [each, name]));
        query.set("journey", "win-a-deal");
        query.set("role", "sales-rep");
        const answer = await bench.call("GET", `${at}?${query}`, { headers });
        const body = await answer.text();
        asked.push(`${role} ${path}`);
        // What was asked for stands in the refusal: that is all that may differ.
        texts.push(`${answer.status} ${body.replaceAll(name, "NAME").replace(/"instance":"[^"]*"/g, "")}`);
        if (answer.status === 200) expect(body).not.toContain('"u-3"');
      }
      expect([role, path, texts[0]]).toEqual([role, path, texts[1]]);
    }
  }
  expect(asked.length).toBeGreaterThan(60);
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

test("C354 one person's doings, or their report, change no byte that a manager reads until the next release", async () => {
  const it = await town();
  await it.five();
  const { bench } = it;
  await bench.publish({ ...winADeal, id: "other" });
  const read = async (): Promise<string> => {
    const texts: string[] = [];
    for (const role of managers) {
      const headers = { cookie: await bench.signIn(role) };
      const insights = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
      const figures = Object.keys(figurePages).map((page) => `/v1/insights/${page}`);
      for (const path of ["/v1/voices", "/v1/voices/texts", insights, ...figures, "/v1/session"])
        texts.push(await (await bench.call("GET", path, { headers })).text());
    }
    texts.push(await (await bench.call("GET", `/v1/answers?key=${bench.keys.writeKey}`)).text());
    return texts.join("\n");
  };
  const before = await read();
  const token = await bench.token("u-7", ["sales-rep"]);
  const at = new Date(bench.clock.now()).toISOString();
  await bench.send(batch("u-7", [completed("set-date", at, "one-more")], { token, sentAt: at }));
  await it.send(7, "one more");
  expect(await read()).toBe(before);
  it.go(3);
  await it.close();
  expect((await read()).replaceAll(/"today":"[^"]*"/g, "")).toBe(before.replaceAll(/"today":"[^"]*"/g, ""));
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
