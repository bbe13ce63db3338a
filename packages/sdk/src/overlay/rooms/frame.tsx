import type { ComponentChildren, VNode } from "../../draw/draw.ts";
import type { Overlay } from "../context.ts";
import { Icon } from "../icon.tsx";

/** Styles of a room that stands in the middle of the page, which is dimmed behind it. Add them to the room's own. */
export const middleCss = `
:host { pointer-events: none !important }
.wm { position: absolute; inset: 0; display: grid; grid-template-rows: minmax(0, 1fr); place-items: center; padding: 24px }
.scrim { display: block; position: absolute }
.middle { inline-size: min(100%, 920px); max-block-size: 100%; display: flex; flex-direction: column }
.middle > .body { overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 }
@media (max-width: 559px) { .wm { place-items: end center; padding: 24px 0 0 } }
`;

/** A list to choose from, with an arrow of ours: the browsers' own stand too close to the edge. */
export const selectCss = `
.pick { appearance: none; padding: 0 10px; padding-inline-end: 30px; color: inherit; background: conic-gradient(from -45deg at 50% 100%, currentColor 90deg, transparent 0) calc(100% - 12px) 54%/10px 5px no-repeat var(--waymark-raised); text-overflow: ellipsis }
[dir=rtl] .pick { background-position-x: 12px } .pick option { background: var(--waymark-raised); color: var(--waymark-ink) }
@media (forced-colors: active) { .pick { appearance: auto } }
`;

interface RoomFrameProps {
  overlay: Overlay;
  /** Classes of the surface: `middle` for a room in the middle, else its own. */
  class: string;
  part: string;
  title: string;
  sub?: string | undefined;
  /** Between the title and the close button. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** Keeps Tab inside a room that dims the page. */
export function keepInside(event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const surface = event.currentTarget as HTMLElement;
  const all = [
    ...surface.querySelectorAll<HTMLElement>(
      "button:not([disabled]), a[href], input, select, textarea, [tabindex='0']",
    ),
  ].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
  const active = (surface.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (active !== from && !(event.shiftKey && active === surface)) return;
  event.preventDefault();
  to?.focus();
}

/** The frame all rooms share: scrim, title, close button. It is a dialog; `Esc` closes it (`escape.ts`). */
export function RoomFrame({ overlay, part, title, sub, head, children, ...rest }: RoomFrameProps): VNode {
  const middle = rest.class.split(" ").includes("middle");
  return (
    <>
      {/* biome-ignore lint/a11y: tapping beside the room is a shortcut; the button for it is in the header */}
      <div class="scrim" onClick={overlay.dismiss} />
      <section
        class={`surface sheet ${rest.class}`}
        part={part}
        role="dialog"
        aria-modal={middle ? "true" : undefined}
        aria-label={title}
        tabIndex={-1}
        onKeyDown={middle ? keepInside : undefined}
      >
        <div class="grab" />
        <div class="head">
          <div class="grow">
            <h2>{title}</h2>
            {sub !== undefined && <div class="s soft">{sub}</div>}
          </div>
          {head}
          <button
            type="button"
            class="btn quiet icon"
            part="close"
            aria-label={overlay.runtime.say("close")}
            onClick={overlay.dismiss}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </section>
    </>
  );
}
