import { expect, test } from "vitest";
import type { DashboardRole, KeyKind } from "../src/index.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

// What JavaScript hands in, where no type checker stands before it.
const loose = <T>(value: unknown): T => value as T;

test("C361 a role and a kind of key that are none are refused, and nothing is made of them", async () => {
  const { collector, call, keys } = await createBench();
  const { admin } = collector;
  const before = (await admin.audit("crm")).length;
  for (const none of ["boss", "", null, undefined, "__proto__", ["owner"], 7]) {
    const role = loose<DashboardRole>(none);
    await expect(admin.invite("crm", role)).rejects.toMatchObject({ code: "member_invalid", status: 422 });
    const member = { name: "Ada", role, scope: null };
    await expect(admin.addMember("crm", member)).rejects.toMatchObject({ code: "member_invalid" });
    await expect(admin.addMember("crm", { ...member, scope: ["sales"] })).rejects.toMatchObject({
      code: "member_invalid",
    });
    await expect(admin.issueKey("crm", loose<KeyKind>(none))).rejects.toMatchObject({ code: "key_kind", status: 422 });
  }
  await expect(admin.invite("crm", loose<DashboardRole>("boss"))).rejects.toThrow(
    '"boss" is no role: choose one of owner, author, csm, manager.',
  );
  await expect(admin.issueKey("crm", loose<KeyKind>("master"))).rejects.toThrow(
    '"master" is no kind of key: make one of write, server, author, owner.',
  );
  expect(await (await call("GET", "/v1/members", { key: keys.ownerKey })).json()).toEqual({ members: [] });
  expect([await admin.keys("crm"), await admin.audit("crm")].map(({ length }) => length)).toEqual([3, before]);
});

test("C364 a member's role and part are changed, from their next request on, and written down", async () => {
  const { collector, call, keys } = await createBench();
  const { admin } = collector;
  const { member, link } = await admin.addMember("crm", { name: "Ada", role: "csm", scope: null });
  const token = new URL(link, "http://c").searchParams.get("token") ?? "";
  const opened = await collector.fetch(
    new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) }),
  );
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const arrivals = async (): Promise<number> => (await call("GET", "/v1/arrivals", { headers: { cookie } })).status;
  expect(await arrivals()).toBe(403);
  expect(await admin.changeMember("crm", member.id, { role: "owner", scope: null })).toMatchObject({ role: "owner" });
  expect(await arrivals()).toBe(200);
  expect(await admin.changeMember("crm", member.id, { role: "manager", scope: ["sales"] })).toEqual({
    ...member,
    role: "manager",
    scope: ["sales"],
  });
  expect(await arrivals()).toBe(403);
  const path = `/v1/members/${member.id}`;
  const patched = await call("PATCH", path, { key: keys.ownerKey, body: { role: "csm", scope: ["sales-rep"] } });
  expect([patched.status, await patched.json()]).toMatchObject([
    200,
    { role: "csm", scope: ["sales-rep"], name: "Ada" },
  ]);
  for (const body of [{ role: "boss" }, { scope: ["sales"] }, { role: "csm", name: "Bob" }])
    expect((await call("PATCH", path, { key: keys.ownerKey, body })).status).toBe(422);
  const acts = (await admin.audit("crm")).filter(({ act }) => act === "member.change");
  expect(acts.map(({ detail }) => detail)).toEqual([
    `csm ${member.id} for sales-rep`,
    `manager ${member.id} for sales`,
    `owner ${member.id}`,
  ]);
  const to = { role: "csm" as const, scope: null };
  await expect(admin.changeMember("crm", "nobody", to)).rejects.toMatchObject({ code: "member_unknown" });
  const role = loose<DashboardRole>("boss");
  for (const wrong of [
    { ...to, scope: ["nowhere"] },
    { role: "owner" as const, scope: ["sales"] },
    { ...to, role },
  ])
    await expect(admin.changeMember("crm", member.id, wrong)).rejects.toMatchObject({ code: "member_invalid" });
});

test("C363 who rebuilds hears how far it is", async () => {
  const bench = await createBench();
  await bench.publish();
  for (let i = 0; i < 120; i += 1) {
    const offered = event("journey.offered", "2026-09-07T08:00:00Z", { journey: "win-a-deal", version: 1 }, `${i}`);
    await bench.send(batch(`u-${i}`, [offered]));
  }
  const shares: number[] = [];
  await bench.collector.admin.rebuild("crm", (share) => void shares.push(share));
  // Fifty people at a time in SQLite, 10,000 events at a time in ClickHouse.
  expect(shares.length).toBeGreaterThan(1);
  expect([shares.at(-1), new Set(shares).size > 1 || shares.length === 2]).toEqual([1, true]);
});
