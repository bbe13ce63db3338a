import type { VNode } from "../../draw/draw.ts";
import type { Wardrobe } from "../../overlay/style/sheet.ts";
import type { Stop } from "../../ports/platform.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { isOurs } from "../../targeting/tree.ts";
import { isWithin } from "./controls.ts";
import type { Field } from "./find-fields.ts";
import type { FormState } from "./form-view.ts";
import { createStand, type Stand } from "./stand.ts";
import { focusCss } from "./style.ts";

/** Between the label's text and the note, px. */
const gap = 4;
/** Height of a note, px: the small line of the looks. */
const lineOfNote = 16;
/** More of them are no quiet notes any more. */
const mostNotes = 6;

/** "you changed it, so it stays", beside the label of each field that would have folded. */
export interface KeptNotes {
  /** Draws them for a form that is folded; `null` takes them away. */
  draw(state: FormState | null): void;
  readonly stands: readonly Stand[];
  stop: Stop;
}

/** Where the text of a label ends in the line it ends in. */
function lastLine(label: Element, controls: readonly Element[]): DOMRect | null {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const inControl = parent !== null && controls.some((control) => isWithin(parent, control));
    if (!inControl && (node.textContent ?? "").trim() !== "") last = node;
  }
  if (!last) return null;
  const range = document.createRange();
  range.selectNodeContents(last);
  const rect = Array.from(range.getClientRects()).at(-1);
  return rect && rect.width > 2 ? rect : null;
}

/** Over free ground of its own field: nobody else's words or fields are under it, and it stays within the field's width. */
function isFree(note: Element, { base }: Field, label: Element): boolean {
  const { left, right, top, bottom, width } = note.getBoundingClientRect();
  const [outer, inner] = [base.getBoundingClientRect(), label.getBoundingClientRect()];
  if (left < Math.min(outer.left, inner.left) - 1 || right > Math.max(outer.right, inner.right) + 1) return false;
  return [left + 2, left + width / 2, right - 2].every((x) => {
    const hit = document.elementsFromPoint(x, (top + bottom) / 2).find((each) => !isOurs(each));
    return hit === undefined || isWithin(hit, base) || isWithin(hit, label) || hit.contains(base);
  });
}

function Note({ runtime, field }: { runtime: Runtime; field: Field }): VNode {
  const { say } = runtime;
  return (
    <span class="kept" part="kept" role="note" aria-label={say("focus.kept-of", { field: field.label })}>
      {say("focus.kept")}
    </span>
  );
}

/** Notes over the host's form: nothing of it moves for them, and where there is no room there is none. */
export function createKeptNotes(runtime: Runtime, wardrobe: Wardrobe): KeptNotes {
  const stands: Stand[] = [];
  const put = (stand: Stand, field: Field): boolean => {
    const { title, controls } = field;
    const text = title && lastLine(title, controls);
    if (!title || !text) return false;
    stand.draw(<Note {...{ runtime, field }} />);
    const box = title.getBoundingClientRect();
    const ltr = runtime.$look.get().dir === "ltr";
    const side = ltr
      ? { left: text.right - box.left + gap, right: null }
      : { left: null, right: box.right - text.left + gap };
    // As tall as a line of ours; what is left over lies above and below it.
    const top = Math.max(0, text.top - box.top + (text.height - lineOfNote) / 2);
    stand.hang(title, { top, ...side });
    return isFree(stand.element, field, title);
  };
  return {
    stands,
    draw: (state) => {
      const kept = state?.fields.filter((_, index) => state.fates[index] === "changed") ?? [];
      const wanted = state && state.folded.length > 0 ? kept.slice(0, mostNotes) : [];
      wanted.forEach((field, index) => {
        const stand = stands[index] ?? createStand("waymark-focus-kept", runtime, wardrobe, focusCss);
        stands[index] = stand;
        if (!put(stand, field)) stand.hide();
      });
      for (const stand of stands.slice(wanted.length)) stand.hide();
    },
    stop: () => {
      for (const stand of stands) stand.stop();
    },
  };
}
