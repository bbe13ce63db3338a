import type { Mark } from "./points.ts";

/** What a mark may be called, and what an author writes between colon and bracket. */
const name = /^[a-z][a-z0-9-]*$/;

/** The styles of all marks; one with a name that no author can write is left out. */
export function marksCss(marks: Readonly<Record<string, Mark>>): string {
  const rules = Object.entries(marks).filter(([each]) => name.test(each));
  return rules.map(([each, css]) => `i[data-mark=${each}]{font-style:normal;${css}}`).join("\n");
}
