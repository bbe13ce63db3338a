import { emptyProgress, hashText, mergeProgress } from "@waymark/engine";
import type { Progress } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";

/** Names a person's partition on this device without keeping the host's id in a database name. */
export function partition(guest: Guest): string {
  return hashText(`${guest.options.key ?? location.host}\n${guest.$person.get().id}`).toString(36);
}

/**
 * Loads the person's progress, then keeps it: every change is written at once and told to the other tabs. Two tabs
 * write by merging inside one transaction, so neither loses the other's step.
 */
export async function keepProgress(guest: Guest): Promise<Stop> {
  const { platform, $progress } = guest;
  const key = `progress-${partition(guest)}`;
  const scope = createScope();
  const channel = platform.channel(`waymark-${key}`, (message) => guest.join(message as Progress));
  scope.add(channel.stop);
  let waiting = false;
  const write = async (): Promise<void> => {
    waiting = false;
    const mine = $progress.get();
    await platform.store.update<Progress>(key, (old) => (old ? mergeProgress(old, mine) : mine));
    if (!scope.stopped) channel.say(mine);
  };
  const stored = await platform.store.get<Progress>(key);
  if (stored) $progress.set(mergeProgress(stored, $progress.get()));
  const keep = (): void => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => void write());
  };
  scope.add($progress.listen(keep));
  // What happened while the stored state was on its way, or came along at sign-in.
  if (JSON.stringify($progress.get()) !== JSON.stringify(stored ?? emptyProgress())) keep();
  return scope.stop;
}

/** Forgets the person's progress on this device. */
export async function forgetProgress(guest: Guest): Promise<void> {
  guest.$progress.set(emptyProgress());
  await guest.platform.store.remove(`progress-${partition(guest)}`);
}
