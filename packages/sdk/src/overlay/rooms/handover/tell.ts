import { inWords, subjectOf } from "@waymark/engine";
import type { Handoff, Party } from "@waymark/schema";
import type { Runtime } from "../../../runtime/runtime.ts";

/** `support-agent` as words, where nobody gave the role a title. */
const roleName = ({ title, role }: Party): string => {
  const words = title || role.replace(/-/g, " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

/** What colleagues call each other: the first word of a name. */
export function firstName(party: Party): string {
  return party.name?.trim().split(/\s+/)[0] || roleName(party);
}

/** "Jonas in Service", or the role alone. */
export function fullName(party: Party, { say }: Runtime): string {
  return party.name ? say("handover.who", { name: firstName(party), role: roleName(party) }) : roleName(party);
}

export { roleName };

/** The record a hand-over is about: as this page names it, else its type and id; the journey's own title for a person's way. */
export function recordName(
  { subject, journey }: Pick<Handoff, "subject" | "journey">,
  { guest, $journeys }: Runtime,
): string {
  if (subject === "") {
    return $journeys.get().find(({ id }) => id === journey)?.title ?? journey.replace(/-/g, " ");
  }
  const label = subjectOf(guest.$scene.get(), subject)?.subject.label;
  const drawn = $journeys
    .get()
    .flatMap(({ records }) => records)
    .find((record) => record.subject === subject);
  const [type = "", ...id] = subject.split(":");
  const plain = `${type.charAt(0).toLocaleUpperCase()}${type.slice(1)} ${id.join(":")}`;
  return label ?? (drawn && drawn.label !== id.join(":") ? drawn.label : plain);
}

/** "since 2 days", "usually 1 day". */
export function lasting(key: "handover.since" | "handover.usual", ms: number, { say }: Runtime): string {
  const { unit, n } = inWords(ms);
  return say.plural(`${key}.${unit}`, n);
}

const dayMs = 86_400_000;

/** "today, 9:12", "yesterday, 16:40", "Mon 16 Nov, 9:12". */
export function moment(at: number, runtime: Runtime): string {
  const { locale } = runtime.$look.get();
  const start = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((start(at) - start(runtime.guest.platform.now())) / dayMs);
  const day =
    days === 0 || days === -1
      ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day")
      : new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" }).format(at);
  return `${day}, ${new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at)}`;
}
