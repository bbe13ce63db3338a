import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  closeGuide,
  type Opened,
  onDevice,
  rested,
  served,
  situation,
  tabTo,
  tell,
} from "../../packages/testing/src/index.ts";

const here = situation("library");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const field = (page: Page) => page.locator("waymark-library:not([inert])").getByRole("combobox");
const titles = (page: Page): Promise<string[]> => page.locator("waymark-library .hit b").allTextContents();
const groups = (page: Page): Promise<string[]> => page.locator("waymark-library .eyebrow").allTextContents();
const marked = (page: Page): Promise<string[]> => page.locator("waymark-library mark").allTextContents();
const isOpen = (page: Page): Promise<boolean> => page.locator("waymark-library .library").isVisible();
const row = (page: Page, name: string) => page.locator("waymark-library").getByRole("option", { name });

/** The innermost focused element, through shadow trees: its local name and id. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName ?? ""}#${at?.id || (at?.getAttribute("part") ?? "")}`;
  });

interface Settings {
  path?: string;
  context?: BrowserContextOptions;
  /** Further options of the guest. */
  more?: Record<string, unknown>;
  shelf?: unknown;
}

async function open({ path = "", context = {}, more, shelf }: Settings = {}): Promise<Opened> {
  const opened = await here.open({
    path,
    context,
    before: (inside) =>
      inside.addInitScript((given) => Object.assign(window, given), { more, ...(shelf ? { shelf } : {}) }),
  });
  await opened.page.locator("waymark-launcher [part~=launcher]").waitFor();
  // The shortcut comes with its service, in idle time.
  await served(opened.page, "library");
  return opened;
}

async function openLibrary(page: Page): Promise<void> {
  await page.keyboard.press("Alt+k");
  await field(page).waitFor();
  await expect.poll(() => focused(page)).toBe("input#field");
}

async function ask(page: Page, query: string): Promise<void> {
  await field(page).fill(query);
}

/** What axe finds wrong with the library, as "rule: where". */
async function violations(page: Page): Promise<string[]> {
  await rested(page);
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(
          at: Element | null,
          options: object,
        ): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
          passes: unknown[];
        }>;
      };
    };
    const found = await checker.run(document.querySelector("waymark-library"), { runOnly: { type: "tag", values } });
    if (found.passes.length < 10) throw new Error("axe has looked at nothing");
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  }, rules);
}

describe("the ways in and out", () => {
  it("L5 opens by Alt K, by the host's own button, and Esc gives the focus back to where it was", async () => {
    const { page, errors, console: said } = await open();
    await page.locator("#amount").focus();
    await openLibrary(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => isOpen(page)).toBe(false);
    await expect.poll(() => focused(page)).toBe("input#amount");
    await page.locator("#help").press("Enter");
    await expect.poll(() => focused(page)).toBe("input#field");
    await page.keyboard.press("Alt+k");
    await expect.poll(() => isOpen(page)).toBe(false);
    await expect.poll(() => focused(page)).toBe("button#help");
    expect(errors).toEqual([]);
    expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
  });

  it("L5 opens from the line at the top of the menu and from the foot of the panel", async () => {
    const { page } = await open();
    await tell(page, "begin", "find-a-quote");
    await tell(page, "open", "launcher");
    const line = page.locator("waymark-launcher [part~=find]");
    await expect.poll(() => line.getAttribute("aria-keyshortcuts")).toBe("Alt+K");
    await rested(page);
    const [above, below] = [await line.boundingBox(), await page.locator("waymark-launcher .list").boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await tabTo(page, line);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("input#field");
    await row(page, "Find a quote").click();
    // Whoever has one journey never sees the menu.
    const foot = page.locator("waymark-panel [part~=find]");
    expect(await foot.count()).toBe(0);
    for (const deed of ["open-the-search", "type-the-number", "open-the-right-one"])
      await tell(page, "track", `${deed}.done`);
    await foot.click();
    await expect.poll(() => focused(page)).toBe("input#field");
    // It was opened from the panel, and leads back to it.
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-panel h2").allTextContents()).toEqual(["Find a quote by number"]);
  });

  it("L5 is reached from the launcher also where nothing is to be done", async () => {
    const { page } = await open({ more: { user: { id: "u-9", roles: ["support-agent"] } } });
    expect(await page.locator("waymark-launcher [part~=launcher]").count()).toBe(1);
    await page.locator("waymark-launcher [part~=launcher]").click();
    await page.locator("waymark-launcher [part~=find]").click();
    await expect.poll(() => groups(page)).toEqual(["Fits this page", "For your role", "Others"]);
  });

  it("L5 keeps Tab inside while it dims the page, and closes by a press beside it", async () => {
    const { page } = await open();
    await openLibrary(page);
    const seen = new Set<string>();
    for (let times = 0; times < 6; times += 1) {
      await page.keyboard.press(times < 4 ? "Tab" : "Shift+Tab");
      seen.add(await focused(page));
    }
    expect([...seen].sort()).toEqual(["button#close", "input#field"]);
    await page.mouse.click(20, 680);
    await expect.poll(() => isOpen(page)).toBe(false);
  });
});

describe("the field and its rows", () => {
  it("L6 arrows walk the rows, Home and End follow them, Enter opens the map and begins nothing", async () => {
    const { page } = await open();
    await openLibrary(page);
    const active = async (): Promise<string> => {
      const id = await field(page).getAttribute("aria-activedescendant");
      const at = page.locator(`waymark-library #${id}`);
      expect(await at.getAttribute("aria-selected")).toBe("true");
      expect(await page.locator("waymark-library [aria-selected=true]").count()).toBe(1);
      return (await at.locator("b").textContent()) ?? "";
    };
    await expect.poll(() => titles(page)).toHaveLength(8);
    const all = await titles(page);
    await expect.poll(active).toBe(all[0]);
    for (const [key, at] of [
      ["ArrowDown", 1],
      ["ArrowDown", 2],
      ["ArrowUp", 1],
      ["End", 7],
      ["ArrowDown", 0],
      ["ArrowUp", 7],
      ["Home", 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(active).toBe(all[at]);
    }
    expect(await focused(page)).toBe("input#field");
    // After typing, Home means the text again.
    await ask(page, "quote");
    await page.keyboard.press("Home");
    expect(await field(page).evaluate((at: HTMLInputElement) => at.selectionStart)).toBe(0);
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await active()) === (await titles(page))[1]).toBe(true);
    const chosen = await active();
    await page.keyboard.press("Enter");
    await page.locator("waymark-panel h2").getByText(chosen).waitFor();
    await expect.poll(() => focused(page)).toBe("aside#panel");
    const begun = await page.evaluate(() => {
      const { waymark } = window as unknown as {
        waymark: { $progress: { get(): { journeys: Record<string, Record<string, { began?: number }>> } } };
      };
      return Object.values(waymark.$progress.get().journeys).flatMap((runs) =>
        Object.values(runs).flatMap(({ began }) => began ?? []),
      );
    });
    expect(begun).toEqual([]);
  });

  it("L6 a screen reader hears a combobox with named groups of options, and how many were found", async () => {
    const { page } = await open();
    await openLibrary(page);
    const tree = page.locator("waymark-library");
    await tree.getByRole("dialog", { name: "How do I ...?" }).waitFor();
    await ask(page, "quote");
    const list = tree.getByRole("listbox", { name: "How do I ...?" });
    const inGroup = (name: string): Promise<number> => list.getByRole("group", { name }).getByRole("option").count();
    await expect.poll(() => inGroup("Fits this page")).toBe(2);
    await expect.poll(() => inGroup("For sales reps")).toBe(2);
    expect(await field(page).getAttribute("aria-expanded")).toBe("true");
    await expect.poll(() => tree.getByRole("status").textContent()).toBe("4 found");
    await ask(page, "zzzzzz");
    await expect.poll(() => field(page).getAttribute("aria-expanded")).toBe("false");
    expect(await tree.getByText("Nothing fits “zzzzzz”").count()).toBe(1);
    expect(await list.count()).toBe(0);
  });

  it("L6 the mouse opens a row, and typing goes on after a press on the list", async () => {
    const { page } = await open();
    await openLibrary(page);
    await page.locator("waymark-library .eyebrow").first().click();
    await page.keyboard.type("ticket");
    await expect.poll(() => titles(page)).toEqual(["Merge two tickets"]);
    await row(page, "Merge two tickets").click();
    await page.locator("waymark-panel h2").getByText("Merge two tickets").waitFor();
    // What was opened can be walked, whoever's role it is for.
    await tell(page, "show", "merge-two-tickets", "keep-the-older-one");
    await closeGuide(page);
    await expect
      .poll(() =>
        page.evaluate(() =>
          (window as unknown as { waymark: { $journeys: { get(): { id: string }[] } } }).waymark.$journeys
            .get()
            .map(({ id }) => id),
        ),
      )
      .toContain("log-calls");
  });
});

describe("what is found", () => {
  it("L7 forgives slips, passes over empty words, finds beginnings and other words, and marks what was met", async () => {
    const { page } = await open();
    await openLibrary(page);
    for (const [query, first, marks] of [
      ["How do I send a quote", "Send a quote to sign online", ["Send", "quote"]],
      ["send a qoute", "Send a quote to sign online", ["Send", "quote"]],
      ["discuont", "Give a discount the right way", ["discount"]],
      ["disc", "Give a discount the right way", ["discount"]],
      ["DISCOUNT?", "Give a discount the right way", ["discount"]],
      ["rebate", "Give a discount the right way", []],
      ["offer", "Send a quote to sign online", []],
      ["merge", "Merge two tickets", ["Merge"]],
    ] as const) {
      await ask(page, query);
      await expect.poll(async () => (await titles(page))[0]).toBe(first);
      await expect.poll(async () => (await marked(page)).slice(0, marks.length)).toEqual(marks);
    }
    await ask(page, "how do I");
    await expect.poll(() => titles(page)).toHaveLength(8);
    await expect.poll(() => groups(page)).toEqual(["Fits this page", "For sales reps", "Others"]);
  });

  it("L7 finds a journey in the person's language and in its own", async () => {
    const german = await open({ path: "?lang=de" });
    await openLibrary(german.page);
    for (const query of ["Wie kann ich ein Angebot unterschreiben", "offerte", "UNTERSCHRIFT", "sign online"]) {
      await ask(german.page, query);
      await expect.poll(async () => (await titles(german.page))[0]).toBe("Angebot online unterschreiben lassen");
    }
    await ask(german.page, "");
    await expect
      .poll(async () => (await groups(german.page)).slice(0, 2))
      .toEqual(["Passt zu dieser Seite", "Für sales reps"]);
    const japanese = await open({ path: "?lang=ja" });
    await openLibrary(japanese.page);
    await ask(japanese.page, "署名");
    await expect.poll(() => titles(japanese.page)).toEqual(["見積書にオンラインで署名をもらう"]);
    await expect.poll(() => marked(japanese.page)).toEqual(["署名"]);
  });

  it("L8 a row says the gain, or where the person stopped, or when it was done, and the minutes", async () => {
    const { page } = await open();
    const lineOf = async (name: string): Promise<string[]> => [
      (await row(page, name).locator("small").textContent()) ?? "",
      (await row(page, name).locator(".count").textContent()) ?? "",
    ];
    await tell(page, "begin", "copy-a-quote");
    for (const deed of ["find-it", "copy-it", "open-the-search"]) await tell(page, "track", `${deed}.done`);
    await tell(page, "begin", "find-a-quote");
    for (const deed of ["open-the-search", "type-the-number", "open-the-right-one"])
      await tell(page, "track", `${deed}.done`);
    await openLibrary(page);
    await expect.poll(() => lineOf("Copy an old quote")).toEqual(["You stopped at step 3 today", "2 min left"]);
    await expect.poll(() => lineOf("Find a quote by number")).toEqual(["Done today. Walk it again any time.", "1 min"]);
    await expect
      .poll(() => lineOf("Send a quote to sign"))
      .toEqual(["The customer signs on the phone. No scan.", "4 min"]);
    await page.keyboard.press("Escape");
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    await page.reload();
    // By the host's own button: when the service is there cannot be seen while the clock stands still.
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await page.locator("#help").click();
    await field(page).waitFor();
    const day = new Intl.DateTimeFormat("en", { weekday: "long" }).format(Date.now());
    await expect.poll(async () => (await lineOf("Copy an old quote"))[0]).toBe(`You stopped at step 3 on ${day}`);
    await expect
      .poll(async () => (await lineOf("Find a quote by number"))[0])
      .toBe(`Done on ${day}. Walk it again any time.`);
  });

  it("K43 what is not here is asked for in one's own words, and leaves when it is sent, not before", async () => {
    const { page, requests } = await open({ path: "?requests" });
    const requested = () => page.evaluate(() => (window as unknown as { requested: unknown[] }).requested);
    const words = page.locator("waymark-library:not([inert]) [part=words]");
    await openLibrary(page);
    await ask(page, "teleport");
    await page.locator("waymark-library:not([inert]) .none [part=request-it]").click();
    await expect.poll(() => words.inputValue()).toBe("teleport");
    await expect.poll(() => focused(page)).toBe("textarea#request");
    await page.keyboard.type(" a parcel: End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await words.inputValue()).toBe("\nteleport a parcel: End");
    // Closed by mistake and opened again at once, while the first still fades: it is there.
    await page.keyboard.press("Escape");
    await openLibrary(page);
    await page.locator("waymark-library:not([inert]) .none [part=request-it]").click();
    await expect.poll(() => words.inputValue()).toBe("\nteleport a parcel: End");
    expect([await requested(), requests.filter((url) => url.includes("teleport"))]).toEqual([[], []]);
    await page.locator("waymark-library [part=send]").click();
    await page.locator("waymark-library").getByText("Sent.").waitFor();
    expect(await requested()).toEqual([{ text: "teleport a parcel: End", locale: "en" }]);
    await page.locator("waymark-library [part=back]").click();
    await expect.poll(() => focused(page)).toBe("input#field");
  });

  it("K43 a send that fails loses nothing; where nobody takes requests nothing is offered", async () => {
    const { page } = await open({ path: "?requests=broken" });
    await openLibrary(page);
    await page.locator("waymark-library .tips [part=request-it]").click();
    await page.locator("waymark-library [part=words]").fill("Split an invoice");
    await page.locator("waymark-library [part=send]").click();
    await page.locator("waymark-library").getByText("Your words are still here").waitFor();
    expect(await page.locator("waymark-library [part=words]").inputValue()).toBe("Split an invoice");
    const other = await open();
    await openLibrary(other.page);
    await ask(other.page, "teleport");
    expect(await other.page.locator("waymark-library [part=request-it]").count()).toBe(0);
  });

  it("L9 the last search comes back for the same person on this device, and goes with them", async () => {
    const opened = await open();
    const { page, requests } = opened;
    await openLibrary(page);
    await ask(page, "disc");
    await expect.poll(() => onDevice(page)).toContain('"disc"');
    await page.reload();
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await served(page, "library");
    await openLibrary(page);
    await expect.poll(() => field(page).inputValue()).toBe("disc");
    await expect.poll(() => titles(page)).toEqual(["Give a discount the right way"]);
    // It is chosen: whoever types asks anew.
    await page.keyboard.type("merge");
    expect(await field(page).inputValue()).toBe("merge");
    expect(requests.filter((url) => /disc|merge/.test(url.split("/library/")[1] ?? ""))).toEqual([]);
    const other = await here.open({
      beside: opened,
      before: (_, tab) =>
        tab.addInitScript(() => Object.assign(window, { more: { user: { id: "u-2", roles: ["sales-rep"] } } })),
    });
    await other.page.locator("waymark-launcher [part~=launcher]").waitFor();
    await other.page.locator("#help").click();
    await field(other.page).waitFor();
    await other.page.waitForTimeout(200);
    expect(await field(other.page).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
    await page.reload();
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await page.locator("#help").click();
    await field(page).waitFor();
    await page.waitForTimeout(200);
    expect(await field(page).inputValue()).toBe("");
  });

  it("L13 of very many it draws a few and says how many more there are", async () => {
    const shelf = Array.from({ length: 120 }, (_, at) => ({
      ...{ format: "waymark.journey/1", id: `j-${at}`, title: `Answer question ${at}`, library: true },
      steps: [{ id: "a", title: "Answer it", done: { manual: true } }],
    }));
    const { page } = await open({ shelf });
    await openLibrary(page);
    await expect.poll(() => titles(page)).toHaveLength(12);
    await page.locator("waymark-library").getByText("108 more. Type on to find them.").waitFor();
    await page.locator("waymark-library #hits").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => titles(page)).toHaveLength(24);
    for (let rows = 0; rows < 23; rows += 1) await page.keyboard.press("ArrowDown");
    await expect.poll(() => titles(page)).toHaveLength(36);
    await ask(page, "question 117");
    await expect.poll(async () => (await titles(page))[0]).toBe("Answer question 117");
  });
});

describe("the shortcut", () => {
  it("L10 is chosen by the host, or none; without a modifier it is left alone while somebody types", async () => {
    const bare = (await open({ more: { shortcut: "?" } })).page;
    await bare.locator("#note").focus();
    await bare.keyboard.type("why?");
    await bare.waitForTimeout(100);
    expect(await isOpen(bare)).toBe(false);
    expect(await bare.locator("#note").inputValue()).toBe("why?");
    await bare.keyboard.press("Alt+k");
    expect(await isOpen(bare)).toBe(false);
    await bare.locator("#help").focus();
    await bare.keyboard.press("?");
    await expect.poll(() => isOpen(bare)).toBe(true);

    const chosen = (await open({ more: { shortcut: "Ctrl+Shift+L" } })).page;
    await chosen.locator("#note").focus();
    await chosen.keyboard.press("Control+l");
    expect(await isOpen(chosen)).toBe(false);
    await chosen.keyboard.press("Control+Shift+L");
    await expect.poll(() => isOpen(chosen)).toBe(true);

    for (const none of ["", null]) {
      const { page } = await open({ more: { shortcut: none } });
      await page.keyboard.press("Alt+k");
      await page.waitForTimeout(150);
      expect(await isOpen(page)).toBe(false);
      await tell(page, "open", "launcher");
      const line = page.locator("waymark-launcher [part~=find]");
      expect(await line.getAttribute("aria-keyshortcuts")).toBe(null);
      expect(await line.textContent()).toBe("How do I ...?");
    }
  });

  it("L10 gives way to a page that uses the keys, and what is typed in the library is no business of the page", async () => {
    const { page } = await open();
    const hostKeys = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { hostKeys: string[] }).hostKeys);
    await openLibrary(page);
    await page.keyboard.type("quote");
    await page.keyboard.press("Escape");
    await expect.poll(() => isOpen(page)).toBe(false);
    expect((await hostKeys()).filter((key) => !["Alt", "k"].includes(key))).toEqual([]);
    await page.evaluate(() => document.addEventListener("keydown", (event) => event.altKey && event.preventDefault()));
    await page.locator("#note").focus();
    await page.keyboard.press("Alt+k");
    await page.waitForTimeout(150);
    expect(await isOpen(page)).toBe(false);
  });
});

describe("for everybody", () => {
  it.each<[string, Settings]>([
    ["light", {}],
    ["dark", { context: { colorScheme: "dark" } }],
    ["right to left", { path: "?dir=rtl&lang=ar" }],
    ["320 px", { context: { viewport: { width: 320, height: 640 }, hasTouch: true } }],
    ["forced colours", { context: { forcedColors: "active" } }],
    ["an accent of the brand", { more: { theme: { accent: "#ffd400" } } }],
  ])("L11 has nothing that axe would object to: %s", async (_, settings) => {
    const { page } = await open(settings);
    await tell(page, "begin", "copy-a-quote");
    await openLibrary(page);
    expect(await violations(page)).toEqual([]);
    await ask(page, "quote");
    expect(await violations(page)).toEqual([]);
    await ask(page, "zzzzzz");
    expect(await violations(page)).toEqual([]);
  });

  it("L11 at 320 px nothing is cut, what is pressed is large enough, and a touch opens a row", async () => {
    const { page } = await open({ context: { viewport: { width: 320, height: 640 }, hasTouch: true } });
    await page.locator("#help").tap();
    await field(page).waitFor();
    await expect.poll(() => titles(page)).toHaveLength(8);
    await rested(page);
    const boxes = await page.locator("waymark-library :is(.hit, .hit b, input, button)").evaluateAll((all) =>
      all.map((each) => {
        const { left, right, height } = each.getBoundingClientRect();
        return { left, right, height, pressed: !each.matches("b") };
      }),
    );
    expect(boxes.length).toBeGreaterThan(16);
    for (const { left, right, height, pressed } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(320);
      if (pressed) expect(height).toBeGreaterThanOrEqual(44);
    }
    await row(page, "Give a discount").tap();
    await page.locator("waymark-panel h2").getByText("Give a discount the right way").waitFor();
  });

  it("L11 right to left only the drawing is mirrored", async () => {
    const { page } = await open({ path: "?dir=rtl&lang=ar" });
    await openLibrary(page);
    const places = await page
      .locator("waymark-library .hit")
      .first()
      .evaluate((hit) => {
        const [trail, text, count] = ["svg", "b", ".count"].map(
          (each) => hit.querySelector(each)?.getBoundingClientRect().left ?? 0,
        );
        const mirror = getComputedStyle(hit.querySelector("svg") as Element).transform;
        return { order: (trail ?? 0) > (text ?? 0) && (text ?? 0) > (count ?? 0), mirror };
      });
    expect(places).toEqual({ order: true, mirror: "matrix(-1, 0, 0, 1, 0, 0)" });
    await expect.poll(() => titles(page)).toContain("إرسال عرض سعر للتوقيع الإلكتروني");
  });
});
