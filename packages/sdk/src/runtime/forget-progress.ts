import { emptyProgress } from "@waymark/engine";
import type { Guest } from "./guest.ts";
import { progressKey } from "./keep-progress.ts";

/** Forgets what this page holds of the person. */
export function forgetHere(guest: Guest): void {
  guest.unsent.clear();
  guest.$progress.set(emptyProgress());
}

/** Forgets the person's progress on this device. */
export async function forgetProgress(guest: Guest): Promise<void> {
  forgetHere(guest);
  await guest.platform.store.update(progressKey(guest), () => undefined);
}
