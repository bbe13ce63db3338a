import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { segmentAddresses } from "../src/http/client-access.ts";
import { type Bench, benchOf, benchStores, createBench, roles, winADeal } from "./support/bench.ts";
import { batch, completed, event, idOf } from "./support/events.ts";
import { type Ask, openLink, overHttp } from "./support/over-http.ts";
import { speakUp } from "./support/speak-up.ts";
import { team } from "./support/team.ts";

/** A word that stands in everything project A has, and nowhere else. */
const mark = "ONLY-OF-A";
const at = "2026-09-07T08:00:00Z";

interface Asked {
  path?: (of: A) => string;
  body?: unknown;
  form?: Record<string, string>;
  /** Served to everybody: it holds nothing of any project. */
  open?: true;
}

/** What of project A somebody could name in an address. */
interface A {
  journey: string;
  key: string;
  kid: string;
  member: string;
  person: string;
  invite: string;
  voice: string;
  words: string;
}

const offer = {
  act: "offer",
  id: idOf("h", 1),
  journey: "win-a-deal",
  step: "log-call",
  attempt: 1,
  subject: "",
  role: "sales-rep",
  to: "sales-manager",
  at: 1,
};
const handoffs = { format: "waymark.handoffs/1", acts: [offer, { ...offer, id: idOf("other", 1) }] };
const thanks = {
  format: "waymark.thanks/1",
  acts: [{ act: "send", id: idOf("t", 1), handoff: idOf("h", 1), text: "Thanks", at: 1 }],
};
const message = "A".repeat(342);
const adoption = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";

/** One line for each route of the app. A route that is not here fails the test: say how it is asked. */
const lines: Record<string, Asked> = {
  "POST /v1/events": { body: batch("u-1", [event("host.call.logged", at, {}, "of-b")]) },
  "GET /v1/events": {},
  "GET /v1/journeys": {},
  "PUT /v1/journeys/:id": { path: ({ journey }) => `/v1/journeys/${journey}`, body: winADeal },
  "POST /v1/draft-tokens": {},
  "DELETE /v1/draft-tokens": {},
  "GET /v1/drafts": {},
  "GET /v1/drafts/:id": { path: () => "/v1/drafts/only-of-a" },
  "GET /v1/journeys/:id/draft": { path: ({ journey }) => `/v1/journeys/${journey}/draft` },
  "GET /v1/journeys/:id/versions": { path: ({ journey }) => `/v1/journeys/${journey}/versions` },
  "GET /v1/journeys/:id/versions/:range": { path: ({ journey }) => `/v1/journeys/${journey}/versions/1..draft` },
  "POST /v1/journeys/:id/publish": { path: ({ journey }) => `/v1/journeys/${journey}/publish`, body: {} },
  "POST /v1/journeys/:id/rollback": { path: ({ journey }) => `/v1/journeys/${journey}/rollback`, body: { version: 1 } },
  "GET /v1/progress": {},
  "PUT /v1/progress": { body: { format: "waymark.progress/1", journeys: {} } },
  "GET /v1/handoffs": {},
  "POST /v1/handoffs": { body: handoffs },
  "DELETE /v1/handoffs": {},
  "GET /v1/thanks": {},
  "POST /v1/thanks": { body: thanks },
  "GET /v1/tokens/keys": { path: () => "/v1/tokens/keys?journey=only-of-a" },
  "POST /v1/tokens": {
    body: { format: "waymark.tokens/1", quarter: "2026-Q3", blinded: [{ journey: "only-of-a", step: "", message }] },
  },
  "POST /v1/envelopes": { body: { format: "waymark.envelope/1" } },
  "GET /v1/answers": {},
  "GET /v1/voices": {},
  "GET /v1/voices/texts": {},
  "POST /v1/voices/texts/:id": { path: ({ words }) => `/v1/voices/texts/${words}`, body: { release: true } },
  "POST /v1/voices/:id/answer": {
    path: ({ voice }) => `/v1/voices/${voice}/answer`,
    body: { verdict: "did", text: "of b" },
  },
  "POST /v1/statements": {
    body: { journey: "only-of-a", step: "log-call", role: "sales-rep", text: "of b", by: "Bob" },
  },
  "GET /v1/expectations": {},
  "POST /v1/expectations": {
    body: { journey: "only-of-a", step: "log-call", role: "sales-rep", share: 0.5, by: "2027-01-31" },
  },
  "GET /v1/estimates": {},
  "POST /v1/estimates": {
    body: { journey: "only-of-a", role: "sales-rep", steps: [{ step: "log-call", share: 0.5 }] },
  },
  "GET /v1/decisions": {},
  "POST /v1/decisions": { body: { journey: "only-of-a", choice: { option: "keep" }, note: "of b" } },
  "GET /v1/insights/adoption": { path: () => adoption },
  "GET /v1/insights/periods": { path: () => adoption.replace("adoption", "periods") },
  "GET /v1/summary": {},
  "GET /v1/export": {},
  "GET /v1/export/:table": { path: () => "/v1/export/pictures" },
  "GET /v1/insights/gap": {},
  "GET /v1/insights/briefs": {},
  "GET /v1/insights/fields": {},
  "GET /v1/insights/handoffs": {},
  "GET /v1/insights/prompts": {},
  "GET /v1/insights/staying": {},
  "GET /v1/insights/trust": {},
  "GET /v1/insights/uptake": {},
  "GET /v1/insights/value": {},
  "GET /v1/insights/targets": {},
  "GET /v1/insights/experiments": {},
  "GET /v1/insights/own/:name": { path: () => "/v1/insights/own/none" },
  "POST /v1/blocks/freeze": {},
  "GET /v1/arrivals": {},
  "GET /v1/arrivals/stream": {},
  "GET /signin": { path: ({ invite }) => `/signin?token=${invite.slice(0, -1)}`, open: true },
  "POST /signin": { form: { token: "in_guess" }, open: true },
  "GET /v1/rejects": {},
  "POST /v1/rejects/resubmit": { body: { rejects: [{ id: "REJECT" }] } },
  "GET /v1/session": {},
  "DELETE /v1/session": {},
  "GET /v1/keys": {},
  "POST /v1/keys": { body: { kind: "write" } },
  "DELETE /v1/keys/:id": { path: ({ key }) => `/v1/keys/${key}` },
  "GET /v1/token-keys": {},
  "POST /v1/token-keys": { body: { alg: "HS256" } },
  "DELETE /v1/token-keys/:kid": { path: ({ kid }) => `/v1/token-keys/${kid}` },
  "GET /v1/members": {},
  "POST /v1/members": { body: { name: "Bob", role: "csm" } },
  "PATCH /v1/members/:id": { path: ({ member }) => `/v1/members/${member}`, body: { role: "author" } },
  "POST /v1/members/:id/link": { path: ({ member }) => `/v1/members/${member}/link` },
  "DELETE /v1/members/:id": { path: ({ member }) => `/v1/members/${member}` },
  "GET /v1/project": {},
  "PATCH /v1/project": { body: { title: "B still" } },
  "GET /v1/audit": { path: () => "/v1/audit?before=999999" },
  "GET /v1/people/:id": { path: ({ person }) => `/v1/people/${person}` },
  "DELETE /v1/people/:id": { path: ({ person }) => `/v1/people/${person}` },
  "DELETE /v1/people/:id/suppression": { path: ({ person }) => `/v1/people/${person}/suppression` },
  ...Object.fromEntries(
    Object.values(segmentAddresses)
      .flat()
      .map((address) => [`POST ${address}`, { body: { userId: "u-1", event: "of b", type: "track", batch: [] } }]),
  ),
  "POST /v1/logs": { body: { resourceLogs: [] } },
  "GET /v1/projects/:writeKey/settings": { path: () => "/v1/projects/pk_guess/settings" },
  "GET /sourceConfig": {},
  "GET /sourceConfig/": {},
  "GET /metrics": {},
  "GET /openapi.json": { open: true },
  "GET /healthz": { open: true },
  "GET /readyz": { open: true },
};

/** Fills a project with one of everything. */
async function fill(bench: Bench, ask: Ask, project: string): Promise<A> {
  const key = bench.keys.ownerKey;
  await bench.publish({ ...winADeal, title: mark });
  await bench.publish({ ...winADeal, id: "only-of-a", title: `${mark} 2` });
  await team(bench, "2026-09-07", 12, [2, 3, 4]);
  const token = await bench.token("u-1", ["sales-rep"], { name: mark });
  const page = `?key=${bench.keys.writeKey}`;
  await bench.send(
    batch("u-1", [completed("log-call", at, mark), event("host.x", at, { props: { mark } }), { mark }], { token }),
  );
  await ask("POST", `/v1/handoffs${page}`, { key: token, body: handoffs });
  await ask("PUT", `/v1/progress${page}`, {
    key: token,
    body: { format: "waymark.progress/1", journeys: { [mark]: {} } },
  });
  const place = { journey: "only-of-a", step: "log-call", role: "sales-rep" };
  await ask("POST", "/v1/expectations", { key, body: { ...place, share: 0.8, by: "2026-12-31", signed: mark } });
  await ask("POST", "/v1/decisions", { key, body: { journey: "only-of-a", choice: { option: "keep" }, note: mark } });
  const { voice, text } = await speakUp(bench, ask, mark);
  const made = await ask("POST", "/v1/keys", { key, body: { kind: "write", label: mark } });
  const second = await ask("POST", "/v1/token-keys", { key, body: { alg: "HS256" } });
  const member = await ask("POST", "/v1/members", { key, body: { name: mark, role: "csm" } });
  await openLink(ask, member.json.link);
  const invite = await bench.collector.admin.invite(project, "owner");
  return {
    journey: "only-of-a",
    key: made.json.id,
    kid: second.json.keys[0].kid,
    member: member.json.member.id,
    person: "u-1",
    voice,
    words: text,
    invite: new URL(invite, "http://x").searchParams.get("token") ?? "",
  };
}

/** Every kind of credential of a project, and with a token each write key it could be used beside. */
async function credentialsOf(
  bench: Bench,
  project: string,
  ask: Ask,
  strange: string,
): Promise<Record<string, Credential>> {
  const { writeKey, authorKey, ownerKey, signingSecret } = bench.keys;
  const session = async (role: "owner" | "author" | "csm" | "manager") => ({
    headers: { cookie: await openLink(ask, await bench.collector.admin.invite(project, role)) },
  });
  const scoped = await ask("POST", "/v1/members", {
    key: ownerKey,
    body: { name: "M", role: "manager", scope: ["sales"] },
  });
  const key = await bench.token("u-1", ["sales-rep", "sales-manager"]);
  const server = (await bench.collector.admin.issueKey(project, "server")).key;
  return {
    "server key": { key: server },
    "server key in the address": { query: `writeKey=${server}` },
    "write key": { key: writeKey },
    "write key in the address": { query: `key=${writeKey}` },
    "author key": { key: authorKey },
    "owner key": { key: ownerKey },
    "draft token": { key: (await ask("POST", "/v1/draft-tokens", { key: authorKey })).json.token },
    "signing secret": { key: signingSecret },
    "owner session": await session("owner"),
    "author session": await session("author"),
    "csm session": await session("csm"),
    "manager session": await session("manager"),
    "manager of a part": { headers: { cookie: await openLink(ask, scoped.json.link) } },
    "person's token": { key, query: `key=${writeKey}` },
    "person's token beside the other's write key": { key, query: `key=${strange}` },
  };
}

const written = (table: string, row: object): string =>
  `${table} ${JSON.stringify(row, (_, v) => (v instanceof Uint8Array ? Buffer.from(v).toString("hex") : v))}`;

function rowsIn(path: string, project: string): string[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'").all();
  const rows = (tables as { name: string }[]).flatMap(({ name }) => {
    const columns = db.prepare(`PRAGMA table_info("${name}")`).all() as { name: string }[];
    const own = name === "projects" ? "id" : "project";
    if (!columns.some((each) => each.name === own)) return [];
    const found = db.prepare(`SELECT * FROM "${name}" WHERE "${own}"=?`).all(project);
    return found.map((row) => written(name, row));
  });
  db.close();
  return rows;
}

/** Every row of a project, in both stores. */
async function rowsOf(dataDir: string, project: string): Promise<string> {
  const control = benchStores.controlRows
    ? (await benchStores.controlRows(project)).map(([table, row]) => written(table, row))
    : rowsIn(join(dataDir, "control.sqlite"), project);
  return [...control, ...rowsIn(join(dataDir, "events.sqlite"), project)].sort().join("\n");
}

interface Credential {
  key?: string;
  query?: string;
  headers?: Record<string, string>;
}

/** Asks for something of A's with a credential of B's; gives what is wrong with the answer. */
async function wrongWith(ask: Ask, route: string, credential: Credential, things: A): Promise<string[]> {
  const [method = "", pattern = ""] = route.split(" ");
  const { path, body, form, open } = lines[route] ?? {};
  const { query, ...more } = credential;
  const address = path?.(things) ?? pattern;
  const asked = query === undefined ? address : `${address}${address.includes("?") ? "&" : "?"}${query}`;
  // A stream has no end to read to.
  const verb = pattern.endsWith("/stream") ? "HEAD" : method;
  const answer = await ask(verb, asked, { ...more, ...(body ? { body } : {}), ...(form ? { form } : {}) });
  const wrong: string[] = [];
  if (answer.status >= 500) wrong.push(`${answer.status}`);
  if (answer.text.includes(mark)) wrong.push("A's words");
  // A thing of A's is not there for B. A journey or a person of that name may be B's own.
  const named = /:(id|kid)/.test(pattern) && !/people|PUT/.test(route);
  if (named && !open && ![400, 401, 403, 404].includes(answer.status))
    wrong.push(`${answer.status} for a thing of A's`);
  return wrong;
}

test("C159 no credential of another project sees or changes anything, whatever the route", {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const a = await createBench({ dataDir });
  const ask = await overHttp(a);
  const routes = a.collector.routes.map(({ method, path }) => `${method} ${path}`);
  expect(routes.toSorted()).toEqual(Object.keys(lines).toSorted());

  const things = await fill(a, ask, "crm");
  const keysOfB = await a.collector.admin.createProject({ id: "desk", title: "Desk", roles });
  const credentials = await credentialsOf(benchOf(a.collector, a.clock, keysOfB), "desk", ask, a.keys.writeKey);
  const before = await rowsOf(dataDir, "crm");
  expect(before).toContain(mark);
  // Signing out last: it ends the credential that it is asked with.
  const ending = ["DELETE /v1/session", "DELETE /v1/draft-tokens"];
  for (const route of routes.toSorted((x, y) => ending.indexOf(x) - ending.indexOf(y))) {
    for (const [name, credential] of Object.entries(credentials))
      expect([route, name, await wrongWith(ask, route, credential, things)]).toEqual([route, name, []]);
    expect([route, (await rowsOf(dataDir, "crm")) === before]).toEqual([route, true]);
  }
  // B's own work went through: the walk was refused because of the project, not because nothing works.
  expect(await rowsOf(dataDir, "desk")).toMatch(/B still/);
  expect(await rowsOf(dataDir, "desk")).toMatch(/arrival_types .*desk/);
});
