import type { Stop } from "../ports/platform.ts";
import type { Waymark } from "./create-waymark.ts";
import { findOwner, isSwitchedOff, ownPage, releasePage, waitingCalls } from "./own-page.ts";

/** Lets a guest of the package start only in a page that wants one and has none; else it says why it stays inert. */
export function startOncePerPage(waymark: Waymark): Waymark {
  const { start } = waymark;
  const inert = (problem: string): Stop => {
    Object.assign(waymark, { problem });
    return () => undefined;
  };
  const startHere = (): Stop => {
    const owner = findOwner();
    if (isSwitchedOff()) return inert("off");
    if (owner && owner !== waymark) {
      // What this one is told from now on goes to the one that was first.
      Object.assign(waymark, owner, { start: startHere });
      return inert("second_copy");
    }
    if (waymark.problem) return start();
    let stop: Stop = () => undefined;
    ownPage(waymark, waitingCalls(), () => {
      stop = start();
    });
    return () => {
      stop();
      releasePage(waymark);
    };
  };
  return Object.assign(waymark, { start: startHere });
}
