import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { DomWatch } from "../targeting/await-target.ts";
import { readLabels } from "./read-labels.ts";
import { readLists } from "./read-lists.ts";
import { watchPage } from "./watch-page.ts";

export { matchTarget } from "../targeting/match-target.ts";
export { explainTargets } from "./explain-targets.ts";

/** Starts what reads the host's document: conditions on it, names of records. */
export function startPage(guest: Guest, watch: DomWatch): Stop {
  const scope = createScope();
  scope.add(watchPage(guest, watch));
  scope.add(readLabels(guest, watch));
  scope.add(readLists(guest, watch));
  return scope.stop;
}
