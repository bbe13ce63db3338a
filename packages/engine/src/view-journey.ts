import type { Journey, Progress } from "@waymark/schema";
import type { Scene } from "./fact.ts";
import { dueFirst } from "./plan.ts";
import type { JourneyView } from "./view.ts";
import { type RecordMemo, viewRecords } from "./view-records.ts";
import { dueOf, type ViewOptions, viewWay } from "./view-way.ts";

/**
 * A journey as one person meets it: pure data for the map, the card and a headless interface.
 *
 * @param options `subject` is the wire form of the record to look at, `null` none; left out, the one whose page is open.
 *   `locale` is a BCP 47 tag. `light` names the steps at which this person needs a word only; the others are told in full.
 * @param memo Of this journey and locale, kept by the caller: what has not changed is not drawn anew.
 */
export function viewJourney(
  source: Journey,
  progress: Progress,
  scene: Scene,
  options: ViewOptions,
  now: number,
  memo?: RecordMemo,
): JourneyView {
  return viewWay(source, progress, scene, options, now, {
    dueFirst,
    records: (journey, runs, at, moment) => viewRecords(journey, runs, at, moment, dueOf, memo),
  });
}
