import { leavesOf, targetOf } from "@waymark/engine";
import type { Attachment } from "./attachment.ts";

/** The conditions that a deed fulfils, not a state of the page. */
const deeds = ["click", "input", "submit"];

/** What the person has to press, fill in or send so that the step is done: often the guide's own target, but not always. */
export function deedsOf({ target, guest, of, find }: Attachment): Element[] {
  const journey = guest.$documents.get().find(({ id }) => id === of.journey);
  const done = journey?.steps.find(({ id }) => id === of.step)?.done;
  return leavesOf(done).flatMap((leaf) => {
    const wanted = deeds.some((kind) => kind in leaf) ? targetOf(leaf) : null;
    const element = wanted && find(wanted).element;
    return element && element !== target ? [element] : [];
  });
}
