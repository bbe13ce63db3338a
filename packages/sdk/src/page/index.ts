import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { createDomWatch } from "../targeting/await-target.ts";
import { createGuide, type Guide } from "./guide.ts";
import { readLabels } from "./read-labels.ts";
import { watchHistory } from "./watch-history.ts";
import { watchPage } from "./watch-page.ts";

/** What the page room offers once it is loaded. */
export interface PageRoom {
  guide: Guide;
  stop: Stop;
}

/** Starts everything that touches the host's document: conditions on it, names of records, the guide. */
export function startPage(guest: Guest): PageRoom {
  const scope = createScope();
  const watch = createDomWatch();
  scope.add(watch.stop);
  scope.add(watchHistory());
  scope.add(watchPage(guest, watch));
  scope.add(readLabels(guest, watch));
  const guide = createGuide(guest, watch);
  scope.add(guide.stop);
  return { guide, stop: scope.stop };
}
