import type { JourneyView } from "@waymark/engine";
import type { Runtime } from "../../runtime/runtime.ts";

const dayMs = 86_400_000;

/**
 * How long a record has been in its step: "Here for 2 days, longer than usual". A day is the least worth a word; "longer
 * than usual" compares it with the person's own finished records (M15), where there are enough of them.
 *
 * @returns `null` where there is nothing to say.
 */
export function ageWords({ records, subject, here }: JourneyView, { say, guest }: Runtime): string | null {
  if (subject === null || here === null) return null;
  const record = records.find((each) => each.subject === subject);
  const days = record?.since == null ? 0 : Math.floor((guest.platform.now() - record.since) / dayMs);
  if (!record || days < 1) return null;
  const age = say.plural("strip.age", days);
  return record.age?.age === "stale" ? `${age}, ${say("strip.age.stale")}` : age;
}
