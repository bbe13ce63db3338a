import { type JourneyView, planOf } from "@waymark/engine";
import type { Runtime } from "../../runtime/runtime.ts";
import type { PlannedEvent } from "./calendar.ts";

/** How long a plan takes in a calendar where the author gave no minutes. */
const usualMinutes = 15;

/** The plans of a journey that still lie ahead. Without `subject` those of all its records. */
export function plannedEvents({ guest, say }: Runtime, journey: JourneyView, subject?: string): PlannedEvent[] {
  const runs = guest.$progress.get().journeys[journey.id] ?? {};
  const now = guest.platform.now();
  return journey.records.flatMap((record) => {
    const station = record.at === null ? undefined : journey.stations[record.at];
    if (!station || (subject !== undefined && record.subject !== subject)) return [];
    const plan = planOf(runs[record.subject], station.id);
    if (!plan || plan.due < now) return [];
    return {
      uid: `${journey.id}/${record.subject}/${station.id}@waymark`,
      title: say("strip.event", { record: record.label, step: record.here ?? station.title }),
      text: `${journey.title}. ${station.say ?? ""}`,
      start: plan.due,
      minutes: station.minutes ?? usualMinutes,
    };
  });
}

/** Offers the plans as a file of the person's own; nothing is sent anywhere. */
export function saveCalendar({ guest }: Runtime, events: readonly PlannedEvent[]): void {
  import("./calendar.ts").then(
    ({ calendarFile }) => {
      const file = new Blob([calendarFile(events, guest.platform.now())], { type: "text/calendar" });
      // Not in the document: the host's listeners hear no click.
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = "plan.ics";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
    () => guest.fail("chunk"),
  );
}
