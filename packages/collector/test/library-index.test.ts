import type { Journey } from "@waymark/schema";
import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";

const signOnline: Journey = {
  format: "waymark.journey/1",
  ...{ id: "sign-online", title: "Have it signed", library: true, roles: ["sales-rep"], keywords: ["signature"] },
  brief: { purpose: "One way to sign.", benefit: "No scan.", expectation: "A minute." },
  steps: [
    {
      ...{ id: "send", title: "Send it", minutes: 2, why: "It is quick.", done: { event: "quote.sent" } },
      do: { open: "/deals/{deal.id}/show", target: { css: "#send" }, say: "Press **Send**." },
    },
  ],
  texts: {
    de: {
      title: "Unterschreiben lassen",
      keywords: ["Unterschrift"],
      steps: { send: { title: "Senden", say: "Hier." } },
    },
  },
};

async function serve() {
  const bench = await createBench();
  await bench.publish({ ...winADeal, roles: ["sales-rep"] });
  await bench.publish(signOnline);
  const get = async (rest: string): Promise<Journey[]> => {
    const response = await bench.call("GET", `/v1/journeys?key=${bench.keys.writeKey}${rest}`);
    return ((await response.json()) as { journeys: Journey[] }).journeys;
  };
  return { bench, get };
}

test("L69 an index has of the library what is searched and listed, and all of what is not of the library", async () => {
  const { get } = await serve();
  const [index, whole] = await Promise.all([
    get("&role=sales-rep&lang=de&library=index"),
    get("&role=sales-rep&lang=de"),
  ]);
  const byId = (list: Journey[], id: string): Journey | undefined => list.find((each) => each.id === id);
  expect(byId(index, "win-a-deal")).toEqual(byId(whole, "win-a-deal"));
  const { index: mark, ...thin } = byId(index, "sign-online") ?? ({} as Journey);
  expect(mark).toMatch(/^\S{16,}$/);
  expect(thin).toEqual({
    ...{ format: "waymark.journey/1", id: "sign-online", title: "Have it signed", library: true, version: 1 },
    ...{ roles: ["sales-rep"], keywords: ["signature"], brief: signOnline.brief, pages: ["/deals/:record/show"] },
    steps: [{ id: "send", title: "Send it", minutes: 2 }],
    texts: { de: { title: "Unterschreiben lassen", keywords: ["Unterschrift"], steps: { send: { title: "Senden" } } } },
  });
  // Whoever does not ask for an index, as older SDKs and our own tools, gets everything.
  expect(byId(whole, "sign-online")?.steps).toEqual(signOnline.steps);
  expect(byId(whole, "sign-online")).not.toHaveProperty("body");
});

test("L70 a journey is given whole by its id, with the mark of its index, until another is published", async () => {
  const { bench, get } = await serve();
  const markIn = async (lang: string): Promise<string | undefined> =>
    (await get(`&role=sales-rep&lang=${lang}&library=index`)).find(({ library }) => library)?.index;
  const bodyIn = async (lang: string): Promise<Journey | undefined> => (await get(`&lang=${lang}&id=sign-online`))[0];
  const { body, ...whole } = (await bodyIn("de")) ?? ({} as Journey);
  expect(whole).toEqual({ ...signOnline, version: 1 });
  expect(body).toBe(await markIn("de"));
  expect((await bodyIn("ja"))?.body).toBe(await markIn("ja"));
  expect(await markIn("ja")).not.toBe(body);
  expect(await get("&lang=de&id=nothing")).toEqual([]);
  await bench.publish({ ...signOnline, title: "Have it signed today" });
  expect(await markIn("de")).not.toBe(body);
  expect((await bodyIn("de"))?.body).toBe(await markIn("de"));
});
