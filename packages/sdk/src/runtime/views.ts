import { type JourneyView, type Scene, selectJourneys, viewWay } from "@waymark/engine";
import type { Journey, Progress } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Dated } from "./dated.ts";
import type { Guest } from "./guest.ts";
import type { Surface } from "./surface.ts";

/** What an interface draws, ours or the host's own. */
export interface Views {
  $journeys: ReadableAtom<readonly JourneyView[]>;
  $current: ReadableAtom<JourneyView | null>;
  /**
   * Draws what the open surface shows, if that is not drawn yet. Whoever opens a surface while a store is telling its
   * listeners (the host's request is heard so) comes before ours: nanostores puts what is set meanwhile at the end.
   */
  look(): void;
  stop: Stop;
}

/** "Today" becomes "overdue" without anything happening: look again now and then. */
const againMs = 60_000;

/**
 * Keeps the views in step with progress, scene and the open surface.
 *
 * @param $dated Draws records and dates too, once that is there.
 */
export function createViews(guest: Guest, $dated: ReadableAtom<Dated | null>): Views {
  const { platform, $progress, $scene, $documents, $journeys, $surface, $person, $settings, $light } = guest;
  const scope = createScope();
  const $current = platform.atom<JourneyView | null>(null);
  /** Views that still hold: with 1,000 journeys one step that settles draws one of them anew. */
  let drawn = new Map<Journey, { runs: unknown; scene: unknown; view: JourneyView }>();
  let drawnAt = 0;
  let drawnFor: Surface | null = null;
  let drawnIn = guest.locale;
  const lightOf = (journey: Journey): ReadonlySet<string> =>
    new Set(journey.steps.flatMap(({ id }) => ($light.get().has(`${journey.id}/${id}`) ? id : [])));
  const viewOf = (journey: Journey, progress: Progress, scene: Scene, now: number): JourneyView => {
    const runs = progress.journeys[journey.id];
    const known = drawn.get(journey);
    if (known && known.runs === runs && known.scene === scene) return known.view;
    const options = { locale: guest.locale, light: lightOf(journey) };
    const view = ($dated.get()?.view ?? viewWay)(journey, progress, scene, options, now);
    drawn.set(journey, { runs, scene, view });
    return view;
  };
  const draw = guest.guard("views", () => {
    const now = platform.now();
    const scene = $scene.get();
    const progress = $progress.get();
    const { locale } = guest;
    // A clock that was put back counts too.
    if (Math.abs(now - drawnAt) >= againMs || drawnIn !== locale) {
      drawn = new Map();
      drawnAt = now;
      drawnIn = locale;
    }
    const chosen = selectJourneys($documents.get(), progress, scene, $person.get().id, now);
    $journeys.set(chosen.map((journey) => viewOf(journey, progress, scene, now)));
    const surface = $surface.get();
    drawnFor = surface;
    const open = "journey" in surface ? $documents.get().find(({ id }) => id === surface.journey) : undefined;
    const subject = "journey" in surface ? surface.subject : undefined;
    // A journey that vanished while it was open leaves nothing to look at.
    if (!open && (surface.name === "panel" || surface.name === "brief")) $surface.set({ name: "closed" });
    const view = $dated.get()?.view ?? viewWay;
    $current.set(open ? view(open, progress, scene, { locale, subject, light: lightOf(open) }, now) : null);
  });
  for (const store of [$progress, $scene, $documents, $surface, $person, $settings]) scope.add(store.listen(draw));
  const drawAnew = (): void => {
    drawn = new Map();
    draw();
  };
  scope.add($light.listen(drawAnew));
  scope.add($dated.listen(drawAnew));
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
  const look = (): void => {
    if (drawnFor !== $surface.get()) draw();
  };
  return { $journeys, $current, look, stop: scope.stop };
}
