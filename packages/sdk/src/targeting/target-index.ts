import type { Target, TargetWays } from "@waymark/schema";
import { testIds } from "./evidence.ts";
import { nameOf } from "./name.ts";
import { kinOf, roleOf } from "./role.ts";
import { words } from "./text.ts";

/**
 * Which of many targets an element could be, without asking each: an event on an element costs the same with 5 and with
 * 1,000 journeys loaded.
 */
export interface TargetIndex<T> {
  add(target: Target, value: T): void;
  delete(value: T): void;
  /** Values of the targets that share a word, a role, an id or a test id with the element, or have a selector. */
  at(element: Element): Set<T>;
}

/** More of a text says nothing more about which target it could be. */
const mostText = 200;

function wordKeys(text: string): string[] {
  return words(text.slice(0, mostText)).map((word) => `w${word}`);
}

function keysOf({ testId, id, role, name, label, text, css }: TargetWays): string[] {
  const keys: string[] = [];
  if (testId !== undefined) keys.push(`t${testId}`);
  if (id !== undefined) keys.push(`i${id}`);
  if (css !== undefined) keys.push("c");
  for (const wording of [name, label, text]) {
    if (wording === undefined) continue;
    const whole = wordKeys(wording.replace(/\S*\*\S*/g, " "));
    keys.push(...(whole.length > 0 ? whole : ["*"]));
  }
  if (role !== undefined && (name === undefined || keys.includes("*")))
    keys.push(...kinOf(role).map((each) => `r${each}`));
  return keys;
}

function keysOfElement(element: Element, wording: boolean): string[] {
  const role = roleOf(element);
  const keys = ["c", "*", `i${element.id}`, `r${role}`];
  for (const name of testIds) keys.push(`t${element.getAttribute(name)}`);
  if (!wording) return keys;
  const text = element.textContent ?? "";
  keys.push(...wordKeys(text));
  // Naming is dear: only what people act on has a name beyond its text.
  if (role !== null || element.matches("input,textarea,select,[contenteditable]"))
    keys.push(...wordKeys(nameOf(element)));
  return keys;
}

export function createTargetIndex<T>(): TargetIndex<T> {
  const byKey = new Map<string, Set<T>>();
  let wordings = 0;
  return {
    add: (target, value) => {
      for (const wanted of Array.isArray(target) ? target : [target]) {
        for (const key of keysOf(wanted)) {
          if (key.startsWith("w")) wordings++;
          byKey.set(key, (byKey.get(key) ?? new Set()).add(value));
        }
      }
    },
    delete: (value) => {
      for (const [key, set] of byKey) if (set.delete(value) && set.size === 0) byKey.delete(key);
    },
    at: (element) => {
      const found = new Set<T>();
      for (const key of keysOfElement(element, wordings > 0))
        for (const value of byKey.get(key) ?? []) found.add(value);
      return found;
    },
  };
}
