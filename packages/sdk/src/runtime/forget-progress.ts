import { emptyProgress } from "@waymark/engine";
import type { Guest } from "./guest.ts";
import { progressKey } from "./keep-progress.ts";

/** Forgets the person's progress on this device. */
export async function forgetProgress(guest: Guest): Promise<void> {
  guest.unsent.clear();
  guest.$progress.set(emptyProgress());
  await guest.platform.store.update(progressKey(guest), () => undefined);
}
