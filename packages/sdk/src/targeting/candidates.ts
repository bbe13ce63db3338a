import type { TargetWays } from "@waymark/schema";
import { roleSelector } from "./role.ts";
import { narrowSelector } from "./short-ways.ts";

const labelled = "input,textarea,select,button,[aria-label],[aria-labelledby],[contenteditable],[role]";
/** Elements that carry a text of their own. */
export const worded: string =
  "a,button,input,h1,h2,h3,h4,h5,h6,p,span,div,li,td,th,label,legend,summary,option,b,strong,em,dt,dd,[role]";

/** A selector of all elements worth a look. */
export function wideSelector(wanted: TargetWays): string {
  const { role, label, text } = wanted;
  const parts = [narrowSelector(wanted)];
  if (role !== undefined) parts.push(roleSelector(role));
  if (label !== undefined) parts.push(labelled);
  if (text !== undefined && role === undefined) parts.push(worded);
  return parts.filter(Boolean).join();
}
