import { matchJourney, type PageLeaf, pageLeavesOf, stepState, subjectHere, targetOf } from "@waymark/engine";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import { findTarget } from "../targeting/find-target.ts";
import { matchTarget } from "../targeting/match-target.ts";
import { matchGlob, plainText } from "../targeting/text.ts";

/** A pause in typing after which a field counts as filled in, also where the app never lets the field change. */
const typedMs = 900;

type Deed = "click" | "input" | "submit";

/** Whether a leaf is true while it is true, and not by a deed. */
const isLevel = ({ kind }: PageLeaf): boolean => !["click", "input", "submit"].includes(kind);

/** Leaves of journeys that are for this person and of steps that are not settled. */
function awaited(guest: Guest): PageLeaf[] {
  const scene = guest.$scene.get();
  const { journeys } = guest.$progress.get();
  const open = guest.$documents.get().filter((journey) => matchJourney(journey, scene, guest.$person.get().id));
  return pageLeavesOf(open).filter((each) => {
    const journey = open.find(({ id }) => id === each.journey);
    const subject = journey ? subjectHere(journey, scene) : null;
    return subject !== null && stepState(journeys[each.journey]?.[subject], each.step).completed === null;
  });
}

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
  const refs = guest.options.targets ?? {};

  const satisfied = (kind: Deed, path: readonly EventTarget[]): PageLeaf[] => {
    const elements = path.filter((each): each is Element => each instanceof Element);
    if (elements.some(({ localName }) => localName.startsWith("waymark-"))) return [];
    const leaves = awaited(guest).filter((each) => each.kind === kind);
    return leaves.filter(({ leaf }) => {
      const target = targetOf(leaf);
      // Whoever clicks an icon means the button around it.
      const found = target && elements.find((element) => matchTarget(target, element, refs));
      if (!found || !("input" in leaf)) return Boolean(found);
      const value = valueIn(found);
      return leaf.matches === undefined ? value.trim() !== "" : matchGlob(leaf.matches, value);
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

  const holdsNow = ({ leaf }: PageLeaf): boolean => {
    if ("custom" in leaf) return guest.options.conditions?.[leaf.custom]?.() === true;
    const target = targetOf(leaf);
    const element = target ? findTarget(target, refs).element : null;
    if ("visible" in leaf) return element !== null;
    if ("gone" in leaf) return element === null;
    if (!("text" in leaf)) return false;
    const text = (target ? element : document.body)?.textContent ?? "";
    return plainText(text).includes(plainText(leaf.text));
  };

  const readLevels = guest.guard("levels", () => {
    const leaves = awaited(guest).filter(isLevel);
    const levels = leaves.filter(holdsNow).map(({ key }) => key);
    const before = guest.$scene.get().levels;
    if (levels.join() !== before.join()) guest.updateScene({ levels });
  });

  let watching: Stop | undefined;
  const adjust = guest.guard("watch", () => {
    const wants = awaited(guest).some(isLevel);
    if (wants && !watching) watching = watch.add(readLevels);
    if (!wants && watching) {
      watching();
      watching = undefined;
    }
    if (wants) readLevels();
  });
  scope.add(() => watching?.());
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
