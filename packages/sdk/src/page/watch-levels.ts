import { type PageLeaf, targetOf } from "@waymark/engine";
import type { Target } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import type { Finding } from "../targeting/find-target.ts";
import { plainText } from "../targeting/text.ts";
import { watchText } from "./watch-text.ts";

/** What is true on the page while it is true: `visible`, `gone`, `text`, `custom`. */
export interface Levels {
  /** What is awaited has changed. */
  adjust(): void;
  stop: Stop;
}

/** One leaf that is watched. */
interface Watched {
  /** `undefined` while it is not known yet. */
  holds(): boolean | undefined;
  stop: Stop;
}

function isThere({ element, way }: Finding): boolean {
  // Several that fit as well are there, whichever is meant.
  return element !== null || way === "ambiguous";
}

/** Watches the leaves that are awaited, and only those; says which of them hold when that has changed. */
export function watchLevels(guest: Guest, watch: DomWatch, awaited: () => readonly PageLeaf[]): Levels {
  const watched = new Map<string, Watched>();
  const refs = guest.options.targets ?? {};
  let frame: Stop | undefined;
  let queued = false;

  const read = guest.guard("levels", () => {
    queued = false;
    const levels = [...watched].flatMap(([key, each]) => (each.holds() ? key : []));
    if (levels.join() !== guest.$scene.get().levels.join()) guest.updateScene({ levels });
  });
  // Many that are settled in one frame are told at once.
  const later = (): void => {
    if (!queued) queueMicrotask(read);
    queued = true;
  };

  const watchTarget = (target: Target, holds: (finding: Finding) => boolean): Watched => {
    let last: Finding | undefined;
    const stop = watch.await(target, refs, (finding) => {
      last = finding;
      later();
    });
    return { holds: () => last && holds(last), stop };
  };

  const begin = ({ leaf }: PageLeaf): Watched => {
    const target = targetOf(leaf);
    if ("custom" in leaf) {
      const own = guest.options.conditions?.[leaf.custom];
      const { holds, watch: follow } = typeof own === "function" ? { holds: own } : { ...own };
      return { holds: () => holds?.() === true, stop: follow?.(later) ?? (() => undefined) };
    }
    if ("visible" in leaf && target) return watchTarget(target, isThere);
    if ("gone" in leaf && target) return watchTarget(target, (finding) => !isThere(finding));
    if (!("text" in leaf)) return { holds: () => false, stop: () => undefined };
    const wanted = plainText(leaf.text);
    if (target) return watchTarget(target, ({ element }) => plainText(element?.textContent ?? "").includes(wanted));
    return watchText(watch, wanted, later);
  };

  const adjust = (): void => {
    const leaves = new Map(awaited().map((each) => [each.key, each]));
    for (const [key, { stop }] of watched) {
      if (leaves.has(key)) continue;
      stop();
      watched.delete(key);
    }
    for (const [key, leaf] of leaves) if (!watched.has(key)) watched.set(key, begin(leaf));
    // What a host's function says, and a text in an element, may change with any change of the page.
    const asks = [...leaves.values()].some(({ leaf }) => "custom" in leaf || "text" in leaf);
    if (asks) frame ??= watch.add(read);
    else {
      frame?.();
      frame = undefined;
    }
    read();
  };

  return {
    adjust,
    stop: () => {
      frame?.();
      for (const { stop } of watched.values()) stop();
      watched.clear();
    },
  };
}
