import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";

test("C30 a bad draft says every place to mend", async () => {
  const bench = await createBench();
  const put = (id: string, body: unknown) =>
    bench.call("PUT", `/v1/journeys/${id}`, { key: bench.keys.authorKey, body });
  const bad = await put("win-a-deal", { ...winADeal, steps: [{ id: "Log" }] });
  expect(bad.status).toBe(422);
  expect(await bad.json()).toMatchObject({
    code: "journey_invalid",
    problems: [
      { code: "slug", path: "$.steps[0].id" },
      { code: "missing", path: "$.steps[0].title", message: "$.steps[0].title is missing: add a text." },
    ],
  });
  expect((await put("other", winADeal)).status).toBe(422);
  expect((await put("win-a-deal", winADeal)).status).toBe(200);
});

test("C31 versions count up, and the same content keeps its number", async () => {
  const bench = await createBench();
  expect(await bench.publish()).toBe(1);
  expect(await bench.publish({ ...winADeal, version: 9 })).toBe(1);
  expect(await bench.publish({ ...winADeal, title: "Win more" })).toBe(2);
  const response = await bench.call("GET", "/v1/journeys/win-a-deal/versions", { key: bench.keys.ownerKey });
  expect(await response.json()).toMatchObject({ versions: [{ version: 2, publishedBy: "author" }, { version: 1 }] });
  const missing = await bench.call("POST", "/v1/journeys/nothing/publish", { key: bench.keys.authorKey });
  expect([missing.status, await missing.json()]).toMatchObject([404, { code: "journey_unknown" }]);
});

test("C32 roll back publishes old content as the newest", async () => {
  const bench = await createBench();
  await bench.publish();
  await bench.publish({ ...winADeal, title: "Win more" });
  const back = (version: unknown) =>
    bench.call("POST", "/v1/journeys/win-a-deal/rollback", { key: bench.keys.authorKey, body: { version } });
  expect(await (await back(1)).json()).toEqual({ version: 3 });
  expect((await back(17)).status).toBe(404);
  expect((await back("x")).status).toBe(400);
  const served = await bench.call("GET", `/v1/journeys?key=${bench.keys.writeKey}&role=sales-rep`);
  expect(await served.json()).toMatchObject({ journeys: [{ title: "Win a deal", version: 3 }] });
});

test("C33 journeys by role, with ETag", async () => {
  const bench = await createBench();
  await bench.publish();
  await bench.publish({ ...winADeal, id: "for-all", roles: [] });
  const ids = async (query: string) => {
    const response = await bench.call("GET", `/v1/journeys?key=${bench.keys.writeKey}${query}`);
    return ((await response.json()) as { journeys: { id: string }[] }).journeys.map((each) => each.id);
  };
  expect(await ids("")).toEqual(["for-all"]);
  expect(await ids("&role=support&role=sales-rep")).toEqual(["for-all", "win-a-deal"]);
  expect(await ids("&role=*")).toEqual(["for-all", "win-a-deal"]);
  const path = `/v1/journeys?key=${bench.keys.writeKey}&role=sales-rep`;
  const first = await bench.call("GET", path);
  expect(first.headers.get("cache-control")).toBe("public, max-age=60, stale-while-revalidate=86400");
  expect(await first.json()).toMatchObject({ project: { timeZone: "UTC" } });
  const etag = first.headers.get("etag") ?? "";
  const second = await bench.call("GET", path, { headers: { "if-none-match": etag } });
  expect([second.status, await second.text()]).toEqual([304, ""]);
  await bench.publish({ ...winADeal, title: "New" });
  expect((await bench.call("GET", path, { headers: { "if-none-match": etag } })).status).toBe(200);
});

test("C34 a write key reads nothing but published journeys", async () => {
  const bench = await createBench();
  const key = bench.keys.writeKey;
  for (const [method, path] of [
    ["GET", "/v1/events"],
    ["GET", "/v1/arrivals"],
    ["GET", "/v1/insights/adoption?journey=a&role=b"],
    ["GET", "/v1/journeys/win-a-deal/versions"],
    ["PUT", "/v1/journeys/win-a-deal"],
    ["POST", "/v1/blocks/freeze"],
  ] as const) {
    const response = await bench.call(method, path, { key });
    expect([path, response.status]).toEqual([path, 403]);
  }
});

test("C485 what files in git hold is published from there: a draft is kept, publishing and rolling back it is refused with what to do", async () => {
  const bench = await createBench();
  const { authorKey: key, ownerKey } = bench.keys;
  const at = "/v1/journeys/win-a-deal";
  const publish = (body: object) => bench.call("POST", `${at}/publish`, { key, body });
  const held = async (): Promise<unknown> =>
    ((await (await bench.call("GET", `${at}/versions`, { key })).json()) as { origin: string }).origin;
  expect(await bench.publish()).toBe(1);
  expect(await held()).toBe("collector");
  // The same content is the same version; who holds it is another matter.
  expect(await (await publish({ origin: "git" })).json()).toEqual({ version: 1 });
  expect(await held()).toBe("git");
  const draft = { ...winADeal, title: "Win more" };
  expect((await bench.call("PUT", at, { key, body: draft })).status).toBe(200);
  const refused = await publish({ note: "from the page" });
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { code: "journey_in_git", detail: expect.stringContaining("waymark pull") },
  ]);
  expect((await bench.call("POST", `${at}/rollback`, { key, body: { version: 1 } })).status).toBe(409);
  const kept = await bench.call("GET", `${at}/draft`, { key });
  expect(await kept.json()).toMatchObject({
    draft: { title: "Win more" },
    published: { version: 1, journey: { title: "Win a deal" } },
    origin: "git",
  });
  expect((await bench.call("POST", `${at}/rollback`, { key: ownerKey, body: { version: 1 } })).status).toBe(200);
  expect((await publish({ origin: "svn" })).status).toBe(400);
  expect(await (await publish({ origin: "collector" })).json()).toEqual({ version: 2 });
  expect(await held()).toBe("collector");
  expect((await publish({})).status).toBe(200);
  const acts = (await bench.collector.admin.audit("crm")).map(({ act }) => act);
  expect(acts.filter((act) => /git|release/.test(act))).toEqual(["journey.release", "journey.git"]);
});

test("C486 the draft of a journey is given to authors with what is published; of one that is not there, nothing", async () => {
  const bench = await createBench();
  const { authorKey: key, writeKey } = bench.keys;
  expect((await bench.call("GET", "/v1/journeys/win-a-deal/draft", { key })).status).toBe(404);
  await bench.call("PUT", "/v1/journeys/win-a-deal", { key, body: winADeal });
  const only = await bench.call("GET", "/v1/journeys/win-a-deal/draft", { key });
  expect(await only.json()).toEqual({ draft: winADeal, published: null, origin: "collector" });
  expect(only.headers.get("cache-control")).toBe("no-store");
  expect((await bench.call("GET", "/v1/journeys/win-a-deal/draft", { key: writeKey })).status).toBe(403);
});
