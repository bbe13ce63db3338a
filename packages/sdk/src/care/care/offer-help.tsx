import type { VNode } from "../../draw/draw.ts";
import { Icon } from "../../overlay/icon.tsx";
import { gains as words } from "../../overlay/words/en/gains.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime, SlotProps } from "../../runtime/runtime.ts";
import { promptsAllowed } from "../may-prompt.ts";
import { type AttemptHere, keyOf } from "./attempt-here.ts";

const css = `
.help-line { display: flex; align-items: center; gap: 4px; inline-size: max-content; max-inline-size: min(360px, calc(100vw - 24px)); padding: 4px; padding-inline-start: 14px; border-radius: var(--waymark-round-m); font: var(--waymark-text-s) var(--waymark-font); background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2) }
.above-pill { position: absolute; inset-block-end: 56px; inset-inline-end: 0 }
.help-line .ask { overflow-wrap: anywhere; text-wrap: pretty }
.wm .help-line .btn.go { color: var(--waymark-accent); font-weight: 600 }
:host([data-away]) .above-pill { display: none }
@media (forced-colors: active) { .help-line { border: 1px solid CanvasText } }
`;

/** Help, offered once in an attempt as one quiet line: never over the page's middle, never with the focus. */
export interface HelpOffer {
  offer(at: AttemptHere): void;
  /** The attempt is over. */
  withdraw(at: AttemptHere): void;
  stop: Stop;
}

/** Offers the guide where somebody struggles. Whoever paused prompts, or closed one offer, is left alone. */
export function offerHelp(guest: Guest, runtime: Runtime): HelpOffer {
  const scope = createScope();
  const { platform } = guest;
  let offered: AttemptHere | null = null;
  let shownAt = 0;
  let refused = false;

  const take = (): void => {
    offered = null;
    runtime.redraw();
  };
  const Line = ({ above }: { above: boolean }): VNode | null => {
    if (!offered) return null;
    const { journey, step, subject } = offered;
    const view = guest.$journeys.get().find(({ id }) => id === journey);
    const title = view?.stations.find(({ id }) => id === step)?.title;
    const show = (): void => {
      take();
      runtime.show(journey, step, subject || null);
    };
    const close = (): void => {
      refused = true;
      guest.report({ type: "prompt.closed", props: { surface: "help", afterMs: platform.now() - shownAt } });
      take();
    };
    if (title === undefined) return null;
    return (
      <div class={above ? "help-line above-pill" : "help-line"} part="help">
        <span class="ask grow">{runtime.say("gains.help", { step: title })}</span>
        <button type="button" class="btn quiet small go" part="help-show" onClick={show}>
          {runtime.say("act.show")}
        </button>
        <button
          type="button"
          class="btn quiet icon"
          part="help-close"
          aria-label={runtime.say("close")}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
    );
  };
  const Pill = (): VNode | null => (guest.$surface.get().name === "closed" ? <Line above /> : null);
  const Card = ({ journey, station }: SlotProps): VNode | null => {
    const mine = journey?.id === offered?.journey && (journey?.subject ?? "") === offered?.subject;
    return mine && station?.id === offered?.step ? <Line above={false} /> : null;
  };
  scope.add(runtime.fill({ slot: "pill", view: Pill, css, words }));
  scope.add(runtime.fill({ slot: "card-foot", view: Card, css }));
  return {
    offer: (at) => {
      if (refused || offered || guest.$wanted.get() || !promptsAllowed(guest)) return;
      offered = at;
      shownAt = platform.now();
      guest.report({ type: "prompt.shown", props: { surface: "help" } });
      runtime.redraw();
    },
    withdraw: (at) => {
      if (offered && keyOf(offered) === keyOf(at)) take();
    },
    stop: scope.stop,
  };
}
