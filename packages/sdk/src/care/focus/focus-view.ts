import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { isWithin } from "./controls.ts";
import { reportFields } from "./field-load.ts";
import { watchFieldTime } from "./field-time.ts";
import { createFormView } from "./form-view.ts";
import { createLitFields } from "./lit-fields.ts";
import { createLookAgain } from "./look-again.ts";
import type { Memory } from "./memory.ts";
import type { Need } from "./needed.ts";
import { focusKeys, keyOf } from "./shortcut.ts";
import { createFocusStands } from "./stands.tsx";
import { watchForm } from "./watch-form.ts";
import { findWrong, leadToWrong } from "./wrong-field.ts";

export interface FocusViewOptions {
  guest: Guest;
  runtime: Runtime;
  form: HTMLElement;
  need: Need;
  memory: Memory;
  /** Whether it begins folded. */
  on: boolean;
  /** The person chose. */
  chose(on: boolean): void;
}

/** The focus view of one form, with its bar. */
export interface FocusView {
  readonly form: HTMLElement;
  readonly need: Need;
  /** The step's fields as they are found now. */
  light(found: ReadonlyMap<number, Element>): void;
  /** The page has changed somewhere. */
  changed(): void;
  stop: Stop;
}

/** So long after a submit a field that turns out wrong was found so by it. */
const checkedMs = 2000;
/** A page in the background draws no frames. */
const hiddenMs = 250;

export function createFocusView(options: FocusViewOptions): FocusView {
  const { guest, runtime, form, need, memory } = options;
  const { say } = runtime;
  const scope = createScope();
  const litFields = createLitFields(need, guest.options.targets ?? {});
  const view = createFormView(form, memory, litFields);
  const stands = createFocusStands(guest, runtime, form, { toggle: () => toggle(), openUp: () => openUp() });
  /** The page has other elements than before: the step's fields may be among them. */
  let fresh = true;
  let on = options.on;
  /** Opened for a look: the choice stays. */
  let open = false;
  let printing = false;
  let submittedAt = Number.NEGATIVE_INFINITY;
  let frame = 0;
  let late: ReturnType<typeof setTimeout> | undefined;

  const folds = (): boolean => on && !open && !printing;

  const draw = guest.guard("focus", (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    frame = 0;
    if (scope.stopped) return;
    // A host that draws it anew brings another one in a moment.
    if (!form.isConnected) {
      stands.hide();
      return;
    }
    const before = view.state?.folded ?? [];
    const state = view.draw(folds(), stands.colour(), fresh);
    fresh = false;
    stands.draw(state, { on, folds: folds(), printing });
    const wrong = findWrong(before, state);
    if (wrong && guest.platform.now() - submittedAt < checkedMs) leadToWrong(wrong, state);
  });

  const soon = (): void => {
    if (frame) return;
    frame = requestAnimationFrame(draw);
    late = setTimeout(draw, hiddenMs);
  };
  /** All is in view until the next frame is drawn: what the host asks of its fields now it gets as ever. */
  const openForNow = (): void => {
    if (!folds()) return;
    view.clear();
    soon();
  };

  const tell = (): void => {
    const { fields = [], folded = [] } = view.state ?? {};
    if (!folds()) runtime.announce(say.plural("focus.shown", fields.length));
    else if (folded.length === 0) runtime.announce(say("focus.nothing"));
    else {
      const key = keyOf(guest);
      runtime.announce(say.plural(key ? "focus.folded" : "focus.folded-only", folded.length, { key: key ?? "" }));
    }
  };
  const report = (): void => {
    const folded = view.state?.folded.length ?? 0;
    const { journey, step, subject } = need;
    guest.report({ type: "focus.toggled", journey, step, subject, props: { on: folds(), folded } });
  };
  const turn = (next: boolean): void => {
    on = next;
    open = false;
    memory.seen.clear();
    draw();
    tell();
    report();
  };
  const toggle = (): void => {
    // Opened for a look, the same key folds them again.
    turn(!folds());
    options.chose(on);
  };
  const openUp = (): void => {
    const first = view.state?.folded[0]?.key;
    open = true;
    draw();
    tell();
    report();
    const [control] = view.state?.fields.find(({ key: name }) => name === first)?.controls ?? [];
    if (control instanceof HTMLElement) control.focus();
  };

  const lookAgain = createLookAgain(stands.look);

  scope.add(
    watchForm(form, () => focusKeys(guest), {
      changed: soon,
      touched: (inside) =>
        memory.touch(view.state?.fields.find(({ controls }) => controls.some((each) => isWithin(inside, each)))),
      pressed: openForNow,
      refused: (control) => {
        const hit = view.state?.folded.some(({ controls, carried }) => [...controls, ...carried].includes(control));
        if (hit && folds()) draw();
      },
      submitted: () => {
        submittedAt = guest.platform.now();
        const { state } = view;
        if (state && !state.fates.includes("invalid")) reportFields(guest, need, state, memory);
      },
      reset: () => {
        memory.rebase();
        draw();
      },
      toggle,
      printing: (now) => {
        printing = now;
        draw();
      },
    }),
  );
  scope.add(watchFieldTime(guest, memory, () => view.state?.fields ?? []));
  scope.add(lookAgain.stop);
  window.addEventListener("resize", soon, true);
  scope.add(() => window.removeEventListener("resize", soon, true));
  scope.add(runtime.$look.listen(soon));
  scope.add(guest.$settings.listen(soon));
  scope.add(runtime.$guide.listen(lookAgain.later));
  scope.add(runtime.$surface.listen(lookAgain.later));
  scope.add(() => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    view.clear();
    stands.stop();
  });

  return {
    form,
    need,
    light: (found) => {
      const first = view.state === null;
      litFields.learn(found);
      draw();
      if (first && folds()) tell();
    },
    changed: () => {
      fresh = true;
      soon();
      lookAgain.later();
    },
    stop: scope.stop,
  };
}
