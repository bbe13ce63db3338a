import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import { isWithin } from "./controls.ts";
import { isPressed } from "./shortcut.ts";

/** What happens to a form that the focus view has to answer. */
export interface FormEars {
  /** A value, the focus or the form's own state changed. */
  changed(): void;
  /** The person typed or chose something. */
  touched(inside: Element): void;
  /** The form, or something that may check it, is pressed: for this frame everything must be in view. */
  pressed(): void;
  /** The browser finds a field wrong and is about to take the person there. */
  refused(control: Element): void;
  submitted(): void;
  reset(): void;
  toggle(): void;
  printing(now: boolean): void;
}

const pressable = "button, [role=button], input[type=submit], input[type=button], input[type=image]";

/** Listens to one form until it is stopped. No listener of ours keeps an event from the host but the key for all fields. */
export function watchForm(form: Element, keys: () => string, ears: FormEars): Stop {
  const scope = createScope();
  const within = (event: Event): boolean => {
    const [inner] = event.composedPath();
    return inner instanceof Element && isWithin(inner, form);
  };
  const on = (type: string, hear: (event: Event) => void, anywhere = false): void =>
    listen(scope, window, type, (event) => (anywhere || within(event)) && hear(event), { capture: true });
  for (const type of ["input", "change"]) {
    on(type, (event) => {
      ears.touched(event.composedPath()[0] as Element);
      ears.changed();
    });
  }
  for (const type of ["focusin", "focusout"]) on(type, ears.changed);
  on("click", (event) => {
    const path = event.composedPath();
    if (path.some((node) => node instanceof Element && node.matches(pressable))) ears.pressed();
  });
  on("submit", () => {
    ears.submitted();
    ears.pressed();
  });
  on("invalid", (event) => ears.refused(event.composedPath()[0] as Element));
  on("reset", () => setTimeout(() => scope.stopped || ears.reset()));
  on("beforeprint", () => ears.printing(true), true);
  on("afterprint", () => ears.printing(false), true);
  on(
    "keydown",
    (event) => {
      if (!isPressed(keys(), event as KeyboardEvent)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!(event as KeyboardEvent).repeat) ears.toggle();
    },
    true,
  );
  return scope.stop;
}
