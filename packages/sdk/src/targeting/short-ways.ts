import type { TargetWays } from "@waymark/schema";
import { looksGenerated } from "./looks-generated.ts";

/** Attributes that teams write for their tests. */
export const testIds: readonly string[] = ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"];

/** Below this confidence an element is not the one that was meant. */
export const threshold = 0.6;

/** What speaks for none of them being meant, in the same log-odds. */
export const absent = 2;

/** What the short ways say where they hold, as log-odds (natural). A place says what it says of an element by chance. */
export const holds = { testId: 7, id: 6, generated: 2, css: 3.5, place: 3.2 } as const;

/** Whether a selector says where an element stands, and not what it is. */
export const isPlace = (css: string): boolean => css.includes(">");

/** By which of the weights an id or a selector counts. */
export const idAs = (id: string): "generated" | "id" => (looksGenerated(id) ? "generated" : "id");
export const cssAs = (css: string): "place" | "css" => (isPlace(css) ? "place" : "css");

/** The share of one among it, another and none, by their log-odds; two decimals. */
export function share(one: number, other = -9): number {
  return Math.round(100 / (1 + Math.exp(other - one) + Math.exp(absent - one))) / 100;
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    // A selector the author mistyped finds nothing; the lint says so, the page does not break.
    return false;
  }
}

/** A selector of the elements that one of the short ways holds for: whoever holds all ways is among them. `""`: none. */
export function narrowSelector({ testId, id, css }: TargetWays): string {
  const parts = testId === undefined ? [] : testIds.map((name) => `[${name}="${CSS.escape(testId)}"]`);
  if (id !== undefined) parts.push(`#${CSS.escape(id)}`);
  if (css !== undefined && isSelector(css)) parts.push(css);
  return parts.join();
}
