import { corroborate, missing } from "@waymark/engine/metrics";
import { expect, test } from "vitest";
import { evidenceFor, type StepAbility } from "../../src/voices/evidence.ts";
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

const ability = (value: number, interval: [number, number], from: number): StepAbility[] => [
  { journey: "j", step: "s", role: "r", value, interval, n: from },
];

test("C348 beside a report stands backed or reported, never a third word: backed only by what is frozen, of twelve people or more", () => {
  const backed = evidenceFor(ability(0.3, [0.2, 0.45], 20), "j", "s", ["r"]);
  expect(backed).toMatchObject({ says: "backed", because: ["ability"] });
  expect(evidenceFor(ability(0.3, [0.2, 0.45], 11), "j", "s", ["r"]).says).toBe("reported");
  expect(evidenceFor(ability(0.3, [0.1, 0.8], 20), "j", "s", ["r"]).says).toBe("reported");
  expect(evidenceFor(ability(0.95, [0.9, 0.99], 40), "j", "s", ["r"]).says).toBe("reported");
  expect(evidenceFor(ability(0.3, [0.2, 0.45], 20), "j", "s", ["other"])).toEqual({
    ...{ says: "reported", because: [], ability: null },
  });
  for (let value = 0; value <= 10; value++)
    for (const from of [5, 12, 60])
      expect(["backed", "reported"]).toContain(
        evidenceFor(ability(value / 10, [0, Math.min(1, value / 10 + 0.1)], from), "j", "s", ["r"]).says,
      );
  expect(corroborate(missing("too_few"), missing("too_few"), null).says).toBe("reported");
});
