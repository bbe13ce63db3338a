import { type PageLeaf, targetOf } from "@waymark/engine";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import { matchTarget } from "../targeting/match-target.ts";
import { matchGlob } from "../targeting/text.ts";
import { createAwaitedLeaves, isLevel } from "./awaited-leaves.ts";
import { watchLevels } from "./watch-levels.ts";

/** A pause in typing after which a field counts as filled in, also where the app never lets the field change. */
const typedMs = 900;

type Deed = "click" | "input" | "submit";

function valueIn(element: Element): string {
  if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) {
    return element.checked ? element.value : "";
  }
  if ("value" in element && typeof element.value === "string") return element.value;
  return element.textContent ?? "";
}

/** Watches the page for what conditions ask of it: clicks, inputs and submits in the capture phase, levels on change. */
export function watchPage(guest: Guest, watch: DomWatch): Stop {
  const scope = createScope();
  const leaves = createAwaitedLeaves(guest);
  scope.add(leaves.stop);
  const refs = guest.options.targets ?? {};

  const satisfied = (kind: Deed, path: readonly EventTarget[]): PageLeaf[] => {
    const elements = path.filter((each): each is Element => each instanceof Element);
    if (elements.some(({ localName }) => localName.startsWith("waymark-"))) return [];
    // Whoever clicks an icon means the button around it.
    const seen = new Map<PageLeaf, Element>();
    for (const element of elements) {
      for (const each of leaves.deeds().at(element)) {
        const target = each.kind === kind && !seen.has(each) ? targetOf(each.leaf) : null;
        if (target && matchTarget(target, element, refs)) seen.set(each, element);
      }
    }
    return [...seen].flatMap(([each, element]) => {
      if (!("input" in each.leaf)) return each;
      const value = valueIn(element);
      const { matches } = each.leaf;
      return (matches === undefined ? value.trim() !== "" : matchGlob(matches, value)) ? each : [];
    });
  };

  const tell = (kind: Deed, path: readonly EventTarget[]): void => {
    const hits = satisfied(kind, path);
    for (const journey of new Set(hits.map((each) => each.journey))) {
      guest.dispatch({ kind: "dom", leaves: hits.map(({ key }) => key) }, journey);
    }
  };

  const typing = new Map<EventTarget | undefined, Stop>();
  scope.add(() => {
    for (const stop of typing.values()) stop();
  });
  const onInput = guest.guard("input", (event: Event) => {
    // The path is empty once the event is over: keep it until the pause.
    const path = event.composedPath();
    typing.get(path[0])?.();
    const stop = guest.platform.after(typedMs, () => {
      typing.delete(path[0]);
      tell("input", path);
    });
    typing.set(path[0], stop);
  });
  const capture = { capture: true, passive: true };
  listen(
    scope,
    document,
    "click",
    guest.guard("click", (event: Event) => tell("click", event.composedPath())),
    capture,
  );
  listen(
    scope,
    document,
    "submit",
    guest.guard("submit", (event: Event) => tell("submit", event.composedPath())),
    capture,
  );
  listen(
    scope,
    document,
    "change",
    guest.guard("input", (event: Event) => tell("input", event.composedPath())),
    capture,
  );
  listen(scope, document, "input", onInput, capture);

  const levels = watchLevels(guest, watch, () => leaves.list().filter(isLevel));
  scope.add(levels.stop);
  const adjust = guest.guard("watch", levels.adjust);
  scope.add(guest.$documents.listen(adjust));
  scope.add(guest.$progress.listen(adjust));
  let page = guest.$scene.get().page;
  scope.add(
    guest.$scene.listen((scene) => {
      if (scene.page !== page) {
        page = scene.page;
        adjust();
      }
    }),
  );
  adjust();
  return scope.stop;
}
