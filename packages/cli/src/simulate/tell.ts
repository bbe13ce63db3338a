import { subjectTypeOf } from "@waymark/engine";
import type { Journey, WaymarkEvent } from "@waymark/schema";
import { minuteMs, weekMs, workingMoment } from "./clock.ts";
import { barrierTold } from "./seen.ts";
import type { Deed, Walked } from "./walk.ts";

/** The event's own parts; the envelope adds the rest. */
export type Draft = Pick<WaymarkEvent, "type" | "journey" | "version" | "step" | "subject" | "props"> & { at: number };

interface Telling {
  journey: Journey;
  person: string;
}

function subjectOf({ journey, person }: Telling, walk: number): string | undefined {
  const type = subjectTypeOf(journey);
  return type === null ? undefined : `${type}:${person}-${walk}`;
}

/** What the device says with a settled attempt, and what of it only where it is so. */
function settled(deed: Deed, at: number): Pick<Draft, "type" | "props" | "at"> {
  const { attempt, how, helped, failed, activeMs, barrier } = deed;
  if (how === "skipped") return { type: "step.skipped", at, props: { attempt } };
  const facts = { ...(helped ? { helped } : {}), ...(failed > 0 ? { failed } : {}), ...(barrier ? { barrier } : {}) };
  return { type: "step.completed", at, props: { attempt, how: "condition", activeMs, ...facts } };
}

/** One attempt as the events that a page would send, in the order in which they happen. */
function tellDeed(deed: Deed, it: Telling): Draft[] {
  const { journey } = it;
  const of = { journey: journey.id, version: journey.version };
  const own = { ...of, step: journey.steps[deed.step]?.id, subject: subjectOf(it, deed.walk) };
  const { attempt, began, completed, failed, helped, rated, barrier } = deed;
  const soon = Math.min(minuteMs / 2, ((completed ?? began + minuteMs) - began) / 2);
  const drafts: Draft[] = [{ ...own, type: "step.started", at: began, props: { attempt } }];
  if (helped) drafts.push({ ...own, type: "step.helped", at: began + soon, props: { attempt, guide: "light" } });
  if (failed >= 3)
    drafts.push({ ...own, type: "step.struggled", at: began + soon, props: { attempt, sign: "repeat" } });
  if (completed !== null) drafts.push({ ...own, ...settled(deed, completed) });
  if (barrier === "not_now" && completed === null)
    drafts.push({ ...own, step: undefined, type: "journey.snoozed", at: began, props: {} });
  // With a completion the code travels in it.
  if (barrier !== null && deed.how !== "condition")
    drafts.push({ ...own, type: "step.barrier", at: workingMoment(barrierTold(deed)), props: { barrier } });
  // The question is about the step, not about a record.
  if (rated !== null && completed !== null)
    drafts.push({ ...of, step: own.step, type: "step.rated", at: completed + minuteMs / 3, props: { score: rated } });
  return drafts;
}

/** Where a walk begins and where it has come to its end. */
function tellWalks(deeds: readonly Deed[], it: Telling): Draft[] {
  const of = { journey: it.journey.id, version: it.journey.version };
  const last = it.journey.steps.length - 1;
  const begun = new Set<number>();
  const drafts: Draft[] = [];
  for (const { walk, step, began, completed } of deeds) {
    const subject = subjectOf(it, walk);
    if (!begun.has(walk)) drafts.push({ ...of, subject, type: "journey.started", at: began, props: {} });
    begun.add(walk);
    if (step === last && completed !== null)
      drafts.push({ ...of, subject, type: "journey.completed", at: completed, props: {} });
  }
  return drafts;
}

/** What the pages of one simulated person would send of a journey in so many weeks. Moments count from the first Monday. */
export function tell(walked: Walked, it: Telling, weeks: number): Draft[] {
  const { first, brief, deeds, left } = walked;
  const of = { journey: it.journey.id, version: it.journey.version };
  const drafts: Draft[] = [
    { type: "session.started", at: first, props: {} },
    { ...of, type: "journey.offered", at: first + 1000, props: {} },
    { ...of, type: "brief.shown", at: first + 20_000, props: {} },
    { ...of, type: "brief.answered", at: first + 50_000, props: { answer: brief } },
    ...tellWalks(deeds, it),
    ...deeds.flatMap((deed) => tellDeed(deed, it)),
  ];
  if (left !== null) drafts.push({ ...of, type: "journey.dismissed", at: left, props: {} });
  return drafts.filter(({ at }) => at < weeks * weekMs).sort((a, b) => a.at - b.at);
}
