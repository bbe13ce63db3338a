import type { JourneyPicture } from "@waymark/schema";
import { expect, test } from "vitest";
import { csvCell, csvLine } from "../src/exporting/csv.ts";
import { bodyOf } from "../src/exporting/export-stream.ts";
import type { RoleNode } from "../src/index.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { openLink, overHttp } from "./support/over-http.ts";
import { speakUp } from "./support/speak-up.ts";
import { team } from "./support/team.ts";

const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep" }];
const freeze = (bench: Bench) => bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey });

/** Reads CSV as RFC 4180 has it, by a way of its own. */
function readCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[""]];
  for (const [token] of text.replace(/^\ufeff/, "").matchAll(/"(?:[^"]|"")*"|,|\r\n|[^,"\r\n]+/g)) {
    const line = lines.at(-1) ?? [];
    if (token === ",") line.push("");
    else if (token === "\r\n") lines.push([""]);
    else line[line.length - 1] = token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : token;
  }
  const [head = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? "missing"])));
}

async function frozenTeam(through = [19, 12, 3]): Promise<Bench> {
  const bench = await createBench({}, reps);
  await bench.publish();
  await team(bench, "2026-09-07", 24, through);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  return bench;
}

const exported = async (bench: Bench, path: string) =>
  bench.call("GET", path, { headers: { cookie: await bench.signIn("manager") } });

test("C380 the table of pictures holds what the page shows, cell for cell, as CSV and as NDJSON", async () => {
  const bench = await frozenTeam();
  const path = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
  const shown = (await (await bench.call("GET", path, { key: bench.keys.ownerKey })).json()) as JourneyPicture;
  const answer = await exported(bench, "/v1/export/pictures");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="waymark-crm-pictures-2026-10-08.csv"');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = readCsv(new TextDecoder().decode(bytes));
  const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
  expect(
    rows.map((row) => [row.step, row.people, row.through, row.of, row.share, row.share_low, row.share_reason]),
  ).toEqual(
    shown.steps.map(({ id, through: it }) =>
      [id, shown.people, it.through, it.of, it.value, it.interval?.[0], it.reason].map(text),
    ),
  );
  expect(rows.map((row) => [row.median_ms, row.median_high_ms, row.median_n, row.planned_ms, row.to])).toEqual(
    shown.steps.map(({ time, plannedMs }) =>
      [time.medianMs, time.intervalMs?.[1], time.people, plannedMs, shown.blocks.at(-1)?.to].map(text),
    ),
  );
  const lines = (await (await exported(bench, "/v1/export/pictures?format=ndjson")).text()).trimEnd().split("\n");
  const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(objects.map(({ table: _, ...row }) => Object.values(row).map(text))).toEqual(
    rows.map((row) => Object.values(row)),
  );
  const other = await (await exported(bench, "/v1/export/pictures?journey=another")).text();
  expect(readCsv(other)).toEqual([]);
  expect(objects[0]).toMatchObject({
    table: "pictures",
    through: 19,
    of: 24,
    through_at_least: false,
    simulated: false,
  });
});

test("C381 what is withheld has one face, whatever it hides", async () => {
  const files = await Promise.all(
    [0, 1, 4].map(async (hidden) => {
      const bench = await frozenTeam([19, 12, hidden]);
      return (await (await exported(bench, "/v1/export/pictures")).text()).split("\r\n")[3];
    }),
  );
  expect(new Set(files).size).toBe(1);
  expect(files[0]).toMatch(/,,,,,,,too_few,,,,,too_few,$/);
});

test("C382 a text that a spreadsheet would take for a formula is defused; every text comes out as it went in", () => {
  const harmful = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"];
  for (const text of harmful) {
    expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
    expect(readCsv(csvLine(["a"]) + csvLine([text]))).toEqual([{ a: `'${text}` }]);
  }
  for (const text of ['say "no"', "a,b", "a;b", "two\r\nlines", " blank ", "plain", "1-2", "日本"])
    expect(readCsv(csvLine(["a", "b"]) + csvLine([text, 1]))).toEqual([{ a: text, b: "1" }]);
  expect(csvLine([-2.5, true, null, "", 0])).toBe("-2.5,true,,,0\r\n");
});

test("C382 an author's title cannot become a formula in somebody's sheet", async () => {
  const bench = await createBench({}, reps);
  await bench.publish({ ...winADeal, title: '=HYPERLINK("http://a.example","x")' });
  await team(bench, "2026-09-07", 12, [6]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const [row] = readCsv(await (await exported(bench, "/v1/export/pictures")).text());
  expect(row?.journey_title).toBe('\'=HYPERLINK("http://a.example","x")');
});

test("C383 voices, released words and answers are exported as the page of voices shows them, and all tables at once", async () => {
  const bench = await createBench({}, reps);
  await bench.publish();
  const cookie = await speakUp(bench, await overHttp(bench)).then(() => bench.signIn("csm"));
  const shown = (await (await bench.call("GET", "/v1/voices", { headers: { cookie } })).json()) as {
    cells: { id: string; count: number }[];
  };
  const rows = readCsv(await (await bench.call("GET", "/v1/export/voices", { headers: { cookie } })).text());
  expect(rows.map(({ cell, people }) => [cell, people])).toEqual(shown.cells.map(({ id, count }) => [id, `${count}`]));
  expect(rows.length).toBeGreaterThan(0);
  const all = (await (await bench.call("GET", "/v1/export", { headers: { cookie } })).text()).trimEnd().split("\n");
  const tables = new Set(all.map((line) => (JSON.parse(line) as { table: string }).table));
  expect(tables).toContain("voices");
  expect(tables).toContain("pictures");
});

test("C384 whoever sees a part gets that part; every export is written down; an author gets none", async () => {
  const tree: RoleNode[] = [
    { id: "sales-rep", title: "Rep" },
    { id: "agent", title: "Agent" },
  ];
  const bench = await createBench({}, tree);
  await bench.publish({ ...winADeal, roles: ["sales-rep", "agent"] });
  const ask = await overHttp(bench);
  const { link, member } = (
    await ask("POST", "/v1/members", {
      key: bench.keys.ownerKey,
      body: { name: "Mara", role: "manager", scope: ["agent"] },
    })
  ).json;
  const cookie = await openLink(ask, link);
  const roles = readCsv((await ask("GET", "/v1/export/pictures", { headers: { cookie } })).text).map(
    ({ role }) => role,
  );
  expect(new Set(roles)).toEqual(new Set(["agent"]));
  const whole = readCsv((await ask("GET", "/v1/export/pictures", { key: bench.keys.ownerKey })).text);
  expect(new Set(whole.map(({ role }) => role))).toEqual(new Set(["sales-rep", "agent"]));
  const { acts } = (await ask("GET", "/v1/audit", { key: bench.keys.ownerKey })).json;
  expect(acts.filter((act: { act: string }) => act.act === "export")).toMatchObject([
    { who: expect.stringMatching(/^owner key /), detail: "pictures csv" },
    { who: `manager ${member.id}`, detail: "pictures csv" },
  ]);
  const author = { headers: { cookie: await bench.signIn("author") } };
  expect((await ask("GET", "/v1/export/pictures", author)).status).toBe(403);
  expect((await ask("GET", "/v1/export")).status).toBe(401);
  expect((await ask("GET", "/v1/export/rejects", { headers: { cookie } })).status).toBe(403);
  expect((await ask("GET", "/v1/export/types", { key: bench.keys.ownerKey })).text).toContain("type,count,last_at");
  const types = (await ask("GET", "/v1/export", { headers: { cookie } })).text;
  expect(types).not.toContain('"table":"types"');
});

test("C385 what is asked wrongly is told how to be asked", async () => {
  const bench = await createBench({}, reps);
  for (const [path, words] of [
    [
      "/v1/export/people",
      "There is no table people: write one of pictures, gap, briefs, fields, handoffs, prompts, staying, trust, uptake, value, targets, experiments, voices, words, answers, types, rejects",
    ],
    ["/v1/export/pictures?format=xlsx", "Write format as csv or ndjson."],
    ["/v1/export?format=csv", "A CSV file holds one table: ask /v1/export/ followed by one of"],
    ["/v1/export/pictures?until=2026-10-05", "No block of weeks ends on 2026-10-05: none is closed yet"],
  ] as const) {
    const answer = await exported(bench, path);
    expect([path, answer.status]).toEqual([path, 400]);
    expect(((await answer.json()) as { detail: string }).detail).toContain(words);
  }
});

test("C386 an earlier block is shown as it stood then, and the periods say which there are and of which version", async () => {
  const bench = await frozenTeam([19, 12]);
  const path = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
  const read = async (more = "") => (await bench.call("GET", path + more, { key: bench.keys.ownerKey })).text();
  const first = await read();
  await bench.publish({ ...winADeal, title: "Win a deal faster" });
  await team(bench, "2026-10-12", 24, [24, 20], "late");
  bench.clock.set("2026-11-05T00:00:00Z");
  await freeze(bench);
  expect(await read()).not.toBe(first);
  expect(await read("&until=2026-10-05")).toBe(first);
  const periods = await bench.call("GET", path.replace("adoption", "periods"), { key: bench.keys.ownerKey });
  expect(await periods.json()).toMatchObject({
    periods: [
      { from: "2026-09-07", to: "2026-10-05", version: 1, simulated: false },
      { from: "2026-10-05", to: "2026-11-02", version: 2, simulated: false },
    ],
  });
  const rows = readCsv(await (await exported(bench, "/v1/export/pictures?until=2026-10-05")).text());
  expect(rows[0]).toMatchObject({ version: "1", to: "2026-10-05", through: "19" });
});

test("C387 an export that has begun is not touched by a freeze", async () => {
  const roles = Array.from({ length: 12 }, (_, i): RoleNode => ({ id: `role-${i}`, title: "x".repeat(80) }));
  const bench = await createBench({}, [...reps, ...roles]);
  for (let i = 0; i < 20; i += 1) await bench.publish({ ...winADeal, id: `z-${i}`, roles: undefined });
  await bench.publish();
  await team(bench, "2026-09-07", 24, [19, 12]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await freeze(bench);
  const path = "/v1/export/pictures?format=ndjson";
  const calm = await (await exported(bench, path)).text();
  const body = (await exported(bench, path)).body?.getReader();
  const parts = [(await body?.read())?.value];
  await team(bench, "2026-10-12", 24, [24, 20], "late");
  bench.clock.set("2026-11-05T00:00:00Z");
  await freeze(bench);
  for (let next = await body?.read(); next?.done === false; next = await body?.read()) parts.push(next.value);
  expect(parts.length).toBeGreaterThan(4);
  expect(Buffer.concat(parts.map((part) => part ?? new Uint8Array())).toString()).toBe(calm);
  expect(await (await exported(bench, path)).text()).not.toBe(calm);
});

test("C387 a failure breaks the file off", async () => {
  async function* broken(): AsyncGenerator<string> {
    yield "x".repeat(20_000);
    throw new Error("disk");
  }
  const reader = bodyOf(broken()).getReader();
  expect((await reader.read()).value?.length).toBe(20_000);
  await expect(reader.read()).rejects.toThrow("disk");
});
