import { isHidden, type JourneyView } from "@waymark/engine";
import type { Runtime } from "../runtime/runtime.ts";

/** What the launcher shows: news, what is left on the first way, or only its mark. */
export type LauncherFace =
  | { kind: "brief" }
  | { kind: "left"; left: number; done: number; total: number; journey: JourneyView }
  | { kind: "mark" };

/** A brief counts as unread until it was answered in any way, "later" included; the library's ask nothing. */
export function isUnread(journey: JourneyView): boolean {
  return journey.brief !== null && !journey.library && journey.briefAnswer === null;
}

/** Decides the launcher's face. Only the first journey speaks up: one brief at a time. */
export function launcherFace(journeys: readonly JourneyView[]): LauncherFace {
  if (journeys[0] && isUnread(journeys[0])) return { kind: "brief" };
  const open = journeys.find((journey) => isOneWay(journey) && journey.done < journey.total);
  if (open === undefined) return { kind: "mark" };
  return { kind: "left", left: open.total - open.done, done: open.done, total: open.total, journey: open };
}

/** The journeys that the person has not hidden. */
export function inSight({ guest, $journeys }: Runtime): JourneyView[] {
  const { journeys } = guest.$progress.get();
  return $journeys.get().filter(({ id }) => !isHidden(journeys[id]?.[""], guest.platform.now()));
}

/** Whether the view is one person's or one record's way, and not a list of records. */
export function isOneWay(journey: JourneyView): boolean {
  return journey.per === null || journey.subject !== null;
}
