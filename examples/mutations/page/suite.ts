import { describeTarget, findTarget, nameOf } from "@waymark/sdk/targeting";
import { pageKinds } from "./page-kinds.ts";
import { targetKinds } from "./target-kinds.ts";
import { recordChanges } from "./undo.ts";

/** What became of one kind of change on one page. */
export interface Count {
  kind: string;
  /** Elements it was tried on that are still there. */
  there: number;
  found: number;
  wrong: number;
  lost: number;
  /** Elements it was tried on that are gone, and how many of them were rightly not found. */
  gone: number;
  honest: number;
}

export interface Misses {
  kind: string;
  what: "wrong" | "lost";
  element: string;
  target: unknown;
  finding: string;
}

export interface PageResult {
  elements: number;
  described: number;
  describeMs: number;
  counts: Count[];
  misses: Misses[];
}

const interactive =
  "a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox],[role=switch],[role=combobox],[contenteditable=true]";

function isSeen(element: Element): boolean {
  if (element.closest("[aria-hidden=true],[inert]") || element.localName.includes("waymark")) return false;
  return element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** At most `most` of a page's interactive elements, spread over it. */
function pick(most: number): Element[] {
  const all = Array.from(document.body.querySelectorAll(interactive)).filter(
    (element) => isSeen(element) && !element.parentElement?.closest("a[href],button"),
  );
  const every = Math.max(1, all.length / most);
  return all.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
}

const short = (element: Element | null): string => element?.outerHTML.replace(/\s+/g, " ").slice(0, 140) ?? "nothing";

type TargetWays = ReturnType<typeof describeTarget>["target"];

/** What was written down before, as far as it stands on this page. */
function standing(targets: readonly TargetWays[]): { element: Element; target: TargetWays; confidence: number }[] {
  return targets.flatMap((target) => {
    const { element, score } = findTarget(target);
    return element ? [{ element, target, confidence: score }] : [];
  });
}

/** Puts this page through every kind of change and looks for its elements again, or for these targets. */
export function runSuite({
  most = 40,
  only,
  targets,
}: {
  most?: number;
  only?: string;
  targets?: readonly TargetWays[];
} = {}): PageResult {
  const elements = targets ? [] : pick(most);
  const begun = performance.now();
  const described = targets ? standing(targets) : elements.map((element) => ({ element, ...describeTarget(element) }));
  const describeMs = performance.now() - begun;
  const known = described.filter(({ confidence }) => confidence > 0);
  const counts: Count[] = [];
  const misses: Misses[] = described
    .filter(({ confidence }) => confidence === 0)
    .map(({ element, target }) => ({
      kind: "undescribed",
      what: "lost",
      element: short(element),
      target,
      finding: "",
    }));
  const look = (count: Count, target: (typeof known)[number], expected: Element | null): void => {
    if (expected && !isSeen(expected)) return;
    const finding = findTarget(target.target);
    if (expected) {
      count.there++;
      if (finding.element === expected) count.found++;
      else if (finding.element) count.wrong++;
      else count.lost++;
    } else {
      count.gone++;
      if (!finding.element) count.honest++;
    }
    if (finding.element !== expected) {
      misses.push({
        kind: count.kind,
        what: finding.element ? "wrong" : "lost",
        element: short(target.element),
        target: target.target,
        finding: `${finding.way} ${finding.score} ${finding.runnerUp} ${short(finding.element)}`,
      });
    }
  };
  const begin = (kind: string): Count => {
    const count = { kind, there: 0, found: 0, wrong: 0, lost: 0, gone: 0, honest: 0 };
    counts.push(count);
    return count;
  };
  for (const { name, change } of pageKinds) {
    if (only && name !== only) continue;
    const count = begin(name);
    const changes = recordChanges();
    const where = change(document.body);
    for (const target of where ? known : []) {
      if (where) look(count, target, where(target.element));
    }
    changes.undo();
  }
  for (const { name, change } of targetKinds(nameOf)) {
    if (only && name !== only) continue;
    const count = begin(name);
    for (const target of known) {
      const changes = recordChanges();
      const expected = change(target.element);
      if (expected !== undefined) look(count, target, expected);
      changes.undo();
    }
  }
  return { elements: elements.length, described: known.length, describeMs, counts, misses };
}

Object.assign(window, { runSuite, describeTarget, findTarget });
