import { leavesOf, matchRoles, pageKindOf } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import type { ReadableAtom, WritableAtom } from "nanostores";
import type * as GuideRoom from "../overlay/rooms/guide/room.tsx";
import type { Guide } from "../page/guide.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Finder, Search } from "../targeting/finder.ts";
import type { Guest, Wanted } from "./guest.ts";
import type { GuideView } from "./runtime.ts";

/** The rooms that touch the host's document, as those see them who may come before them. */
export interface LatePage {
  $guide: ReadableAtom<GuideView | null>;
  next(): void;
  back(): void;
  /** Finds something else of the page while the guide runs. */
  find: Finder["find"];
  stop: Stop;
}

/** Whether a journey asks the document anything: a deed or a state that a step waits for, or the name of a record. */
function readsPage({ per, steps }: Journey): boolean {
  const asks = steps.some(({ done }) => leavesOf(done).some((leaf) => pageKindOf(leaf) !== null));
  return asks || (typeof per === "object" && (per.label ?? per.list) !== undefined);
}

/** What a step says in words that take more than a selector to find. A little too much is no harm. */
const longWays = /"(role|name|label|text|near|within|frame|click|input|submit|visible|gone)":/;

/**
 * Fetches one of them when a step is to be shown, the other when a journey for this person asks the document something: a
 * page whose steps complete by the host's own events never pays for it, and whoever needs no guide not for that. What
 * finds targets by all their ways comes beside them in the same moment, or a little later where a selector is enough.
 *
 * @param furnish Takes in what a guide is drawn with: starting finds the target at once where it is there, and the overlay
 *   hangs its card on it in the same breath.
 */
export function createLatePage(guest: Guest, furnish: (room: typeof GuideRoom) => void): LatePage {
  const { $documents, $wanted, $scene } = guest;
  const scope = createScope();
  const $guide: WritableAtom<GuideView | null> = guest.platform.atom<GuideView | null>(null);
  let guide: Guide | undefined;
  let finder: Finder | undefined;
  let search: Search | undefined;
  let searching: Promise<Search> | undefined;
  /** One watch and one observer for all. */
  const loadSearch = (): Promise<Search> => {
    searching ??= import("../targeting/search-room.ts").then(({ createDomWatch, findTarget }) => {
      search = { watch: createDomWatch(), findTarget };
      scope.add(search.watch.stop);
      return search;
    }, missing);
    return searching;
  };
  const missing = (error: unknown): never => {
    searching = undefined;
    guest.fail("chunk");
    throw error;
  };
  /** Fetches once, and again where nothing came. */
  const fetchOnce = <R>(load: () => Promise<R>, enter: (room: R) => void): (() => void) => {
    let coming = false;
    return () => {
      if (coming) return;
      coming = true;
      load().then(
        (room) => {
          if (!scope.stopped) enter(room);
        },
        () => {
          coming = false;
        },
      );
    };
  };
  const isShort = (wanted: Wanted | null): boolean => {
    const steps = $documents.get().find(({ id }) => id === wanted?.journey)?.steps;
    return !longWays.test(JSON.stringify(steps?.find(({ id }) => id === wanted?.step) ?? {}));
  };
  const show = fetchOnce(
    async () => {
      const room = import("../overlay/rooms/guide/room.tsx").catch(missing);
      if (!isShort($wanted.get())) await loadSearch();
      return room;
    },
    (room) => {
      furnish(room);
      finder = room.createFinder(guest, () => search, loadSearch);
      guide = room.createGuide(guest, finder, $guide);
      scope.add(guide.stop);
    },
  );
  const read = fetchOnce(
    async () => {
      const room = import("../page/page-room.ts").catch(missing);
      const { watch } = await loadSearch();
      return { ...(await room), watch };
    },
    ({ startPage, watch }) => scope.add(startPage(guest, watch)),
  );
  scope.add($wanted.subscribe((wanted) => wanted && show()));
  scope.add(
    $documents.subscribe((documents) => {
      if (documents.some((journey) => matchRoles(journey, $scene.get()) && readsPage(journey))) read();
    }),
  );
  return {
    $guide,
    next: () => guide?.next(),
    back: () => guide?.back(),
    find: (target) => finder?.find(target) ?? { element: null, score: 0, way: "none", runnerUp: 0 },
    stop: scope.stop,
  };
}
