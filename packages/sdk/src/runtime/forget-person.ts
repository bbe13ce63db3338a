import { workKey } from "../care/ledger-key.ts";
import { attempt } from "../ports/attempt.ts";
import { lossesKey } from "../telemetry/losses.ts";
import { forgetHere, forgetProgress } from "./forget-progress.ts";
import type { Guest } from "./guest.ts";
import { partition, progressKey } from "./keep-progress.ts";
import { clean, settingsKey } from "./keep-settings.ts";
import { forgetLate } from "./late.ts";
import { deviceKey } from "./session.ts";
import { readSettings } from "./settings.ts";

/** Forgets what the person set. An objection to sending is no trace to be wiped away: it goes on. */
async function forgetSettings(guest: Guest): Promise<void> {
  const left = clean({ sending: readSettings(guest).sending });
  guest.$settings.set(left);
  await guest.platform.store.update(settingsKey(guest), () => left);
}

/** Forgets all of the person on this device: progress, what was not sent, the visit, and a random id of the device. */
export async function forgetPerson(guest: Guest): Promise<void> {
  const { platform, session } = guest;
  const owner = partition(guest);
  session.forget();
  forgetLate(owner);
  forgetLate(progressKey(guest));
  attempt(() => {
    if (localStorage.getItem(deviceKey) === guest.$person.get().id) localStorage.removeItem(deviceKey);
  });
  platform.tab.set(workKey(guest), "");
  forgetHere(guest);
  // Written in this very moment, it goes too; and no round of sending begins with what is still on the disk.
  await null;
  const emptied = platform.disk("queue", "readwrite", (objects) => {
    objects.delete(IDBKeyRange.bound([owner], [owner, []]));
  });
  // Awaited below; a disk that refuses this one may still forget the rest.
  emptied.catch(() => undefined);
  await forgetProgress(guest);
  await forgetSettings(guest);
  // Whatever rooms keep of this person on the device goes with them: its key ends with the person's partition.
  // Only the era stays: by it tabs that slept meanwhile learn that the person was forgotten.
  const kept = await platform.disk<IDBValidKey[]>("kv", "readonly", (objects) => objects.getAllKeys()).catch(() => []);
  const theirs = kept.map(String).filter((key) => key.endsWith(`-${owner}`) && !key.startsWith("era-"));
  for (const key of new Set([lossesKey(owner), ...theirs])) await platform.store.update(key, () => undefined);
  await emptied;
}
