import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";
import { batch, event, idOf } from "./support/events.ts";
import { type Ask, openLink, overHttp } from "./support/over-http.ts";
import { speakUp } from "./support/speak-up.ts";
import { team } from "./support/team.ts";

interface Described {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { content?: Record<string, { schema?: { $ref: string } }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

const at = "2026-09-07T08:00:00Z";
const address = (path: string): string => path.replace(/:(\w+)/g, "{$1}");

/** Asks, and checks every answer against what the document says of its route. */
function checking(ask: Ask, document: Document, seen: Set<string>, wrong: unknown[]): Ask {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "http://doc.example/", ...document });
  const matches = (pattern: string, path: string): boolean =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  return async (method, path, init = {}) => {
    const answer = await ask(method, path, init);
    const bare = path.split("?")[0] ?? "";
    const patterns = Object.keys(document.paths).filter((each) => matches(each, bare));
    const pattern = patterns.find((each) => !each.includes("{")) ?? patterns[0] ?? "";
    const operation = document.paths[pattern]?.[method.toLowerCase()];
    const where = `${method} ${pattern} ${answer.status}`;
    const said = operation?.responses[answer.status] ?? operation?.responses.default;
    const described = Object.keys(said?.content ?? { "": {} });
    const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
    if (operation === undefined || !described.includes(type)) wrong.push([where, type, described]);
    const ref = said?.content?.[type]?.schema?.$ref;
    const validate = ref === undefined ? null : ajv.getSchema(`http://doc.example/${ref}`);
    if (ref !== undefined && !validate?.(answer.json)) wrong.push([where, ref, validate?.errors, answer.text]);
    if (answer.status < 400 && operation !== undefined) seen.add(operation.operationId);
    return answer;
  };
}

test("C183 the description names every route, and no other; what it refers to is there", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const document = (await ask("GET", "/openapi.json")).json as Document;
  expect(document.openapi).toBe("3.1.0");
  const described = Object.entries(document.paths).flatMap(([path, each]) =>
    Object.keys(each).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    bench.collector.routes.map(({ method, path }) => `${method} ${address(path)}`).toSorted(),
  );
  const all = Object.values(document.paths).flatMap((each) => Object.values(each));
  expect(new Set(all.map((each) => each.operationId)).size).toBe(all.length);
  const schemes = Object.keys(document.components.securitySchemes);
  for (const each of all)
    for (const need of each.security) for (const name of Object.keys(need)) expect(schemes).toContain(name);
  for (const [path, each] of Object.entries(document.paths))
    for (const operation of Object.values(each)) {
      const named = operation.parameters.filter((one) => one.in === "path").map(({ name }) => `{${name}}`);
      expect(named).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  for (const [, ref = ""] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
    const found = ref
      .replace(/^#\//, "")
      .split("/")
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
    expect([ref, typeof found]).toEqual([ref, "object"]);
  }
});

test("C183 every answer is as described, each route's own and the refusals", { timeout: 120_000 }, async () => {
  const bench = await createBench({ metricsToken: "m".repeat(20), insights: { mine: () => ({ fine: true }) } });
  const plain = await overHttp(bench);
  const document = (await plain("GET", "/openapi.json")).json as Document;
  const seen = new Set<string>();
  const wrong: unknown[] = [];
  const ask = checking(plain, document, seen, wrong);
  const { ownerKey: key, authorKey, writeKey } = bench.keys;
  const page = `key=${writeKey}`;

  await ask("PUT", "/v1/journeys/win-a-deal", { key: authorKey, body: winADeal });
  await ask("POST", "/v1/journeys/win-a-deal/publish", { key: authorKey, body: { note: "first" } });
  await ask("PUT", "/v1/journeys/win-a-deal", { key: authorKey, body: { ...winADeal, title: "Win" } });
  await ask("POST", "/v1/journeys/win-a-deal/publish", { key: authorKey });
  const held = (await ask("POST", "/v1/draft-tokens", { key: authorKey })).json.token;
  await ask("GET", "/v1/drafts", { key: held });
  await ask("GET", "/v1/drafts/win-a-deal", { key: held });
  await ask("DELETE", "/v1/draft-tokens", { key: held });
  await ask("POST", "/v1/journeys/win-a-deal/rollback", { key: authorKey, body: { version: 1 } });
  await ask("GET", "/v1/journeys/win-a-deal/versions", { key: authorKey });
  await ask("GET", "/v1/journeys/win-a-deal/draft", { key });
  await ask("GET", "/v1/journeys/win-a-deal/versions/1..2", { key: authorKey });
  const journeys = await ask("GET", `/v1/journeys?${page}&role=sales-rep`);
  const known = { "if-none-match": journeys.headers.get("etag") ?? "" };
  expect((await ask("GET", `/v1/journeys?${page}&role=sales-rep`, { headers: known })).status).toBe(304);

  const broken = { id: "broken" };
  const sent = batch("u-1", [
    event("session.started", at),
    event("host.call.logged", at, { props: { deal: 1 } }),
    broken,
  ]);
  await ask("POST", "/v1/events", { key: writeKey, body: sent });
  await ask("POST", "/v1/events", { key: writeKey, body: { ...sent, token: "nonsense" } });
  await ask("GET", "/v1/events", { key });
  const rejects = await ask("GET", "/v1/rejects", { key });
  await ask("POST", "/v1/rejects/resubmit", { key, body: { rejects: [{ id: rejects.json.rejects[0].id }] } });
  const message = { type: "track", userId: "u-1", event: "Call logged", messageId: "m-1" };
  for (const kind of ["track", "t", "identify", "i", "page", "p", "screen", "s", "group", "g", "alias", "a"])
    await ask("POST", `/v1/${kind}?${page}`, { key: writeKey, body: { ...message, type: undefined } });
  for (const path of ["/v1/batch", "/v1/b", "/beacon/v1/batch"])
    await ask("POST", `${path}?${page}&writeKey=${writeKey}`, { key: writeKey, body: { batch: [message] } });
  await ask("POST", `/v1/logs?${page}`, { key: writeKey, body: { resourceLogs: [] } });
  await ask("GET", `/v1/projects/${writeKey}/settings`);
  await ask("GET", `/sourceConfig?writeKey=${writeKey}`);
  await ask("GET", `/sourceConfig/?writeKey=${writeKey}`);

  const token = await bench.token("u-1", ["sales-rep", "sales-manager"], { name: "Ada" });
  const own = { key: token };
  const progress = { format: "waymark.progress/1", journeys: { "win-a-deal": { "": { offered: 1, steps: {} } } } };
  await ask("PUT", `/v1/progress?${page}`, { ...own, body: progress });
  await ask("GET", `/v1/progress?${page}`, own);
  const place = {
    journey: "win-a-deal",
    step: "log-call",
    attempt: 1,
    subject: "",
    role: "sales-rep",
    to: "sales-manager",
    at: 1,
  };
  await ask("POST", `/v1/handoffs?${page}`, {
    ...own,
    body: { format: "waymark.handoffs/1", acts: [{ act: "offer", id: idOf("h", 1), ...place }] },
  });
  await ask("GET", `/v1/handoffs?${page}`, own);
  const act = { act: "send", id: idOf("t", 1), handoff: idOf("h", 1), text: "Thanks", at: 1 };
  await ask("POST", `/v1/thanks?${page}`, { ...own, body: { format: "waymark.thanks/1", acts: [act] } });
  await ask("GET", `/v1/thanks?${page}`, own);

  await team(bench, "2026-09-07", 14, [2, 8, 9]);
  const adoption = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
  await ask("GET", adoption, { key });
  bench.clock.set("2026-10-09T09:00:00Z");
  await ask("POST", "/v1/blocks/freeze", { key });
  expect((await ask("GET", adoption, { key })).json.people).toBe(14);
  await ask("GET", adoption.replace("adoption", "periods"), { key });
  await ask("GET", "/v1/summary", { key });
  await ask("GET", "/v1/export", { key });
  for (const format of ["csv", "ndjson"]) await ask("GET", `/v1/export/pictures?format=${format}`, { key });
  expect((await ask("GET", "/v1/insights/gap", { key })).json.rows.length).toBeGreaterThan(3);
  for (const each of ["briefs", "fields", "handoffs", "prompts", "staying", "trust", "uptake", "value", "targets"])
    await ask("GET", `/v1/insights/${each}`, { key });
  expect((await ask("GET", "/v1/insights/experiments", { key })).json.experiments).toEqual([]);
  expect((await ask("GET", "/v1/insights/own/mine", { key })).json.report).toEqual({ fine: true });
  await ask("GET", "/v1/arrivals", { key });
  seen.add("GET_v1_arrivals_stream");

  const made = await ask("POST", "/v1/keys", { key, body: { kind: "write", label: "new" } });
  await ask("GET", "/v1/keys", { key });
  await ask("DELETE", `/v1/keys/${made.json.id}`, { key });
  const second = await ask("POST", "/v1/token-keys", { key, body: { alg: "HS256" } });
  await ask("GET", "/v1/token-keys", { key });
  await ask("DELETE", `/v1/token-keys/${second.json.keys[0].kid}`, { key });
  const ada = await ask("POST", "/v1/members", { key, body: { name: "Ada", role: "manager", scope: ["sales"] } });
  await ask("GET", `${ada.json.link}`);
  const cookie = await openLink(ask, ada.json.link);
  await ask("GET", "/v1/session", { headers: { cookie } });
  await ask("DELETE", "/v1/session", { headers: { cookie } });
  await ask("GET", "/v1/members", { key });
  await ask("PATCH", `/v1/members/${ada.json.member.id}`, { key, body: { role: "csm" } });
  await ask("POST", `/v1/members/${ada.json.member.id}/link`, { key });
  await ask("DELETE", `/v1/members/${ada.json.member.id}`, { key });
  await ask("PATCH", "/v1/project", { key, body: { origins: ["https://crm.example"], audience: null } });
  await ask("GET", "/v1/project", { key });
  await ask("GET", "/v1/audit", { key });
  await ask("GET", "/v1/people/u-1", { key });
  await ask("DELETE", `/v1/handoffs?${page}`, { key: await bench.token("u-1") });
  await ask("DELETE", "/v1/people/u-1", { key });
  await ask("DELETE", "/v1/people/u-1/suppression", { key });
  const { voice, text } = await speakUp(bench, ask);
  const headers = { cookie: await bench.signIn("csm") };
  await ask("GET", `/v1/tokens/keys?${page}&journey=win-a-deal`);
  await ask("POST", `/v1/voices/texts/${text}`, { headers, body: { release: true } });
  await ask("POST", `/v1/voices/${voice}/answer`, { headers, body: { verdict: "did", text: "Done.", by: "Ines" } });
  const statement = { journey: "win-a-deal", step: "log-call", role: "sales-rep", text: "Easy.", by: "Ines" };
  await ask("POST", "/v1/statements", { headers, body: statement });
  await ask("GET", "/v1/voices", { headers });
  const expected = { journey: "win-a-deal", step: "log-call", role: "sales-rep", share: 0.8, by: "2027-12-31" };
  await ask("POST", "/v1/expectations", {
    headers,
    body: { ...expected, milestones: [{ by: "2027-06-30", share: 0.5 }] },
  });
  await ask("GET", "/v1/expectations", { headers });
  const believes = { journey: "win-a-deal", role: "sales-rep", steps: [{ step: "log-call", share: 0.5 }] };
  const manager = { cookie: await bench.signIn("manager") };
  await ask("POST", "/v1/estimates", { headers: manager, body: believes });
  await ask("GET", "/v1/estimates", { headers: manager });
  const move = { option: "move_date", by: "2028-03-31" };
  const decided = { journey: "win-a-deal", role: "sales-rep", choice: move, note: "The form is long." };
  await ask("POST", "/v1/decisions", { headers, body: decided });
  await ask("GET", "/v1/decisions", { headers });
  await ask("GET", `/v1/answers?${page}`);
  const file = (await ask("GET", `/v1/tokens/keys?${page}&journey=win-a-deal`)).json;
  const blinded = [{ journey: "win-a-deal", step: "", message: "A".repeat(342) }];
  const request = { format: "waymark.tokens/1", quarter: file.quarter, blinded };
  await ask("POST", `/v1/tokens?${page}`, { key: await bench.token("v-11"), body: request });
  for (const path of ["/healthz", "/readyz", "/openapi.json"]) await ask("GET", path);
  await ask("GET", "/metrics", { key: "m".repeat(20) });

  // Without anything, each route says why not in one way.
  for (const [path, each] of Object.entries(document.paths))
    for (const [method, { security }] of Object.entries(each))
      if (security.length > 0)
        expect((await ask(method.toUpperCase(), path.replace(/[{}]/g, ""))).status).toBeGreaterThanOrEqual(400);
  const all = Object.values(document.paths).flatMap((each) =>
    Object.values(each).map(({ operationId }) => operationId),
  );
  expect(wrong).toEqual([]);
  expect(all.filter((id) => !seen.has(id))).toEqual([]);
});
