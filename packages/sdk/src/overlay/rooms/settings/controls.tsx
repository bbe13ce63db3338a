import type { ComponentChildren, VNode } from "../../../draw/draw.ts";
import { changeSettings } from "../../../runtime/keep-settings.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import type { Settings } from "../../../runtime/settings.ts";

/** Props of a section of the settings. */
export interface SectionProps {
  runtime: Runtime;
}

/** Changes settings; a device that cannot keep them is counted, and they hold as long as the page. */
export function change({ guest }: Runtime, settings: Settings): void {
  changeSettings(guest, settings).catch(() => guest.fail("storage"));
}

/** A section with its heading, which names the group for a screen reader. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }): VNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere
    <div class="group" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </div>
  );
}

interface ChoiceProps {
  type: "radio" | "checkbox";
  /** Radios of one name exclude each other. */
  name: string;
  label: string;
  note?: string | undefined;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** One of several answers, or a switch, as the browser's own control: keyboard and screen readers know it. */
export function Choice({ type, name, label, note, checked, onChange }: ChoiceProps): VNode {
  return (
    <label class="choice">
      <input
        {...{ type, name, checked }}
        part="choice"
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span class="grow">
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
    </label>
  );
}
