import type { TargetWays } from "@waymark/schema";
import { testIds } from "./evidence.ts";
import { roleSelector } from "./role.ts";

const labelled = "input,textarea,select,button,[aria-label],[aria-labelledby],[contenteditable],[role]";
/** Elements that carry a text of their own. */
export const worded: string =
  "a,button,input,h1,h2,h3,h4,h5,h6,p,span,div,li,td,th,label,legend,summary,option,b,strong,em,dt,dd,[role]";

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

/** A selector of all elements worth a look. */
export function wideSelector(wanted: TargetWays): string {
  const { role, label, text } = wanted;
  const parts = [narrowSelector(wanted)];
  if (role !== undefined) parts.push(roleSelector(role));
  if (label !== undefined) parts.push(labelled);
  if (text !== undefined && role === undefined) parts.push(worded);
  return parts.filter(Boolean).join();
}
