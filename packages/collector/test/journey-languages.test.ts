import type { Journey } from "@waymark/schema";
import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";

const texts = {
  de: { title: "Einen Deal gewinnen" },
  "pt-BR": { title: "Ganhar um negócio" },
  pt: { title: "Ganhar um negócio" },
  ja: { title: "商談を受注する" },
};

async function serve(query: string, published: object = { ...winADeal, roles: [], texts }) {
  const bench = await createBench();
  await bench.publish(published);
  const get = async (rest: string) => {
    const response = await bench.call("GET", `/v1/journeys?key=${bench.keys.writeKey}${rest}`);
    const { journeys } = (await response.json()) as { journeys: Journey[] };
    return { journey: journeys[0], etag: response.headers.get("etag") };
  };
  return { bench, get, first: await get(query) };
}

test("C250 a page gets the texts of its language, and everything else as it is", async () => {
  const { get, first } = await serve("&lang=de");
  expect(first.journey?.texts).toEqual({ de: texts.de });
  expect({ ...first.journey, texts }).toEqual({ ...(await get("")).journey });
  expect(Object.keys((await get("&lang=pt")).journey?.texts ?? {}).sort()).toEqual(["pt", "pt-BR"]);
  expect((await get("&lang=PT")).journey?.texts).toEqual((await get("&lang=pt")).journey?.texts);
  for (const locale of ["de-AT", "de_AT"])
    expect((await get(`&lang=${locale}`)).journey?.texts).toEqual({ de: texts.de });
  const none = (await get("&lang=en")).journey;
  expect([none?.title, none && "texts" in none]).toEqual([winADeal.title, false]);
  const plain = await serve("&lang=de", { ...winADeal, roles: [] });
  expect(plain.first.journey && "texts" in plain.first.journey).toBe(false);
});

test("C251 who names no language, or none that is one, gets them all", async () => {
  const { get, first } = await serve("");
  expect(first.journey?.texts).toEqual(texts);
  for (const lang of ["", "d", "%2525", "__proto__", "x".repeat(5000)])
    expect([lang.slice(0, 9), (await get(`&lang=${lang}`)).journey?.texts]).toEqual([lang.slice(0, 9), texts]);
});

test("C252 each language has an ETag of its own", async () => {
  const { bench, get, first } = await serve("&lang=de");
  const all = (await get("")).etag;
  expect(all).not.toBe(first.etag);
  const path = `/v1/journeys?key=${bench.keys.writeKey}&lang=de`;
  const again = await bench.call("GET", path, { headers: { "if-none-match": first.etag ?? "" } });
  expect(again.status).toBe(304);
  expect((await get("&lang=ja")).etag).not.toBe(first.etag);
});
