import { dayOf } from "@waymark/engine";
import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";
import type { Runtime } from "../../runtime/runtime.ts";

/** After the page has come to rest: records may be declared late. */
const restMs = 10_000;

/**
 * Tells once a day and journey how many of the open records have a date for their next step (M16). Counts only: no record
 * is named.
 */
export function reportCover(guest: Guest, runtime: Runtime): Stop {
  const { platform } = guest;
  const key = `cover-${partition(guest)}`;
  return platform.after(restMs, () => {
    const today = dayOf(platform.now());
    const journeys = runtime.$journeys.get().filter(({ per, records }) => per !== null && records.length > 0);
    const due: typeof journeys = [];
    const note = (old: unknown): Record<string, string> => {
      const told = { ...(old as Record<string, string> | undefined) };
      due.splice(0, due.length, ...journeys.filter(({ id }) => told[id] !== today));
      for (const { id } of due) told[id] = today;
      return told;
    };
    platform.store.update(key, note).then(
      () => {
        for (const { id, records } of due) {
          const open = records.filter(({ standing }) => standing !== null);
          const planned = open.filter(({ standing }) => standing !== "nothing").length;
          guest.report({ type: "plan.cover", journey: id, props: { open: open.length, planned } });
        }
      },
      () => guest.fail("storage"),
    );
  });
}
