import type { JourneyView, Scene, ViewOptions } from "@waymark/engine";
import type { Journey, Progress } from "@waymark/schema";
import type { Filling } from "./runtime.ts";

/** What draws records and dates, for those whose journeys have some. */
export interface Dated {
  /** Draws one journey for the person. */
  view(journey: Journey, progress: Progress, scene: Scene, options: ViewOptions, now: number): JourneyView;
  filling: Filling;
}

/** Whether a journey has records, or a step that is due some day. */
export function isDated({ per, steps }: Journey): boolean {
  return per !== undefined || steps.some(({ due }) => due);
}
