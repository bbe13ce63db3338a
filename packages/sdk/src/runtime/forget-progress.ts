import { emptyProgress } from "@waymark/engine";
import type { Guest } from "./guest.ts";
import { progressKey } from "./keep-progress.ts";

/** Forgets what this page holds of the person, at once; a request with it that is under way ends here. */
export function forgetHere(guest: Guest): void {
  guest.unsent.clear();
  guest.$erasures.set(guest.$erasures.get() + 1);
  guest.$progress.set(emptyProgress());
}

/** Forgets the person's progress on this device. */
export async function forgetProgress(guest: Guest): Promise<void> {
  forgetHere(guest);
  await guest.platform.store.update(progressKey(guest), () => undefined);
}
