import type { WritableAtom } from "nanostores";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { GuideView } from "../runtime/runtime.ts";
import { createDomWatch } from "../targeting/await-target.ts";
import { createGuide } from "./guide.ts";
import { readLabels } from "./read-labels.ts";
import { readLists } from "./read-lists.ts";
import { watchPage } from "./watch-page.ts";

export { attach } from "../anchoring/attach.ts";
export { matchTarget } from "../targeting/match-target.ts";
export { explainTargets } from "./explain-targets.ts";

/** What the page room offers once it is loaded. */
export interface PageRoom {
  next(): void;
  back(): void;
  stop: Stop;
}

/** Starts everything that touches the host's document: conditions on it, names of records, the guide. */
export function startPage(guest: Guest, $guide: WritableAtom<GuideView | null>): PageRoom {
  const scope = createScope();
  const watch = createDomWatch();
  scope.add(watch.stop);
  scope.add(watchPage(guest, watch));
  scope.add(readLabels(guest, watch));
  scope.add(readLists(guest, watch));
  const { next, back, stop } = createGuide(guest, watch, $guide);
  scope.add(stop);
  return { next, back, stop: scope.stop };
}
