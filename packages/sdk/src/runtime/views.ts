import { type JourneyView, selectJourneys, viewJourney } from "@waymark/engine";
import { atom, type ReadableAtom } from "nanostores";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";

/** What an interface draws, ours or the host's own. */
export interface Views {
  $journeys: ReadableAtom<readonly JourneyView[]>;
  $current: ReadableAtom<JourneyView | null>;
  stop: Stop;
}

/** "Today" becomes "overdue" without anything happening: look again now and then. */
const againMs = 60_000;

/** Keeps the views in step with progress, scene and the open surface. */
export function createViews(guest: Guest): Views {
  const { platform, $progress, $scene, $documents, $journeys, $surface, $person } = guest;
  const scope = createScope();
  const $current = atom<JourneyView | null>(null);
  const draw = guest.guard("views", () => {
    const now = platform.now();
    const scene = $scene.get();
    const progress = $progress.get();
    const { locale } = guest;
    const chosen = selectJourneys($documents.get(), progress, scene, $person.get().id, now);
    $journeys.set(chosen.map((journey) => viewJourney(journey, progress, scene, { locale }, now)));
    const surface = $surface.get();
    const open = "journey" in surface ? $documents.get().find(({ id }) => id === surface.journey) : undefined;
    const subject = "journey" in surface ? surface.subject : undefined;
    $current.set(open ? viewJourney(open, progress, scene, { locale, subject }, now) : null);
  });
  for (const store of [$progress, $scene, $documents, $surface, $person]) scope.add(store.listen(draw));
  let timer: Stop | undefined;
  const again = (): void => {
    timer = platform.after(againMs, () => {
      draw();
      again();
    });
  };
  again();
  scope.add(() => timer?.());
  draw();
  return { $journeys, $current, stop: scope.stop };
}
