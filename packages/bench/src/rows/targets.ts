import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { bundleText } from "../bundle.ts";
import { pause } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
import { control } from "../subjects.ts";
import type { Row } from "./row.ts";

/** What one way of finding made of the elements that are still there, and of those that are gone. */
interface Tally {
  there: number;
  found: number;
  wrong: number;
  gone: number;
  honest: number;
}

/** What the bundle of `entryOf` puts into the page. */
interface Suite {
  pageKinds: readonly { change(body: HTMLElement): ((element: Element) => Element | null) | undefined }[];
  targetKinds(nameOf: unknown): readonly { change(element: Element): Element | null | undefined }[];
  recordChanges(): { undo(): void };
  describeTarget(element: Element): { target: unknown; confidence: number };
  findTarget(target: unknown): { element: Element | null };
  nameOf: unknown;
  finder(element: Element): string;
}

/** The kinds of change of `examples/mutations`, both ways of describing an element, and both ways of finding it. */
const entryOf = (examples: string): string => `
export { pageKinds } from "${join(examples, "mutations/page/page-kinds.ts")}";
export { targetKinds } from "${join(examples, "mutations/page/target-kinds.ts")}";
export { recordChanges } from "${join(examples, "mutations/page/undo.ts")}";
export { describeTarget, findTarget, nameOf } from "${join(examples, "../packages/sdk/src/targeting/index.ts")}";
export { finder } from "@medv/finder";
`;

/** In the page: puts it through every kind of change and looks for its elements again in both ways. */
function mutate(most: number): { descriptor: Tally; selector: Tally } {
  const { suite } = window as unknown as { suite: Suite };
  const isSeen = (element: Element): boolean =>
    element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const all = Array.from(
    document.body.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,[role=button]"),
  );
  const seen = all.filter(isSeen);
  const every = Math.max(1, seen.length / most);
  const picked = seen.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
  const empty = (): Tally => ({ there: 0, found: 0, wrong: 0, gone: 0, honest: 0 });
  const tallies = { descriptor: empty(), selector: empty() };
  const known = picked.map((element) => {
    const { target, confidence } = suite.describeTarget(element);
    const selector = suite.finder(element);
    return {
      element,
      // What cannot be described is not pointed at: it counts as not found.
      descriptor: () => (confidence > 0 ? suite.findTarget(target).element : null),
      selector: () => document.querySelector(selector),
    };
  });
  const count = (each: (typeof known)[number], expected: Element | null): void => {
    if (expected && !isSeen(expected)) return;
    for (const way of ["descriptor", "selector"] as const) {
      const tally = tallies[way];
      const found = each[way]();
      if (expected) {
        tally.there += 1;
        if (found === expected) tally.found += 1;
        else if (found) tally.wrong += 1;
      } else {
        tally.gone += 1;
        if (!found) tally.honest += 1;
      }
    }
  };
  for (const { change } of suite.pageKinds) {
    const changes = suite.recordChanges();
    const where = change(document.body);
    if (where) for (const each of known) count(each, where(each.element));
    changes.undo();
  }
  for (const { change } of suite.targetKinds(suite.nameOf)) {
    for (const each of known) {
      const changes = suite.recordChanges();
      const expected = change(each.element);
      if (expected !== undefined) count(each, expected);
      changes.undo();
    }
  }
  return tallies;
}

/** The page of the suite, and screens of the CRM in examples/. */
const places = [
  "mutations/",
  "crm/dist/?as=sales-rep#/",
  "crm/dist/?as=sales-rep#/deals",
  "crm/dist/?as=sales-rep#/contacts",
  "crm/dist/?as=sales-rep#/deals/create",
  "crm/dist/?as=support-agent#/tickets",
];

async function runAt(page: Page, address: string, source: string): Promise<{ descriptor: Tally; selector: Tally }> {
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("main").first().waitFor({ timeout: 10_000 });
  await pause(600);
  await page.addScriptTag({ content: source });
  return page.evaluate(mutate, 12);
}

export const targets: Row = {
  name: "targets",
  how: "The kinds of change of examples/mutations on its page and on screens of the CRM. Waymark looks with its own descriptor; peers have a CSS selector and no more, here the one that a usual recorder (@medv/finder) writes, so all peers have the same figures.",
  run: async (lab) => {
    const found = createMeasure("targets.found", "changed pages: target found again", "%", {
      better: "more",
      exact: true,
    });
    const wrong = createMeasure("targets.wrong", "changed pages: another taken for it", "%", { exact: true });
    const honest = createMeasure("targets.honest", "target gone: said so", "%", { better: "more", exact: true });
    if (!existsSync(join(lab.examples, "mutations/page/target-kinds.ts"))) {
      found.note = "examples/mutations is not there yet";
      return [found];
    }
    const source = await bundleText(entryOf(lab.examples), "suite");
    const { page, url, close } = await lab.visit(control);
    const sums = { descriptor: new Map<keyof Tally, number>(), selector: new Map<keyof Tally, number>() };
    const ways = ["descriptor", "selector"] as const;
    for (const place of places) {
      const tallies = await runAt(page, `${url}/${place}`, source);
      for (const way of ways) {
        for (const [key, value] of Object.entries(tallies[way])) {
          sums[way].set(key as keyof Tally, (sums[way].get(key as keyof Tally) ?? 0) + value);
        }
      }
    }
    await close();
    for (const { name, kind } of lab.subjects) {
      const sum = sums[kind === "waymark" ? "descriptor" : "selector"];
      const share = (part: keyof Tally, whole: keyof Tally): number =>
        (100 * (sum.get(part) ?? 0)) / (sum.get(whole) ?? 1);
      addSample(found, name, share("found", "there"));
      addSample(wrong, name, share("wrong", "there"));
      addSample(honest, name, share("honest", "gone"));
    }
    found.note = `${sums.selector.get("there") ?? 0} trials, ${sums.selector.get("gone") ?? 0} more where it is gone`;
    return [found, wrong, honest];
  },
};
