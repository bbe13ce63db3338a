import { expect, test } from "vitest";
import { picture } from "../picture/sample.ts";
import { createClient } from "./client.ts";

function world(answer: (url: string, init: RequestInit) => Response | Promise<Response>) {
  const asked: string[] = [];
  const clock = { now: 0 };
  const client = createClient({
    base: "https://c.example/v1/",
    fetch: async (url, init) => {
      asked.push(`${init.method} ${url}`);
      return answer(url, init);
    },
    now: () => clock.now,
  });
  return { client, asked, clock };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

test("D23 a problem keeps the collector's words", async () => {
  const { client } = world(() => json({ title: "Busy", detail: "Try later.", code: "store_busy" }, 503));
  const problem = { status: 503, title: "Busy", detail: "Try later.", code: "store_busy" };
  expect(await client.session()).toEqual({ ok: false, problem });
});

test.each([
  ["no JSON", () => new Response("<html>", { status: 502 })],
  ["an empty answer", () => new Response("", { status: 200 })],
  ["no answer", () => Promise.reject(new TypeError("failed"))],
])("D23 %s still gives a sentence", async (_, answer) => {
  const got = await world(answer).client.session();
  expect(got.ok).toBe(false);
  if (!got.ok) expect(got.problem.detail).toMatch(/\.$/);
});

test("D22 signing out deletes the session and takes an empty answer", async () => {
  const { client, asked } = world(() => new Response(null, { status: 204 }));
  expect(await client.signOut()).toEqual({ ok: true, value: null });
  expect(asked).toEqual(["DELETE https://c.example/v1/session"]);
});

test("D27 a picture is kept for five minutes, a failure is not", async () => {
  let broken = true;
  const { client, asked, clock } = world(() => (broken ? json({}, 500) : json(picture([]))));
  await client.picture("a b", "rep");
  broken = false;
  await client.picture("a b", "rep");
  await client.picture("a b", "rep");
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBe("GET https://c.example/v1/insights/adoption?journey=a+b&role=rep");
  clock.now = 300_001;
  await client.picture("a b", "rep");
  expect(asked).toHaveLength(3);
  await client.picture("a b", "rep", true);
  expect(asked).toHaveLength(4);
});
