import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Opened, type OpenOptions, type Situation, settled, tell } from "../../packages/testing/src/index.ts";

export interface World {
  journeys: object[];
  [option: string]: unknown;
}

const step = (id: string, title: string, more: object = {}): object => ({ id, title, done: { event: id }, ...more });

/** Three steps of one role; the second points at a button that is not there. */
export const order = (more: object = {}): object => ({
  format: "waymark.journey/1",
  id: "place-order",
  title: "Place an order",
  roles: ["sales-rep"],
  brief: {
    purpose: "Every order in one place.",
    benefit: "You type nothing twice.",
    expectation: "Two minutes a day.",
  },
  steps: [
    step("add", "Add an item", { do: { target: { css: "#add" }, say: "Press **Add an item**." }, due: "P1D" }),
    step("pay", "Take the payment", { do: { target: { css: "#pay" }, say: "Press **Pay**." }, due: "P1D" }),
    step("send", "Send it"),
  ],
  ...more,
});

/** The same work for each record. */
export const perDeal = (): object =>
  order({ id: "win-deal", title: "Win a deal", per: { subject: "deal" }, brief: undefined });

export const rep: object = { id: "u-1", roles: ["sales-rep"] };

/** Opens the page in a world of its own. */
export async function weather(here: Situation, world: World, options: OpenOptions = {}): Promise<Opened> {
  const opened = await here.open({
    ...options,
    before: async (context, page) => {
      await context.addInitScript((given) => {
        Object.assign(window, { waymark: [["configure", given]] });
      }, world);
      await options.before?.(context, page);
    },
  });
  await opened.page.locator("waymark-launcher").waitFor({ state: "attached" });
  await expect
    .poll(() => opened.page.evaluate(() => typeof (window as { waymark?: { version?: number } }).waymark?.version))
    .toBe("number");
  return opened;
}

/** Whether the person can go on: the button in the corner, or a surface of ours with something to press, is in sight. */
export async function canGoOn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const ours = [...document.querySelectorAll("*")].filter((each) => each.localName.startsWith("waymark-"));
    return ours.some((element) =>
      [...(element.shadowRoot?.querySelectorAll("button") ?? [])].some((button) => {
        const { left, top, right, bottom, width } = button.getBoundingClientRect();
        return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      }),
    );
  });
}

export const done = (page: Page, journey = "place-order", subject = ""): Promise<string[]> =>
  settled(page, journey, subject);

/** A picture of each face, to look at: in the system's folder for such things, under `waymark-faces`. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(tmpdir(), "waymark-faces", `${name}.png`) });
}

export { tell };

/** Gives the device's own copy of the progress as many records as `count`, each like `deal:0`; the next page reads it. */
export function multiplyRun(page: Page, journey: string, count: number): Promise<void> {
  const write = async ([id, many]: readonly [string, number]): Promise<void> => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const base = await asked(indexedDB.open("waymark"));
    for (const name of base.objectStoreNames) {
      const store = base.transaction(name, "readwrite").objectStore(name);
      for (const key of await asked(store.getAllKeys())) {
        const value = await asked(store.get(key));
        const runs = value?.journeys?.[id];
        if (!runs?.["deal:0"]) continue;
        for (let at = 1; at < many; at += 1) runs[`deal:${at}`] = runs["deal:0"];
        await asked(store.put(value, key));
      }
    }
    base.close();
  };
  return page.evaluate(write, [journey, count] as const);
}
