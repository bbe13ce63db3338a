import type { TargetWays } from "@waymark/schema";
import { looksGenerated } from "./looks-generated.ts";
import { labelsOf, nameOf } from "./name.ts";
import { isKin, roleOf } from "./role.ts";
import { cssAs, holds, idAs, testIds } from "./short-ways.ts";
import { likeness, matchGlob, plainText } from "./text.ts";
import { parentOf } from "./tree.ts";
import { isVisible } from "./visible.ts";

/** What speaks for an element, as log-odds (natural): sums may be compared and turned into a confidence. */
export interface Evidence {
  element: Element;
  sum: number;
  /** The ways that hold. */
  held: string[];
  /** It says nothing of what the target says. */
  renamed: boolean;
}

/** What is asked of an element once in one evaluation. */
export type Memo = Map<Element, { name: string; role: string | null }>;

/**
 * Weights as log-odds: `[holds, does not]`. A way that holds says more the fewer elements of a page it holds for by chance,
 * and one that fails says more the rarer a page's change breaks it.
 */
const weigh = {
  testId: [holds.testId, -1.5],
  id: [holds.id, -1],
  generated: [holds.generated, -0.2],
  role: [1.5, -2.5],
  css: [holds.css, -1.5],
  // A place breaks with every change around it: that it does says little.
  place: [holds.place, -0.3],
  within: [0.3, -8],
} as const;

const wordsHold = 4;
const moreWords = 0.7;

function safely(call: () => boolean): boolean {
  try {
    return call();
  } catch {
    // A selector the author mistyped finds nothing; the lint says so, the page does not break.
    return false;
  }
}

/** The text on it: what is written inside, or a button's value. */
export function ownText(element: Element): string {
  return element.matches("[type=button],[type=submit],[type=reset]") && element.localName === "input"
    ? (element as HTMLInputElement).value
    : (element.textContent ?? "");
}

function known(element: Element, memo: Memo): { name: string; role: string | null } {
  let entry = memo.get(element);
  if (!entry) {
    entry = { name: nameOf(element), role: roleOf(element) };
    memo.set(element, entry);
  }
  return entry;
}

/** Marks that forms add to a label and people do not read as part of it. */
const bare = (label: string): string => label.replace(/[\s*:\u2009]+$/, "");

/** The innermost element with a text is meant, not every box around it. */
function isInnermost(text: string, element: Element): boolean {
  return !Array.from(element.children).some((child) => matchGlob(text, ownText(child)));
}

/** How far each wording that the target gives is the element's, 0 to 1. */
function wordings(
  { role, name, label, text }: TargetWays,
  element: Element,
  memo: Memo,
): [way: string, like: number][] {
  const found: [string, number][] = [];
  const own = known(element, memo).name;
  if (name !== undefined) {
    // A name that an `aria-label` has covered since is still to be read on the element.
    const seen = likeness(name, own);
    const shown = [ownText(element), element.getAttribute("title") ?? ""];
    found.push(["name", seen === 1 ? 1 : Math.max(seen, ...shown.map((each) => 0.9 * likeness(name, each)))]);
  }
  if (label !== undefined) {
    const texts = [...labelsOf(element), own, element.getAttribute("placeholder") ?? ""];
    found.push(["label", Math.max(...texts.map((each) => likeness(bare(label), bare(each))))]);
  }
  if (text !== undefined) {
    const like = likeness(text, ownText(element));
    found.push(["text", like === 1 && role === undefined && !isInnermost(text, element) ? 0 : like]);
  }
  return found;
}

/** Log-odds of one wording: the same words, nearly the same, or others. */
function weighWords(like: number, silent: boolean): number {
  if (like >= 0.9) return wordsHold * like;
  if (like > 0) return 2.2 * like - 1.2;
  // What says nothing at all does not say something else.
  return silent ? -0.8 : -2;
}

/** What a container must come to. */
const sureContainer = 2.5;

/** Whether some element around this one is the container that is meant. */
export function isWithin(wanted: TargetWays, element: Element, memo: Memo): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) if (isContainer(wanted, at, memo)) return true;
  return false;
}

function isContainer(wanted: TargetWays, element: Element, memo: Memo): boolean {
  const { text, ...ways } = wanted;
  const { sum, held } = weighElement(ways, element, memo);
  if (text === undefined) return sum >= sureContainer || held.length === Object.keys(ways).length;
  const says = plainText(element.textContent ?? "").includes(plainText(text).replace(/\*$/, ""));
  return sum + (says ? 3 : -2) >= sureContainer;
}

/** Adds up what speaks for and against an element. Hidden ones count less: a copy that is seen is meant. */
export function weighElement(wanted: TargetWays, element: Element, memo: Memo): Evidence {
  const held: string[] = [];
  let sum = 0;
  const add = (way: keyof typeof weigh, holds: boolean, as: keyof typeof weigh = way): number => {
    if (holds) held.push(way);
    return weigh[as][holds ? 0 : 1];
  };
  const { testId, id, role, css, within } = wanted;
  const ids: number[] = [];
  if (testId !== undefined) {
    const given = testIds.map((name) => element.getAttribute(name)).filter((each) => each !== null);
    ids.push(add("testId", given.includes(testId)) - (given.length > 0 && !given.includes(testId) ? 1 : 0));
  }
  if (id !== undefined) {
    const stable = element.id !== "" && element.id !== id && !looksGenerated(element.id);
    ids.push(add("id", element.id === id, idAs(id)) - (stable ? 1 : 0));
  }
  // A release that changes the one changes the other as well: both lost say no more than one.
  sum += ids.every((each) => each < 0) ? Math.min(0, ...ids) : ids.reduce((one, other) => one + other, 0);
  if (role !== undefined) {
    const own = known(element, memo).role;
    sum += add("role", own === role);
    if (own !== role && isKin(role, own)) sum += 3;
  }
  const identified = held.includes("testId") || held.includes("id");
  const silent = !/\p{L}/u.test(known(element, memo).name);
  const likes = wordings(wanted, element, memo).sort((a, b) => b[1] - a[1]);
  likes.forEach(([way, like], at) => {
    if (like >= 0.9) held.push(way);
    if (at > 0) sum += like >= 0.9 ? moreWords : 0;
    else sum += Math.max(weighWords(like, silent), identified ? -1 : -9);
  });
  if (css !== undefined) {
    const fits = safely(() => element.matches(css));
    sum += add("css", fits, cssAs(css));
  }
  if (within !== undefined) {
    sum += add("within", isWithin(within, element, memo));
    // What tells rows apart counts, unless the element has a name of its own.
    if (identified && !held.includes("within")) sum += 6;
  }
  const renamed = likes.length > 0 && likes.every(([, like]) => like < 0.4);
  return { element, sum, held, renamed };
}

/** What being hidden takes off. */
export const hiddenCost = 2.5;

/** Evidence with what can be seen counted in. */
export function weighSeen(wanted: TargetWays, element: Element, memo: Memo): Evidence & { hidden: boolean } {
  const evidence = weighElement(wanted, element, memo);
  const hidden = !isVisible(element);
  return { ...evidence, hidden, sum: evidence.sum - (hidden ? hiddenCost : 0) };
}
