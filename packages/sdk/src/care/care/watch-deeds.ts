import type { Deed } from "@waymark/engine";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import { isOurs, surfaceOf } from "../../targeting/tree.ts";

/** So long after a press the page has time to answer. */
const answerMs = 1_000;
const pressables =
  "button, a[href], summary, input[type=button], input[type=submit], [role=button], [role=link], [role=menuitem], [role=tab]";
const elsewhere =
  "a[target], a[download], a[href^='mailto:'], a[href^='tel:'], label, select, textarea, input:not([type=button], [type=submit])";
const refused = "[aria-invalid=true], :user-invalid";

/** What an element is called here: by its own attributes, never by a text or a value of the person's. */
function nameOf(element: Element): string {
  const names = ["id", "name", "data-testid", "action"].map((each) => element.getAttribute(each) ?? "");
  return `${element.localName} ${names.join(" ")}`.slice(0, 120);
}

/** The thing that was meant to be pressed; `null` where nothing looks like it. */
function pressable(element: Element): Element | null {
  // What opens in another window, or as a list of the browser's own, answers where nobody can see it.
  if (element.closest(elsewhere)) return null;
  const inside = element.closest(pressables);
  if (inside) return inside;
  return getComputedStyle(element).cursor === "pointer" ? element : null;
}

/**
 * Turns presses, keys, refusals and pages into small facts. Passive listeners only; the page is looked at for one second
 * after a press, and not at all between them. No value of a field is read.
 *
 * @param tell Hears each fact; `target` is the element of a press or key.
 */
export function watchDeeds(guest: Guest, tell: (deed: Deed, target: Element | null, ours: boolean) => void): Stop {
  const scope = createScope();
  const { platform } = guest;
  /** Waits for the page's answer to the last press. */
  let awaiting = createScope();
  const refusals = new Set<string>();
  const say = (deed: Deed): void => tell(deed, null, false);

  const fail = (form: Element): void => {
    const on = nameOf(form);
    // Every invalid field of a form says so at once, and the form again when it is looked at.
    if (refusals.has(on)) return;
    refusals.add(on);
    scope.add(platform.after(answerMs, () => refusals.delete(on)));
    say({ kind: "failure", at: platform.now(), on });
  };
  const awaitAnswer = (element: Element): void => {
    awaiting.stop();
    awaiting = createScope();
    const form = element.closest("form");
    let answered = false;
    const observer = new MutationObserver((records) => {
      if (records.every(({ target }) => target instanceof Element && isOurs(target))) return;
      answered = true;
      observer.disconnect();
      say({ kind: "answer", at: platform.now() });
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    awaiting.add(() => observer.disconnect());
    awaiting.add(
      platform.after(answerMs, () => {
        observer.disconnect();
        if (form?.isConnected && form.querySelector(refused)) fail(form);
        else if (!answered) say({ kind: "silence", at: platform.now(), on: nameOf(element) });
      }),
    );
  };
  const inputs = (event: Event): void => {
    const first = event.composedPath()[0];
    const target = first instanceof Element ? first : null;
    const ours = surfaceOf(event) !== undefined;
    const at = platform.now();
    const pressed = !ours && event.type === "pointerdown" && target ? pressable(target) : null;
    if (!pressed) {
      tell({ kind: "input", at }, target, ours);
      return;
    }
    tell({ kind: "press", at, on: nameOf(pressed) }, target, false);
    awaitAnswer(pressed);
  };
  const capture = { capture: true, passive: true };
  for (const type of ["pointerdown", "keydown"]) listen(scope, document, type, guest.guard("deeds", inputs), capture);
  const invalid = ({ target }: Event): void => {
    const form = target instanceof Element ? (target.closest("form") ?? target) : null;
    if (form) fail(form);
  };
  listen(scope, document, "invalid", guest.guard("deeds", invalid), capture);
  // A page that leaves has answered, and so has one that gives way to a window of the browser's.
  for (const type of ["pagehide", "blur"]) {
    listen(scope, window, type, ({ target }) => {
      if (target === window) awaiting.stop();
    });
  }
  listen(scope, document, "visibilitychange", () => {
    if (document.visibilityState === "hidden") say({ kind: "away", at: platform.now() });
  });
  const walk = (): void => {
    awaiting.stop();
    say({ kind: "answer", at: platform.now() });
    say({ kind: "page", at: platform.now(), page: platform.page.path() });
  };
  scope.add(platform.page.onPath(guest.guard("deeds", walk)));
  scope.add(() => awaiting.stop());
  walk();
  return scope.stop;
}
