import { createWardrobe } from "../../overlay/style/sheet.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { FocusBar, FoldedLine } from "./bar.tsx";
import { isWithin } from "./controls.ts";
import { reportFields } from "./field-load.ts";
import { watchFieldTime } from "./field-time.ts";
import { createFormView } from "./form-view.ts";
import { createKeptNotes } from "./kept-notes.tsx";
import { createLitFields } from "./lit-fields.ts";
import type { Memory } from "./memory.ts";
import type { Need } from "./needed.ts";
import { focusedElement } from "./read-field.ts";
import { besideForm, makeRoom } from "./room-for-bar.ts";
import { ariaKeys, focusKeys, keyWords } from "./shortcut.ts";
import { createStand } from "./stand.ts";
import { focusCss } from "./style.ts";
import { watchForm } from "./watch-form.ts";

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

/** A list is drawn a moment after the key or the click that opens it. */
const drawnMs = 80;

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

export function createFocusView(options: FocusViewOptions): FocusView {
  const { guest, runtime, form, need, memory } = options;
  const { say } = runtime;
  const scope = createScope();
  const litFields = createLitFields(need, guest.options.targets ?? {});
  const view = createFormView(form, memory, litFields);
  const wardrobe = createWardrobe(runtime.nonce);
  const bar = createStand("waymark-focus", runtime, wardrobe, focusCss);
  const line = createStand("waymark-focus-more", runtime, wardrobe, focusCss);
  const notes = createKeptNotes(runtime, wardrobe);
  /** The page has other elements than before: the step's fields may be among them. */
  let fresh = true;
  let on = options.on;
  /** Opened for a look: the choice stays. */
  let open = false;
  let printing = false;
  let submittedAt = Number.NEGATIVE_INFINITY;
  let giveRoom: Stop | null = null;
  let frame = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  let drawn: ReturnType<typeof setTimeout> | undefined;

  const folds = (): boolean => on && !open && !printing;
  const colour = (): string => {
    const track = bar.element.shadowRoot?.querySelector(".track");
    const given = track ? getComputedStyle(track).backgroundColor : "";
    return given || "Highlight";
  };
  const keys = (): string => focusKeys(guest);
  const key = (): string | null => (keys() === "" ? null : keyWords(keys(), isMac()));

  const drawBar = (): void => {
    const { state } = view;
    if (!state) return;
    const count = state.fates.filter((fate) => fate === "lit").length;
    const aria = keys() === "" ? null : ariaKeys(keys());
    // All that is there is needed: nothing to offer.
    if (!on && count === state.fields.length) {
      bar.hide();
      line.hide();
      notes.draw(null);
      return;
    }
    const face = { on, lit: count, total: state.fields.length, folded: state.folded.length, key: key(), aria };
    bar.draw(<FocusBar runtime={runtime} face={face} toggle={toggle} />);
    giveRoom?.();
    giveRoom = null;
    if (on && !printing) {
      const room = makeRoom(form, state);
      giveRoom = room.give;
      bar.hang(form, room.place);
    } else {
      const size = bar.element.shadowRoot?.querySelector(".bar")?.getBoundingClientRect() ?? { width: 0, height: 0 };
      bar.hang(form, besideForm(form, size, runtime.$look.get().dir));
    }
    if (state.place) {
      line.draw(<FoldedLine runtime={runtime} folded={state.folded.length} open={openUp} />);
      line.hang(state.place, { top: 0, left: 0, right: 0 });
    } else line.hide();
    notes.draw(folds() ? state : null);
    look();
  };

  const draw = guest.guard("focus", (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    frame = 0;
    if (scope.stopped) return;
    if (!form.isConnected) {
      // A host that draws it anew brings another one in a moment.
      bar.hide();
      line.hide();
      notes.draw(null);
      return;
    }
    const before = view.state?.folded ?? [];
    const state = view.draw(folds(), colour(), fresh);
    fresh = false;
    drawBar();
    const { now } = guest.platform;
    const wrong = before.find(
      ({ key: name }) => state.fates[state.fields.findIndex((field) => field.key === name)] === "invalid",
    );
    if (wrong && now() - submittedAt < checkedMs) lead(wrong.key);
  });

  /** Takes the person to a field that a check of the host's has found wrong, where the host has not done so. */
  const lead = (name: string): void => {
    const { fields = [], fates = [] } = view.state ?? {};
    const at = focusedElement();
    const there = fields.some(
      ({ controls }, index) => fates[index] === "invalid" && at && controls.some((c) => isWithin(at, c)),
    );
    const [control] = fields.find(({ key: each }) => each === name)?.controls ?? [];
    if (!there && control instanceof HTMLElement) control.focus();
  };
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
    else
      runtime.announce(say.plural(key() ? "focus.folded" : "focus.folded-only", folded.length, { key: key() ?? "" }));
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

  const look = (): void => {
    const guided = runtime.$guide.get()?.status === "found";
    for (const stand of [bar, line, ...notes.stands]) {
      stand.look();
      if (guided) stand.element.toggleAttribute("data-under", true);
    }
  };
  let looking = 0;
  const lookSoon = (): void => {
    looking ||= requestAnimationFrame(() => {
      looking = 0;
      look();
    });
  };
  const lookLater = (): void => {
    clearTimeout(drawn);
    drawn = setTimeout(look, drawnMs);
  };

  scope.add(
    watchForm(form, keys, {
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
  for (const [target, type, hear] of [
    [window, "scroll", lookSoon],
    // What is anchored is where it belongs a frame after its anchor.
    [window, "scrollend", lookLater],
    [window, "resize", soon],
    [document, "focusin", lookSoon],
    [document, "click", lookLater],
    [document, "keyup", lookLater],
    [document, "toggle", lookLater],
  ] as const) {
    target.addEventListener(type, hear, true);
    scope.add(() => target.removeEventListener(type, hear, true));
  }
  scope.add(runtime.$look.listen(soon));
  scope.add(guest.$settings.listen(soon));
  scope.add(runtime.$guide.listen(lookLater));
  scope.add(runtime.$surface.listen(lookLater));
  scope.add(() => {
    for (const id of [frame, looking]) cancelAnimationFrame(id);
    for (const timer of [late, drawn]) clearTimeout(timer);
    view.clear();
    giveRoom?.();
    bar.stop();
    line.stop();
    notes.stop();
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
      lookLater();
    },
    stop: scope.stop,
  };
}
