import type { Target } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import type { Finding } from "./decide.ts";
import type { Refs } from "./find-target.ts";
import { createQuest, type Quest } from "./quest.ts";
import { createTargetIndex } from "./target-index.ts";
import { isElement, isOurs } from "./tree.ts";
import { elementsIn, partsOf } from "./walk.ts";

/**
 * Watches the page for those who wait: one observer a root, connected only while somebody waits, at most one evaluation a
 * frame. Candidates come from what has changed; the whole page is looked through in slices, at the start and when a found
 * element is gone. No polling.
 */
export interface DomWatch {
  /** Calls back once a frame while the document changes. */
  add(call: (changed: Changed) => void): Stop;
  /** Awaits an element, and says each time what it has come to. The first word may come before this returns. */
  await(target: Target, refs: Refs, heard: (finding: Finding) => void): Stop;
  stop: Stop;
}

/** Nodes that have changed, and whether they are new. */
export type Changed = ReadonlyMap<Node, boolean>;

type Walk = Generator<undefined, void>;

/** A page in the background draws no frames: look all the same, a little later. */
const hiddenMs = 250;

/** The most that one frame spends on looking through the page. */
export const sliceMs = 2;

/** After this long without a change a page is looked through once more for what a change elsewhere may have brought. */
const quietMs = 400;

/** Up to so many targets a page is looked through for what they select; for more, through all its elements. */
const fewTargets = 8;

export function createDomWatch(): DomWatch {
  const calls = new Set<(changed: Changed) => void>();
  const quests = new Map<Quest, (finding: Finding) => void>();
  const all = new Set<Quest>();
  /** Those with something to decide: candidates, or somebody to ask. */
  const live = new Set<Quest>();
  let asked = 0;
  const index = createTargetIndex<Quest>();
  /** What has changed since the last frame, and whether it is new here with all that is in it. */
  let dirty = new Map<Node, boolean>();
  let walks: Walk[] = [];
  /** Those for whom the whole page is to be looked through next: for all of them at once. */
  const pending = new Set<Quest>();
  let observed = new WeakSet<Node>();
  let observer: MutationObserver | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
  };
  const schedule = (): void => {
    if (timer !== undefined) return;
    frame = requestAnimationFrame(tick);
    timer = setTimeout(tick, hiddenMs);
  };

  const observe = (root: Node): void => {
    if (observed.has(root) || !observer) return;
    observed.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  };

  const lookFor = (quest: Quest, element: Element): void => {
    if (quest.look(element)) live.add(quest);
  };
  const lookAt = (element: Element): void => {
    if (quests.size > fewTargets) for (const quest of index.at(element)) lookFor(quest, element);
    else
      for (const quest of quests.keys()) if (quest.selector && element.matches(quest.selector)) lookFor(quest, element);
  };

  /** Everything below a root that could be one of those that are awaited. */
  function* walk(from: ParentNode, list: ReadonlySet<Quest>): Walk {
    const many = list.size > fewTargets;
    const selector = many
      ? "*"
      : [...list]
          .map((quest) => quest.selector)
          .filter(Boolean)
          .join();
    for (const element of selector ? elementsIn(from, selector, observe) : []) {
      if (element && many) lookAt(element);
      else if (element) for (const quest of list) lookFor(quest, element);
      yield;
    }
  }

  /** What has changed: what is new and all in it, and what the change is part of. */
  function* walkChanged(changed: Changed): Walk {
    const seen = new Set<Element>();
    for (const [node, isNew] of changed) {
      if (!node.isConnected) continue;
      if (isNew && isElement(node)) {
        if (node.shadowRoot) yield* walk(node.shadowRoot, all);
        yield* walk(node, all);
      }
      for (const element of partsOf(node, seen)) {
        lookAt(element);
        yield;
      }
    }
  }

  const tell = (quest: Quest): void => quests.get(quest)?.(quest.finding);

  function* walkThrough(list: ReadonlySet<Quest>): Walk {
    yield* walk(document, list);
    for (const quest of list) {
      quest.reach = "thorough";
      quest.settle();
      tell(quest);
    }
    // What is not defined yet may bring a shadow root, which no observer sees coming.
    for (const { localName } of document.querySelectorAll(":not(:defined)")) {
      void customElements.whenDefined(localName).then(lookAgain);
    }
  }
  const lookThrough = (list: readonly Quest[]): void => {
    for (const quest of list) quest.reach = "walking";
    for (const quest of list) pending.add(quest);
    schedule();
  };

  const settleAll = (): void => {
    for (const quest of live) {
      if (quest.reach !== "walking") {
        if (quest.settle()) tell(quest);
        if (quest.reach === "glanced" && !quest.isWhole()) lookThrough([quest]);
      } else if (quest.isGone() && quest.settle()) tell(quest);
    }
  };

  const runWalks = (): void => {
    if (pending.size > 0) walks.push(walkThrough(new Set(pending)));
    pending.clear();
    const until = performance.now() + sliceMs;
    while (walks.length > 0) {
      if (walks[0]?.next().done) walks.shift();
      if (performance.now() > until) break;
    }
  };

  const tick = (): void => {
    cancel();
    const changed = dirty;
    dirty = new Map();
    if (changed.size > 0 && quests.size > 0) walks.push(walkChanged(changed));
    observeFrames();
    runWalks();
    settleAll();
    if (changed.size > 0) for (const call of [...calls]) call(changed);
    if (walks.length + pending.size > 0) schedule();
  };

  const lookAgain = (): void => {
    const lost = [...quests.keys()].filter(({ finding, reach }) => !finding.element && reach === "thorough");
    if (lost.length > 0) lookThrough(lost);
  };

  const hear = (records: readonly MutationRecord[]): void => {
    for (const { target, addedNodes } of records) {
      if (isElement(target) && isOurs(target)) continue;
      for (const node of addedNodes) if (!(isElement(node) && isOurs(node))) dirty.set(node, true);
      if (!dirty.has(target)) dirty.set(target, false);
    }
    if (dirty.size === 0) return;
    schedule();
    clearTimeout(quiet);
    if (quests.size > 0) quiet = setTimeout(lookAgain, quietMs);
  };

  /** Documents of frames are roots as well; a frame that has loaded has another one. */
  const observeFrames = (): void => {
    if (asked === 0) return;
    for (const { contentDocument } of document.querySelectorAll("iframe"))
      if (contentDocument) observe(contentDocument);
  };

  const start = (): void => {
    if (observer) return;
    observer = new MutationObserver(hear);
    observe(document);
    document.addEventListener("load", schedule, true);
  };
  const rest = (): void => {
    if (calls.size + quests.size > 0) return;
    observer?.disconnect();
    document.removeEventListener("load", schedule, true);
    observer = undefined;
    observed = new WeakSet();
    dirty = new Map();
    walks = [];
    cancel();
    clearTimeout(quiet);
  };

  return {
    add: (call) => {
      calls.add(call);
      start();
      return () => {
        calls.delete(call);
        rest();
      };
    },
    await: (target, refs, heard) => {
      const quest = createQuest(target, refs);
      quests.set(quest, heard);
      all.add(quest);
      if (quest.asked) {
        live.add(quest);
        asked++;
      }
      index.add(target, quest);
      start();
      observeFrames();
      // Few targets: what a short way finds is there at once, without a walk.
      if (quests.size <= fewTargets) quest.glance(document);
      if (quest.settle() && quest.isWhole()) {
        live.add(quest);
        heard(quest.finding);
      } else {
        lookThrough([quest]);
        // A small page is looked through at once.
        if (quests.size <= fewTargets) runWalks();
      }
      return () => {
        if (quests.delete(quest) && quest.asked) asked--;
        all.delete(quest);
        live.delete(quest);
        pending.delete(quest);
        index.delete(quest);
        rest();
      };
    },
    stop: () => {
      calls.clear();
      for (const set of [quests, all, live, pending]) set.clear();
      rest();
    },
  };
}
