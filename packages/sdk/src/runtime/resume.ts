import { stepState } from "@waymark/engine";
import type { ReadableAtom } from "nanostores";
import { attempt } from "../ports/attempt.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";
import { partition } from "./keep-progress.ts";
import type { GuideView } from "./runtime.ts";
import type { Surface } from "./surface.ts";

/** What stands open in this tab. */
interface Standing {
  surface: Surface;
  guide: { journey: string; step: string; subject: string | null; at: number } | null;
}

/** Only a journey's panel and brief are taken up again: rooms are opened for a moment. */
const isWay = (surface: Surface): surface is Extract<Surface, { name: "panel" | "brief" }> =>
  surface.name === "panel" || surface.name === "brief";

/**
 * Goes on where the person was when the page is loaded anew, as apps of many pages do with every link: the panel or brief
 * that was open, and the guide at the same stop. Remembered for this tab only, and not once the person closed it.
 */
export function resume(guest: Guest, $guide: ReadableAtom<GuideView | null>): Stop {
  const { platform, $surface, $documents, $progress, $wanted } = guest;
  const scope = createScope();
  const key = `waymark-open-${partition(guest)}`;
  let left = attempt(() => JSON.parse(platform.tab.get(key) ?? "null") as Standing | null);

  const isThere = (journey: string): boolean => $documents.get().some(({ id }) => id === journey);
  const take = guest.guard("resume", () => {
    if (!left) return;
    const { surface, guide } = left;
    if (guide && !isThere(guide.journey)) return;
    if (isWay(surface) && !isThere(surface.journey)) return;
    left = null;
    // What the host has asked for on this page comes first.
    if ($surface.get().name !== "closed" || $wanted.get()) return;
    $surface.set(surface);
    const run = guide ? $progress.get().journeys[guide.journey]?.[guide.subject ?? ""] : undefined;
    if (guide && stepState(run, guide.step).completed === null) $wanted.set(guide);
  });
  const keep = (): void => {
    const open = $surface.get();
    const guide = $guide.get();
    // Whoever opens something before the journeys are there has gone on already.
    if (left && open.name === "closed" && !guide) return;
    left = null;
    const surface: Surface = isWay(open) ? open : { name: "closed" };
    const { journey, step, subject, index: at } = guide ?? {};
    const standing = { surface, guide: guide && { journey, step, subject, at } };
    platform.tab.set(key, JSON.stringify(standing));
  };
  scope.add($documents.subscribe(take));
  scope.add($surface.listen(keep));
  scope.add($guide.listen(keep));
  return scope.stop;
}
