import type { VNode } from "../../draw/draw.ts";
import { Icon } from "../../overlay/icon.tsx";
import type { Runtime } from "../../runtime/runtime.ts";

/** What the bar says of one form. */
export interface FocusFace {
  on: boolean;
  /** Fields the step names, of all there are. */
  lit: number;
  total: number;
  folded: number;
  /** What is written on the key, and what it is called for assistive technology; `null` where there is none. */
  key: string | null;
  aria: string | null;
}

interface BarProps {
  runtime: Runtime;
  face: FocusFace;
  toggle(): void;
}

/** The line above the form: the switch, how many fields the step needs, the key that shows all. */
export function FocusBar({ runtime, face, toggle }: BarProps): VNode {
  const { say } = runtime;
  const { on, lit, total, key, aria } = face;
  return (
    <section class={`bar ${on ? "whole" : "chip-like"}`} part="focus" aria-label={say("focus.region")}>
      <button
        type="button"
        class="switch"
        part="switch"
        role="switch"
        aria-checked={on}
        aria-describedby="needed"
        aria-keyshortcuts={aria ?? undefined}
        onClick={toggle}
      >
        <span class="track" aria-hidden="true" />
        <b>{say("focus.label")}</b>
      </button>
      <span class="needed grow" id="needed">
        {say.plural("focus.needed", lit, { total })}
      </span>
      {on && (
        <button type="button" class="btn quiet all" part="all" onClick={toggle}>
          {say("focus.all")}
        </button>
      )}
      {key !== null && (
        <span class="key" aria-hidden="true">
          {key}
        </span>
      )}
    </section>
  );
}

/** The line where the folded fields were: opens them. */
export function FoldedLine({ runtime, folded, open }: { runtime: Runtime; folded: number; open(): void }): VNode {
  const { say } = runtime;
  return (
    <button type="button" class="more" part="more" aria-expanded="false" onClick={open}>
      <span class="count">{say.plural("focus.more", folded)}</span>
      <span class="soft none">{say("focus.none")}</span>
      <Icon name="fold" />
    </button>
  );
}
