import { startServices } from "../care/services.ts";
import { watchGestures } from "../overlay/drag.ts";
import type { Early } from "../overlay/early.ts";
import type { Mounted } from "../overlay/mount.ts";
import { watchShortcuts } from "../overlay/shortcuts.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { shareProgress } from "../runtime/share-progress.ts";

export { erasePerson } from "../runtime/share-progress.ts";

/**
 * Starts what nobody misses in the moment in which the launcher comes: the other tabs, what works unseen, drags, and keys.
 * It comes in idle time, so that the surfaces need not wait for it.
 *
 * @param overlay Missing where the host draws all itself.
 * @param early What was pressed meanwhile.
 */
export function startAfter(guest: Guest, runtime: Runtime, overlay: Mounted | undefined, early: Early): Stop {
  const scope = createScope();
  scope.add(shareProgress(guest));
  if (overlay) {
    scope.add(watchGestures(overlay));
    early.replay();
    scope.add(watchShortcuts(runtime, overlay.shortcut, early.key()));
  }
  scope.add(startServices(guest, runtime, overlay));
  return scope.stop;
}
