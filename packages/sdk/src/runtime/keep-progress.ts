import { emptyProgress, hashText, isProgress, mergeProgress } from "@waymark/engine";
import { attempt } from "../ports/attempt.ts";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { toJson } from "../ports/to-json.ts";
import type { Guest } from "./guest.ts";
import { keepLate, takeLate } from "./late.ts";

/** Names a person's partition on this device without keeping the host's id in a database name. */
export function partition(guest: Guest): string {
  return hashText(`${guest.options.key ?? location.host}\n${guest.$person.get().id}`).toString(36);
}

/** Under which name a person's progress lies in this device's store. */
export function progressKey(guest: Guest): string {
  return `progress-${partition(guest)}`;
}

/**
 * Loads the person's progress, then keeps it: every change is written at once (`share-progress.ts` tells the other tabs).
 * Two tabs write by merging inside one transaction, so neither loses the other's step. A page that goes with the very deed
 * that completes a step, as a form does, ends that transaction before it has read: what is not written by then is put
 * where it is kept at once, and the next page takes it in.
 */
export async function keepProgress(guest: Guest): Promise<Stop> {
  const { platform, $progress } = guest;
  const key = progressKey(guest);
  const scope = createScope();
  let waiting = false;
  let writing = 0;
  const write = async (): Promise<void> => {
    waiting = false;
    writing++;
    const mine = $progress.get();
    // What a newer copy of the SDK keeps there, in another tab or before a step back, is not this one's to drop.
    await platform.store.update(key, (old) => (isProgress(old) ? { ...old, ...mergeProgress(old, mine) } : mine));
    writing--;
  };
  const found = await platform.store.get(key);
  const stored = isProgress(found) ? found : undefined;
  if (stored) $progress.set(mergeProgress(stored, $progress.get()));
  await takeLate(key, async (entries) => {
    for (const [, text] of entries) {
      const left: unknown = attempt(() => JSON.parse(text));
      if (isProgress(left)) $progress.set(mergeProgress(left, $progress.get()));
    }
    await write();
  });
  const keep = (): void => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => void write());
  };
  scope.add($progress.listen(keep));
  listen(scope, window, "pagehide", () => {
    if (waiting || writing) keepLate(key, [[platform.id(platform.now()), toJson($progress.get())]]);
  });
  // What happened while the stored state was on its way, or came along at sign-in.
  if (JSON.stringify($progress.get()) !== JSON.stringify(stored ?? emptyProgress())) keep();
  return scope.stop;
}
