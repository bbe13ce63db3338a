import type { Target } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "./await-target.ts";
import type { Finding } from "./decide.ts";
import type { findTarget } from "./find-target.ts";
import { glimpse } from "./glimpse.ts";

/** All that finds targets, once it is there: one watch and one observer for all who wait. */
export interface Search {
  watch: DomWatch;
  findTarget: typeof findTarget;
}

/** Finds for the guide, at first with what came along with it. */
export interface Finder {
  find(target: Target): Finding;
  /** Says at once where an element is that can be told at once, and from then on what it has come to. */
  await(target: Target, heard: (finding: Finding) => void): Stop;
}

/**
 * @param now What is there by now of the whole search.
 * @param load Fetches it; rejects where it does not come, and has counted that.
 */
export function createFinder(guest: Guest, now: () => Search | undefined, load: () => Promise<Search>): Finder {
  const refs = guest.options.targets ?? {};
  return {
    find: (target) =>
      now()?.findTarget(target, refs) ?? glimpse(target, refs) ?? { element: null, score: 0, way: "none", runnerUp: 0 },
    await: (target, heard) => {
      const search = now();
      if (search) return search.watch.await(target, refs, heard);
      const scope = createScope();
      const follow = (): void => {
        load().then(
          ({ watch }) => {
            if (!scope.stopped) scope.add(watch.await(target, refs, heard));
          },
          // It has been counted; what was seen at once stays shown.
          () => undefined,
        );
      };
      const first = glimpse(target, refs);
      if (first) heard(first);
      // Whoever sees where to press does not wait for what keeps to it.
      if (first) scope.add(guest.platform.whenIdle(follow));
      else follow();
      return scope.stop;
    },
  };
}
