import type { GapRow, VoicesReport } from "@waymark/schema";
import { expect, test } from "vitest";
import { evidenceFor } from "../../src/voices/evidence.ts";
import { type Town, town } from "../support/town.ts";

const said = { journey: "win-a-deal", step: "log-call", role: "sales-rep", text: "Easy once you have done two." };

const state = async (it: Town, role: "csm" | "manager" | "author" | "owner", body: unknown): Promise<Response> =>
  it.bench.call("POST", "/v1/statements", { headers: { cookie: await it.bench.signIn(role) }, body });

test("C346 what a manager states stands at its step with their name, whether a report was published by then, and never changes", async () => {
  const it = await town();
  expect((await state(it, "manager", { ...said, by: "M. Okafor, head of sales" })).status).toBe(201);
  await it.five();
  expect((await state(it, "csm", { ...said, step: "", text: "The brief is long.", by: "Ines" })).status).toBe(201);
  expect((await state(it, "manager", { ...said, text: "<b>Still</b> easy.", by: "M. Okafor" })).status).toBe(201);
  const { statements } = await it.report();
  expect(statements.map(({ by, text, informed, titles }) => [by, text, informed, titles.step]).toSorted()).toEqual([
    ["Ines", "The brief is long.", false, null],
    ["M. Okafor, head of sales", "Easy once you have done two.", false, "Log the call"],
    ["M. Okafor", "<b>Still</b> easy.", true, "Log the call"],
  ]);
  expect(statements.every(({ titles }) => titles.role === "Sales rep")).toBe(true);
});

test("C346 a member signs with the name the owner gave them, and cannot take another", async () => {
  const it = await town();
  const key = it.bench.keys.ownerKey;
  const added = await it.bench.call("POST", "/v1/members", { key, body: { name: "Mara Okafor", role: "manager" } });
  const { link } = (await added.json()) as { link: string };
  const token = new URL(link, "http://collector").searchParams.get("token") ?? "";
  const form = { method: "POST", body: new URLSearchParams({ token }) };
  const signed = await it.bench.collector.fetch(new Request("http://collector/signin", form));
  const headers = { cookie: (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  const body = { ...said, by: "Somebody else" };
  const statement = await (await it.bench.call("POST", "/v1/statements", { headers, body })).json();
  expect(statement).toMatchObject({ by: "Mara Okafor" });
});

test("C347 a statement without a name, about no step, of another role, of 100 KB or by an author is refused with a sentence", async () => {
  const it = await town();
  const codes: unknown[] = [];
  for (const body of [
    said,
    { ...said, by: "M.", step: "no-such-step" },
    { ...said, by: "M.", journey: "none" },
    { ...said, by: "M.", role: "nobody" },
    { ...said, by: "M.", text: "x".repeat(100_000) },
  ]) {
    const response = await state(it, "manager", body);
    const { code, detail } = (await response.json()) as { code: string; detail: string };
    codes.push([response.status, code]);
    expect(detail).toMatch(/\w+ \w+ .*[.:]/);
  }
  expect(codes).toEqual([
    [422, "statement_unsigned"],
    [422, "statement_place"],
    [422, "statement_place"],
    [422, "statement_place"],
    [422, "body_invalid"],
  ]);
  for (const role of ["author", "owner"] as const)
    expect((await state(it, role, { ...said, by: "M." })).status).toBe(403);
  expect((await it.report()).statements).toEqual([]);
});

const row = (measured: number, interval: [number, number], n: number, version = 1): GapRow => ({
  ...{ journey: "j", step: "s", role: "r", version, measured, interval, n },
  ...{ expected: null, believed: null, reported: null, verdict: null, barrier: null, forecast: null, reasons: [] },
});

test("C348 beside a report stands backed or reported, never a third word: backed only by what is frozen, of twelve people or more", () => {
  const says = (rows: GapRow[], role = "r"): string => evidenceFor(rows, "j", "s", [role]).says;
  expect(evidenceFor([row(0.3, [0.2, 0.45], 20)], "j", "s", ["r"])).toEqual({
    ...{ says: "backed", because: ["ability"], estimateFirst: false },
    ability: { value: 0.3, interval: [0.2, 0.45], n: 20 },
  });
  expect(says([row(0.3, [0.2, 0.45], 10)])).toBe("reported");
  expect(says([row(0.3, [0.1, 0.8], 20)])).toBe("reported");
  expect(says([row(0.95, [0.9, 0.99], 50)])).toBe("reported");
  // The newest version counts, also where an older one had said the same.
  expect(says([row(0.3, [0.2, 0.45], 20), row(0.9, [0.8, 0.95], 20, 2)])).toBe("reported");
  expect(says([row(0.3, [0.2, 0.45], 20)], "other")).toBe("reported");
  for (let value = 0; value <= 10; value++)
    for (const n of [10, 15, 50])
      expect(["backed", "reported"]).toContain(says([row(value / 10, [0, Math.min(1, value / 10 + 0.1)], n)]));
});

test("C348 a manager who has not said what they believe of the steps is told nothing of their figures", async () => {
  const it = await town();
  await it.five();
  const read = async (role: "csm" | "manager"): Promise<VoicesReport> =>
    (await it.bench.call("GET", "/v1/voices", { headers: { cookie: await it.bench.signIn(role) } })).json() as never;
  expect((await read("csm")).cells[0]?.evidence.estimateFirst).toBe(false);
  expect((await read("manager")).cells[0]?.evidence).toEqual({
    ...{ says: "reported", because: [], estimateFirst: true, ability: null },
  });
});
