import { type JourneyView, stepState } from "@waymark/engine";
import type { Step } from "@waymark/schema";
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

/** The attempt that a step of a run is in. */
export function attemptAt(guest: Guest, journey: string, subject: string, step: string): AttemptHere {
  const run = guest.$progress.get().journeys[journey]?.[subject];
  return { journey, subject, step, attempt: stepState(run, step).attempt };
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
  const views = guest.$journeys.get();
  const last = views.find(({ id, subject }) => id === touched?.journey && (subject ?? "") === touched.subject);
  const view = [last, ...views].find((each) => each && each.here !== null && (each === last || isHere(guest, each)));
  const station = view?.here == null ? undefined : view.stations[view.here];
  return view && station ? attemptAt(guest, view.id, view.subject ?? "", station.id) : null;
}
