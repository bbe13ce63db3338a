import type { Target, TargetWays } from "@waymark/schema";
import { nameOf } from "./name.ts";
import { kinOf, roleOf } from "./role.ts";
import { testIds } from "./short-ways.ts";
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

const wordsIn = (text: string): string[] => words(text.slice(0, mostText));

/** Words of a pattern that are whole; `*` where there is none. */
function wordsOf(pattern: string): string[] {
  const whole = wordsIn(pattern.replace(/\S*\*\S*/g, " "));
  return whole.length > 0 ? whole : ["*"];
}

function keysOf({ testId, id, role, name, label, text, css }: TargetWays): string[] {
  const keys: string[] = [];
  if (testId !== undefined) keys.push(`t${testId}`);
  if (id !== undefined) keys.push(`i${id}`);
  if (css !== undefined) keys.push("c");
  for (const pattern of [label, text])
    if (pattern !== undefined) keys.push(...wordsOf(pattern).map((word) => `w${word}`));
  for (const each of role === undefined ? [] : kinOf(role)) {
    keys.push(...(name === undefined ? ["*"] : wordsOf(name)).map((word) => `r${each} ${word}`));
  }
  return keys;
}

function keysOfElement(element: Element): string[] {
  const role = roleOf(element);
  const keys = ["c", "w*", `i${element.id}`, `r${role} *`];
  for (const name of testIds) keys.push(`t${element.getAttribute(name)}`);
  const inside = wordsIn(element.textContent ?? "");
  // Naming is dear: only what has a role, or is a field, has a name beyond its text.
  const named = role !== null || element.matches("input,textarea,select,[contenteditable]");
  for (const word of named ? [...inside, ...wordsIn(nameOf(element))] : inside)
    keys.push(`w${word}`, `r${role} ${word}`);
  return keys;
}

export function createTargetIndex<T>(): TargetIndex<T> {
  const byKey = new Map<string, Set<T>>();
  return {
    add: (target, value) => {
      for (const wanted of Array.isArray(target) ? target : [target]) {
        for (const key of keysOf(wanted)) {
          byKey.set(key, (byKey.get(key) ?? new Set()).add(value));
        }
      }
    },
    delete: (value) => {
      for (const [key, set] of byKey) if (set.delete(value) && set.size === 0) byKey.delete(key);
    },
    at: (element) => {
      const found = new Set<T>();
      for (const key of keysOfElement(element)) for (const value of byKey.get(key) ?? []) found.add(value);
      return found;
    },
  };
}
