import { leavesOf, matchRoles, pageKindOf } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { atom, type ReadableAtom, type WritableAtom } from "nanostores";
import type { Attachment } from "../anchoring/attachment.ts";
import type { PageRoom } from "../page/page-room.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";
import type { GuideView } from "./runtime.ts";

/** The room that touches the host's document, as those see it who may come before it. */
export interface LatePage {
  $guide: ReadableAtom<GuideView | null>;
  next(): void;
  back(): void;
  attach(attachment: Attachment): Stop;
  stop: Stop;
}

/** Whether a journey asks the document anything: a deed or a state that a step waits for, or the name of a record. */
function readsPage({ per, steps }: Journey): boolean {
  const asks = steps.some(({ done }) => leavesOf(done).some((leaf) => pageKindOf(leaf) !== null));
  return asks || (typeof per === "object" && (per.label ?? per.list) !== undefined);
}

/**
 * Fetches that room when a step is to be shown, or when a journey for this person asks the document something: a page
 * whose steps complete by the host's own events never pays for it.
 */
export function createLatePage(guest: Guest): LatePage {
  const { $documents, $wanted, $scene } = guest;
  const scope = createScope();
  const $guide: WritableAtom<GuideView | null> = atom(null);
  let room: PageRoom | null = null;
  let hold: ((attachment: Attachment) => Stop) | undefined;
  let coming = false;
  const enter = (): void => {
    if (coming) return;
    coming = true;
    import("../page/page-room.ts").then(
      ({ startPage, attach }) => {
        if (scope.stopped) return;
        // Starting finds the target at once where it is there, and the overlay hangs its card on it in the same breath.
        hold = attach;
        room = startPage(guest, $guide);
        scope.add(room.stop);
      },
      () => {
        coming = false;
        guest.fail("chunk");
      },
    );
  };
  scope.add($wanted.subscribe((wanted) => wanted && enter()));
  scope.add(
    $documents.subscribe((documents) => {
      if (documents.some((journey) => matchRoles(journey, $scene.get()) && readsPage(journey))) enter();
    }),
  );
  return {
    $guide,
    next: () => room?.next(),
    back: () => room?.back(),
    attach: (attachment) => hold?.(attachment) ?? (() => undefined),
    stop: scope.stop,
  };
}
