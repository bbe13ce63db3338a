import { leavesOf, matchRoles, pageKindOf } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import type { ReadableAtom, WritableAtom } from "nanostores";
import type * as GuideRoom from "../overlay/rooms/guide/room.tsx";
import type { Guide } from "../page/guide.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import type { Guest } from "./guest.ts";
import type { GuideView } from "./runtime.ts";

/** The rooms that touch the host's document, as those see them who may come before them. */
export interface LatePage {
  $guide: ReadableAtom<GuideView | null>;
  next(): void;
  back(): void;
  stop: Stop;
}

/** Whether a journey asks the document anything: a deed or a state that a step waits for, or the name of a record. */
function readsPage({ per, steps }: Journey): boolean {
  const asks = steps.some(({ done }) => leavesOf(done).some((leaf) => pageKindOf(leaf) !== null));
  return asks || (typeof per === "object" && (per.label ?? per.list) !== undefined);
}

/**
 * Fetches one of them when a step is to be shown, the other when a journey for this person asks the document something: a
 * page whose steps complete by the host's own events never pays for it, and whoever needs no guide not for that.
 *
 * @param furnish Takes in what a guide is drawn with: starting finds the target at once where it is there, and the overlay
 *   hangs its card on it in the same breath.
 */
export function createLatePage(guest: Guest, furnish: (room: typeof GuideRoom) => void): LatePage {
  const { $documents, $wanted, $scene } = guest;
  const scope = createScope();
  const $guide: WritableAtom<GuideView | null> = guest.platform.atom<GuideView | null>(null);
  let guide: Guide | undefined;
  let shared: DomWatch | undefined;
  /** Fetches once, and again where nothing came; beside it what finds elements, with one watch and one observer for both. */
  const fetchOnce = <R>(load: () => Promise<R>, enter: (room: R, watch: DomWatch) => void): (() => void) => {
    let coming = false;
    return () => {
      if (coming) return;
      coming = true;
      Promise.all([load(), import("../targeting/await-target.ts")]).then(
        ([room, { createDomWatch }]) => {
          if (scope.stopped) return;
          if (!shared) {
            shared = createDomWatch();
            scope.add(shared.stop);
          }
          enter(room, shared);
        },
        () => {
          coming = false;
          guest.fail("chunk");
        },
      );
    };
  };
  const show = fetchOnce(
    () => import("../overlay/rooms/guide/room.tsx"),
    (room, watch) => {
      furnish(room);
      guide = room.createGuide(guest, watch, $guide);
      scope.add(guide.stop);
    },
  );
  const read = fetchOnce(
    () => import("../page/page-room.ts"),
    ({ startPage }, watch) => scope.add(startPage(guest, watch)),
  );
  scope.add($wanted.subscribe((wanted) => wanted && show()));
  scope.add(
    $documents.subscribe((documents) => {
      if (documents.some((journey) => matchRoles(journey, $scene.get()) && readsPage(journey))) read();
    }),
  );
  return { $guide, next: () => guide?.next(), back: () => guide?.back(), stop: scope.stop };
}
