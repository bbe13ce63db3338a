import type { VNode } from "../../draw/draw.ts";
import type { SlotProps } from "../../runtime/runtime.ts";
import { parseShortcut, shortcutOf } from "./shortcut.ts";

export const linesCss = `
.find { display: flex; align-items: center; gap: 12px; inline-size: auto; min-block-size: 44px; padding: 0 14px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); text-align: start; cursor: text }
.wm .find { margin: 0 12px 10px; color: var(--waymark-soft) } .foot { flex-wrap: wrap } .find:hover { background: var(--waymark-sunken) }
.find .keys { margin-inline-start: auto; font: 500 var(--waymark-text-xs) var(--waymark-font); white-space: nowrap }
@media (pointer: coarse) { .find .keys { display: none } }
`;

function Glass(): VNode {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6.8 2.2a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.2 10.2l3.8 3.8" />
    </svg>
  );
}

/** "How do I ...?" at the top of the launcher's menu: looks like the field it opens. */
export function FinderLine({ runtime }: SlotProps): VNode {
  const shortcut = shortcutOf(runtime.guest);
  const keys = parseShortcut(shortcut) ? shortcut : undefined;
  return (
    <button
      type="button"
      class="find"
      part="find"
      aria-haspopup="dialog"
      aria-keyshortcuts={keys}
      onClick={() => runtime.open("library")}
    >
      <Glass />
      <span>{runtime.say("library.line")}</span>
      {keys && (
        <span class="keys" aria-hidden="true">
          {keys.replaceAll("+", " ")}
        </span>
      )}
    </button>
  );
}

/** The same, quieter, in the foot of the panel: whoever has one journey never sees the menu. */
export function FinderButton({ runtime }: SlotProps): VNode | null {
  if (runtime.$journeys.get().length > 1) return null;
  return (
    <button
      type="button"
      class="btn quiet small"
      part="find"
      aria-haspopup="dialog"
      onClick={() => runtime.open("library")}
    >
      {runtime.say("library.line")}
    </button>
  );
}
