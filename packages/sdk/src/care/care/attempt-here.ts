import { fillTemplate, hereOf, type JourneyView, matchPage, stepState } from "@waymark/engine";
import type { Run, Step } from "@waymark/schema";
import type { Guest } from "../../runtime/guest.ts";

/** The attempt at a step that the page's facts belong to. */
export interface AttemptHere {
  journey: string;
  subject: string;
  step: string;
  attempt: number;
}

export const keyOf = ({ journey, subject, step, attempt }: AttemptHere): string =>
  `${journey}/${subject}/${step}/${attempt}`;

/** The step's document. */
export function stepOf(guest: Guest, { journey, step }: Pick<AttemptHere, "journey" | "step">): Step | undefined {
  const document = guest.$documents.get().find(({ id }) => id === journey);
  return document?.steps.find(({ id }) => id === step);
}

function runOf(guest: Guest, journey: string, subject: string): Run | undefined {
  return guest.$progress.get().journeys[journey]?.[subject];
}

/** The attempt that a step of a run is in. */
export function attemptAt(guest: Guest, journey: string, subject: string, step: string): AttemptHere {
  return { journey, subject, step, attempt: stepState(runOf(guest, journey, subject), step).attempt };
}

/** Work on a journey is under way where the person was sent, or where its record's page is open. */
function isHere(guest: Guest, view: JourneyView): boolean {
  const station = view.here === null ? undefined : view.stations[view.here];
  if (!station) return false;
  const { page } = guest.$scene.get();
  return view.per !== null ? view.subject !== null : station.open !== null && station.open === page;
}

/**
 * Which attempt the person is at: the guide's step, else the way touched last, else the first way whose page or record is
 * open. `null`: none that anybody could name.
 */
export function attemptHere(guest: Guest, touched: { journey: string; subject: string } | null): AttemptHere | null {
  const wanted = guest.$wanted.get();
  if (wanted) return attemptAt(guest, wanted.journey, wanted.subject ?? "", wanted.step);
  const document = guest.$documents.get().find(({ id }) => id === touched?.journey);
  const index = document && touched ? hereOf(document, runOf(guest, touched.journey, touched.subject)) : null;
  const step = index === null ? undefined : document?.steps[index];
  if (touched && step) return attemptAt(guest, touched.journey, touched.subject, step.id);
  const view = guest.$journeys.get().find((each) => isHere(guest, each));
  const station = view?.stations[view.here ?? -1];
  return view && station ? attemptAt(guest, view.id, view.subject ?? "", station.id) : null;
}

/**
 * Whether the page that is open is one the step is done on: its record's, or that of its link. What is done elsewhere is
 * other work. A step that names neither may be done anywhere.
 */
export function isAtWork(guest: Guest, at: AttemptHere): boolean {
  const scene = guest.$scene.get();
  const [type = "", id] = at.subject.split(":");
  if (id !== undefined && scene.current[type] === id) return true;
  const open = stepOf(guest, at)?.do?.open;
  if (open === undefined) return id === undefined;
  return matchPage(open, scene.page ?? "", (text) => fillTemplate(text, scene, at.subject)) !== null;
}
