import { describe, expect, it } from "vitest";
import { type Opened, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("bad-options");

/** Opens the page with calls that come after those of its own, so that they have the last word. */
async function open(...calls: unknown[]): Promise<Opened> {
  return here.open({
    before: (context) =>
      context.route("**/journey.js", async (route) => {
        const own = await (await route.fetch()).text();
        const fixed = `${own};waymark.push(["configure", { user: { id: "u-1" } }]);`;
        await route.fulfill({
          body: `${fixed}waymark.push(...${JSON.stringify(calls)});`,
          contentType: "text/javascript",
        });
      }),
  });
}

const problem = ({ page }: Opened): Promise<string | null> => {
  const said = (): Promise<string | null | undefined> =>
    page.evaluate(() => (window as unknown as { waymark: { problem?: string | null } }).waymark.problem);
  return expect.poll(said).not.toBeUndefined().then(said) as Promise<string | null>;
};

const bad: [options: Record<string, unknown>, problem: string][] = [
  [{ journeys: 5 }, "journeys_invalid"],
  [{ journeys: "save-order" }, "journeys_invalid"],
  [{ journeys: {} }, "journeys_invalid"],
  [{ journeys: null }, "key_missing"],
  [{ journeys: null, key: "pk_x", collector: "" }, "collector_missing"],
  [{ journeys: null, collector: "" }, "no_source"],
  [{ key: 5 }, "key_invalid"],
  [{ key: {}, collector: "https://w.example" }, "key_invalid"],
  [{ key: "pk_x", collector: 5 }, "collector_invalid"],
  [{ key: "pk_x", collector: ["https://w.example"] }, "collector_invalid"],
  [{ key: "pk_x", collector: { href: "https://w.example" } }, "collector_invalid"],
  [{ user: "me" }, "user_invalid"],
  [{ user: 17 }, "user_invalid"],
  [{ user: true }, "user_invalid"],
  [{ subjects: "deal" }, "subjects_invalid"],
  [{ subjects: 5 }, "subjects_invalid"],
  [{ targets: "#target" }, "targets_invalid"],
  [{ conditions: true }, "conditions_invalid"],
  [{ navigate: "/orders" }, "navigate_invalid"],
  [{ navigate: {} }, "navigate_invalid"],
  [{ consent: true }, "consent_invalid"],
  [{ consent: { analytics: true } }, "consent_invalid"],
  [{ locale: 7 }, "locale_invalid"],
  [{ locale: ["de", "en"] }, "locale_invalid"],
  [{ texts: "Close" }, "texts_invalid"],
  [{ theme: "dark" }, "theme_invalid"],
  [{ theme: 1 }, "theme_invalid"],
  [{ nonce: 12 }, "nonce_invalid"],
];

/** Wrong further in: what cannot be used is passed over, and the guest goes on. */
const odd: Record<string, unknown>[] = [
  { user: { id: 17, roles: "clerk", traits: "none", token: 5, name: {} } },
  { user: { id: "", roles: [null, 5, {}] } },
  { subjects: { order: "17", deal: 5, ticket: null, task: [null, 5, "x", {}, { label: "no id" }] } },
  { targets: { a: "#target", b: 5, c: null } },
  { conditions: { a: "yes", b: 5 } },
  { texts: { close: 5, "launcher.brief": null, "brief.clear": {}, "no.such.key": "x" } },
  { theme: { mode: "purple", accent: 5 } },
  { theme: { accent: "no colour at all" } },
  { locale: "not a language" },
  { locale: "" },
  { consent: "perhaps" },
  { journeys: [null, 5, "x", {}, { id: "a" }, { id: "b", steps: 5 }, { id: "c", title: 5, steps: [] }] },
  { unheard: "of", version: 99 },
];

describe("a page with options that are none", () => {
  it.each(bad)("I11 stays inert and says why: %j", async (options, why) => {
    const opened = await open(["configure", options]);
    const { page, errors, console } = opened;
    expect(await problem(opened)).toBe(why);
    await tell(page, "track", "save");
    await tell(page, "open", "panel");
    await tell(page, "identify", { id: "u-2" });
    await page.waitForLoadState("networkidle");
    expect(await page.locator("waymark-launcher").count()).toBe(0);
    await expect.poll(() => console).toEqual([`warning: [waymark] ${why}`]);
    expect(errors).toEqual([]);
  });

  it.each(odd)("I11 passes over what is wrong further in, and goes on: %j", async (options) => {
    const opened = await open(["configure", options]);
    const { page, errors, console } = opened;
    expect(await problem(opened)).toBeNull();
    if (!("journeys" in options)) {
      await page.locator("waymark-launcher button").click();
      await page.locator("waymark-prompt [part=answer]").first().click();
      await page.locator("waymark-panel h2").getByText("Save an order").waitFor();
    } else await page.waitForLoadState("networkidle");
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I11 takes any nonsense as a call, before it is there and afterwards", async () => {
    const nonsense = [
      null,
      5,
      "track",
      [],
      [null],
      [{}],
      ["configure"],
      ["configure", null],
      ["configure", 5],
      ["identify"],
      ["identify", 5],
      ["setSubjects"],
      ["setSubjects", "order", 5],
      ["use"],
      ["use", 5],
      ["use", [null]],
      ["track"],
      ["track", {}, []],
      ["on", "*"],
      ["on", "*", 5],
      ["begin"],
      ["open", "cellar"],
      ["open", { a: 1 }],
      ["show", 5, 5],
      ["setConsent", 5],
      ["explain"],
      ["constructor", "alert(1)"],
    ];
    const { page, errors, console } = await open(...nonsense);
    await page.locator("waymark-launcher button").waitFor();
    await page.evaluate((calls) => (window as unknown as { waymark: unknown[] }).waymark.push(...calls), nonsense);
    await tell(page, "close");
    await page.locator("waymark-launcher button").click();
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });
});
