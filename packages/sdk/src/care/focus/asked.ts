import { attempt } from "../../ports/attempt.ts";
import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";
import type { Asked } from "./needed.ts";

/** The step the person was led to last, in this tab, over reloads: its fields come before those of other steps. */
export interface LastAsked {
  get(): Asked | null;
  stop: Stop;
}

export function createLastAsked(guest: Guest): LastAsked {
  const { platform, session, $wanted } = guest;
  const key = `waymark-focus-${partition(guest)}`;
  let last = attempt(() => JSON.parse(platform.tab.get(key) ?? "null") as Asked | null);
  const keep = (wanted: Asked | null | undefined): void => {
    if (!wanted) return;
    const { journey, step, subject } = wanted;
    last = { journey, step, subject };
    platform.tab.set(key, JSON.stringify(last));
  };
  // Somebody may have looked at the way before this was here.
  keep(session.shown);
  const stop = $wanted.subscribe(keep);
  return {
    get: () => last,
    stop,
  };
}
