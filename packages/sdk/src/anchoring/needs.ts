import { isOurs } from "../targeting/tree.ts";
import type { Attachment } from "./attachment.ts";
import { deedsOf } from "./deeds.ts";
import type { Rect } from "./place.ts";

const fields = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const forms = "form, [role=form], dialog, [role=dialog]";
/** A target higher than this share of the screen cannot be left free as a whole: its parts are. */
const tallShare = 0.6;

/** The buttons that end a form: those that send it, else its last one. */
function endsOf(form: Element): Element[] {
  const all = [...form.querySelectorAll<HTMLButtonElement | HTMLInputElement>("button, input[type=submit]")];
  const sending = all.filter(({ type }) => type === "submit");
  return sending.length > 0 ? sending : all.slice(-1);
}

/** The field the person is in, through shadow trees. */
function focusedField(): Element | null {
  let at = document.activeElement;
  if (at && isOurs(at)) return null;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.matches(fields) ? at : null;
}

/**
 * What has to stay free while the guide stands on a phone: its target, what completes the step where that is something
 * else, the button that ends the form of either, and the field the person is in.
 */
export function needsOf(attachment: Attachment, { height }: Rect): Element[] {
  const { target } = attachment;
  const deeds = deedsOf(attachment);
  const ends = [target, ...deeds].flatMap((each) => {
    const form = each.closest(forms);
    return form ? endsOf(form) : [];
  });
  const field = focusedField();
  const low = (each: Element): boolean => each.getBoundingClientRect().height <= innerHeight * tallShare;
  const needs = [...(height > innerHeight * tallShare ? [] : [target]), ...deeds.filter(low), ...ends];
  return [...new Set(field && field !== target ? [...needs, field] : needs)];
}
