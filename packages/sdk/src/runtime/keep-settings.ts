import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";
import { partition } from "./keep-progress.ts";
import { readSettings, type Settings } from "./settings.ts";

/** Under which name a person's settings lie in this device's store. */
export function settingsKey(guest: Guest): string {
  return `settings-${partition(guest)}`;
}

/** Changes settings, here at once and on the device; a key set to `undefined` is as it comes again. */
export async function changeSettings(guest: Guest, change: Settings): Promise<void> {
  const merge = (old: unknown): Settings => clean({ ...Object(old), ...change });
  guest.$settings.set(merge(readSettings(guest)));
  await guest.platform.store.update(settingsKey(guest), merge);
}

/** Loads the person's settings, and takes up what another tab has changed when the person comes back to this one. */
export async function keepSettings(guest: Guest): Promise<Stop> {
  const scope = createScope();
  const { $settings, platform } = guest;
  const load = async (): Promise<void> => {
    const found = clean(Object(await platform.store.get(settingsKey(guest))));
    if (!scope.stopped && JSON.stringify(found) !== JSON.stringify(readSettings(guest))) $settings.set(found);
  };
  listen(scope, document, "visibilitychange", () => {
    if (!document.hidden) load().catch(() => guest.fail("storage"));
  });
  await load();
  return scope.stop;
}

/** Leaves out what says nothing, so that equal settings are equal texts. */
export function clean(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
