import type { Condition } from "@waymark/schema";

/** A condition without `all`, `any` or `not`. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** JSON with sorted keys, so that equal leaves have equal text. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown): unknown =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted);
}

/** FNV-1a, 32 bit (Fowler, Noll, Vo): small, stable, and enough to tell the few leaves of one journey apart. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const keys = new WeakMap<object, string>();

/** A short name of a leaf that is the same on every device and across versions while the leaf reads the same. */
export function leafKey(leaf: Leaf): string {
  let key = keys.get(leaf);
  if (key === undefined) {
    key = hashText(canonical(leaf)).toString(36);
    keys.set(leaf, key);
  }
  return key;
}

/** All leaves of a condition, depth first. */
export function leavesOf(condition: Condition | undefined): Leaf[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}
