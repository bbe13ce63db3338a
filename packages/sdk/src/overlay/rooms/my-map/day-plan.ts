import {
  command,
  type JourneyView,
  type PlanChoice,
  planChoices,
  planOf,
  type RecordView,
  type StationView,
  slotToday,
  type Taken,
} from "@waymark/engine";
import { momentWords } from "../../../care/records/plan-words.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** How long a step takes in a day where its author gave no minutes. */
const usualMinutes = 15;

/** A record that may be given a time: it asks for the person today, or has nothing planned. */
export interface Item {
  journey: JourneyView;
  record: RecordView;
  station: StationView;
}

/** Names an item for as long as the day is being planned. */
export const keyOf = ({ journey, record }: Item): string => `${journey.id} ${record.subject}`;

/** All records with a step to do, of all journeys: what asks first comes first. */
export function itemsOf(journeys: readonly JourneyView[]): Item[] {
  return journeys.flatMap((journey) =>
    journey.records.flatMap((record) => {
      const station = record.at === null ? undefined : journey.stations[record.at];
      return station ? [{ journey, record, station }] : [];
    }),
  );
}

const lengthOf = ({ station }: Item): number => station.minutes ?? usualMinutes;

/** When the person means to do it, Unix ms; `null`: no plan of theirs. */
export function planAt({ journey, record, station }: Item, { guest }: Runtime): number | null {
  return planOf(guest.$progress.get().journeys[journey.id]?.[record.subject], station.id)?.due ?? null;
}

/** When it is to be done, Unix ms: by the person's plan, else by the hour the app names; `null` where there is none. */
export function timeOf(item: Item, runtime: Runtime): number | null {
  return planAt(item, runtime) ?? item.record.due?.time ?? null;
}

/** A stretch of time and whose it is. */
export interface Held extends Taken {
  key: string;
}

/** What the person's time holds already. */
export function heldBy(items: readonly Item[], runtime: Runtime): Held[] {
  return items.flatMap((item) => {
    const start = timeOf(item, runtime);
    return start === null ? [] : [{ key: keyOf(item), start, minutes: lengthOf(item) }];
  });
}

/** The first free time today for an item, whatever time it has now; `null` where the day is full. */
export function freeToday(held: readonly Held[], item: Item, runtime: Runtime): number | null {
  const others = held.filter(({ key }) => key !== keyOf(item));
  return slotToday(runtime.guest.platform.now(), others, lengthOf(item));
}

/** The quick answers for an item: today at the first free time, tomorrow, next week. */
export function choicesFor(held: readonly Held[], item: Item, runtime: Runtime): PlanChoice[] {
  const today = freeToday(held, item, runtime);
  return [
    ...(today === null ? [] : [{ key: "today" as const, due: today }]),
    ...planChoices(runtime.guest.platform.now()).filter(({ key }) => key !== "today"),
  ];
}

/** Whether two moments are on the same local day. */
export const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** Keeps when an item is to be done; `null` takes the plan back. */
export function putPlan({ journey, record, station }: Item, due: number | null, runtime: Runtime): void {
  const { guest } = runtime;
  guest.run(command, { kind: "plan", subject: record.subject, step: station.id, due }, journey.id);
}

/** Lays items one after another into what is left of today, until the day is full. */
export function layOut(held: readonly Held[], wanted: readonly Item[], runtime: Runtime): void {
  const now = runtime.guest.platform.now();
  const taken: Taken[] = [...held];
  for (const item of wanted) {
    const due = slotToday(now, taken, lengthOf(item));
    if (due === null) continue;
    taken.push({ start: due, minutes: lengthOf(item) });
    putPlan(item, due, runtime);
  }
}

/** The hour of a moment, as the person's language writes it. */
export function hourWords(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** A plan of the person in a few words: the hour today, else day and hour. */
export function planLine(at: number, { say, $look, guest }: Runtime): string {
  const { locale } = $look.get();
  const now = guest.platform.now();
  return sameDay(at, now) ? `${say("due.today")}, ${hourWords(at, locale)}` : momentWords(at, locale, now);
}
