import type { Happening } from "@waymark/sdk";
import type { BrowserContext, Page } from "playwright-core";

/** What a test says of a page with Waymark in it. */
export interface WaymarkPage {
  /** Keeps Waymark out of the pages that are opened from now on: it draws, keeps and sends nothing. */
  off(): Promise<void>;
  /** Waits until a journey is there for this person. Fails after `withinMs`, by default the page's patience, with what stands in the way. */
  ready(withinMs?: number): Promise<void>;
  /** Stops the page's clock at a moment: dates and due days are the same in each run. Timers go on. */
  freeze(at: Date | number | string): Promise<void>;
  /** Calls the guest as the host does: `tell("track", "call.logged", { dealId: "17" })`. */
  tell(method: string, ...args: unknown[]): Promise<void>;
  /** What has happened on the page so far, in order; each page counts anew. */
  happenings(): Promise<Happening[]>;
  /**
   * Waits until all of these have happened, in this order with anything between, since the last call; then those of `refuted`
   * must not have happened in between. A type, or a type with a step: `step.completed log-call`.
   */
  expectEvents(expected: readonly string[], refuted?: readonly string[]): Promise<void>;
  /**
   * Walks a journey to its end: at each station it does the step's deed of the host app, and waits until it counts as done.
   * Fails with the step that did not count, and why.
   */
  walk(
    journey: string,
    deeds: Readonly<Record<string, () => Promise<unknown>>>,
    of?: { subject?: string },
  ): Promise<void>;
  /** Ids of the steps that are done, in alphabetical order. */
  done(journey: string, of?: { subject?: string }): Promise<string[]>;
}

interface Steps {
  steps: Record<string, { completed?: number | null }>;
}
interface Heard {
  waymark: {
    push(...calls: unknown[][]): void;
    problem: string | null;
    explain(journey: string): Promise<{ rules: { rule: string; holds: boolean; wants: string; has: string }[] } | null>;
    $journeys: { get(): { id: string; subject: string | null; here: number | null; stations: { id: string }[] }[] };
    $progress: { get(): { journeys: Record<string, Record<string, Steps>> } };
  };
  waymarkHeard: Happening[];
}

/** How a page is waited for. */
export interface WaymarkPageOptions {
  /** How long something may take that is waited for, ms. Default: 15,000. */
  patienceMs?: number;
}

/** Listens from the page's first moment on, whatever the page makes of `window.waymark`. */
function listenEarly(): void {
  const heard: unknown[] = [];
  const call = ["on", "*", (happening: unknown): void => void heard.push(structuredClone(happening))];
  const joined = (value: unknown): unknown => {
    if (Array.isArray(value) && !value.includes(call)) value.push(call);
    return value;
  };
  let held: unknown = joined([]);
  Object.assign(window, { waymarkHeard: heard });
  Object.defineProperty(window, "waymark", {
    configurable: true,
    get: () => held,
    set: (value: unknown) => {
      held = joined(value);
    },
  });
}

const nameOf = ({ type, step }: Happening): string[] => (step === undefined ? [type] : [type, `${type} ${step}`]);

/** Where in a list the expected ones were found, each after the one before; -1 where one is missing. */
function lastOf(expected: readonly string[], names: readonly string[][]): { end: number; missing: string | null } {
  let at = 0;
  for (const wanted of expected) {
    const found = names.findIndex((each, index) => index >= at && each.includes(wanted));
    if (found < 0) return { end: -1, missing: wanted };
    at = found + 1;
  }
  return { end: at, missing: null };
}

/**
 * Makes a page ready for tests of Waymark in it; call it before the page is opened.
 *
 * @example
 * ```ts
 * const waymark = await createWaymarkPage(page);
 * await page.goto("/deals/17");
 * await waymark.walk("win-a-deal", { "log-call": () => page.getByRole("button", { name: "Log call" }).click() });
 * ```
 */
export async function createWaymarkPage(
  page: Page,
  { patienceMs = 15_000 }: WaymarkPageOptions = {},
): Promise<WaymarkPage> {
  await page.addInitScript(listenEarly);
  let told = 0;
  const happenings = (): Promise<Happening[]> => page.evaluate(() => (window as unknown as Heard).waymarkHeard ?? []);

  const poll = async (
    holds: () => Promise<boolean>,
    why: () => Promise<string> | string,
    ms = patienceMs,
  ): Promise<void> => {
    const end = Date.now() + ms;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(await why());
      await page.waitForTimeout(50);
    }
  };

  const whyNot = (journey: string, step: string): Promise<string> =>
    page.evaluate(
      async ([id, of]) => {
        const { waymark } = window as unknown as Heard;
        const found = await waymark.explain?.(id);
        const rules = found?.rules.filter(
          ({ rule, holds }) =>
            !holds && (rule.endsWith(` ${of}`) || !/^(step|target|guidance|reference|pacing) /.test(rule)),
        );
        return (
          rules?.map(({ rule, wants, has }) => `  ${rule}: wants ${wants}; has ${has}`).join("\n") ??
          `  ${waymark.problem ?? "the journey is not loaded"}`
        );
      },
      [journey, step] as const,
    );

  const done = (journey: string, { subject = "" } = {}): Promise<string[]> =>
    page.evaluate(
      ([id, of]) => {
        const { waymark } = window as unknown as Heard;
        const steps = waymark.$progress?.get().journeys[id]?.[of]?.steps ?? {};
        return Object.keys(steps)
          .filter((step) => typeof steps[step]?.completed === "number")
          .sort();
      },
      [journey, subject] as const,
    );

  const ready = (ms = patienceMs): Promise<void> =>
    poll(
      () => page.evaluate(() => ((window as unknown as Heard).waymark?.$journeys?.get().length ?? 0) > 0),
      () =>
        page.evaluate(
          () =>
            `No journey came for this person: ${(window as unknown as Heard).waymark?.problem ?? "is waymark.js on the page, and is a journey published for these roles?"}`,
        ),
      ms,
    );

  return {
    off: () => switchOff(page),
    ready,
    freeze: (at) => page.clock.setFixedTime(at),
    tell: (method, ...args) =>
      page.evaluate((call) => (window as unknown as Heard).waymark.push(call), [method, ...args]),
    happenings,
    expectEvents: async (expected, refuted = []) => {
      let names: string[][] = [];
      const read = async (): Promise<ReturnType<typeof lastOf>> => {
        names = (await happenings()).map(nameOf);
        return lastOf(expected, names.slice(told));
      };
      await poll(
        async () => (await read()).missing === null,
        async () =>
          `"${(await read()).missing}" did not happen. What did: ${
            names
              .slice(told)
              .map((each) => each.at(-1))
              .join(", ") || "nothing"
          }`,
      );
      const { end } = await read();
      const between = names.slice(told, told + end);
      const against = refuted.find((each) => between.some((name) => name.includes(each)));
      told += end;
      if (against !== undefined) throw new Error(`"${against}" happened, and must not`);
    },
    walk: async (journey, deeds, of = {}) => {
      await ready();
      await page.evaluate(([id, more]) => (window as unknown as Heard).waymark.push(["begin", id, more]), [
        journey,
        of,
      ] as const);
      for (const [step, deed] of Object.entries(deeds)) {
        await deed();
        await poll(
          async () => (await done(journey, of)).includes(step),
          async () => `${journey}: the step "${step}" did not count as done.\n${await whyNot(journey, step)}`,
        );
      }
    },
    done,
  };
}

/** Keeps Waymark out of a page, or out of all pages of a context. */
export async function switchOff(of: Page | BrowserContext): Promise<void> {
  await of.addInitScript(() => {
    const off = (): void => {
      if (document.documentElement) document.documentElement.dataset.waymark = "off";
    };
    off();
    // The init script runs before the page's own `<html>` is there.
    const watch = new MutationObserver(() => {
      off();
      if (document.documentElement) watch.disconnect();
    });
    watch.observe(document, { childList: true });
  });
}

/** What the fixtures add to a test. */
export interface WaymarkFixtures {
  waymark: WaymarkPage;
}

/**
 * Fixtures for `@playwright/test`.
 *
 * @example
 * ```ts
 * import { test as base } from "@playwright/test";
 * import { waymarkFixtures, type WaymarkFixtures } from "@waymark/testing/playwright";
 *
 * export const test = base.extend<WaymarkFixtures>(waymarkFixtures);
 * ```
 */
export const waymarkFixtures: {
  waymark: (given: { page: Page }, use: (waymark: WaymarkPage) => Promise<void>) => Promise<void>;
} = {
  waymark: async ({ page }, use) => use(await createWaymarkPage(page)),
};
