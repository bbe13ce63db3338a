import { stepState } from "@waymark/engine";
import type { Target } from "@waymark/schema";
import type { Guest } from "../../runtime/guest.ts";

/** A step that names the fields it needs. */
export interface Need {
  journey: string;
  step: string;
  subject: string | undefined;
  fields: readonly Target[];
}

/** Steps of so many journeys at most are looked for on a page. */
const mostSteps = 5;

/** A step the person asked to be shown, in this tab. */
export interface Asked {
  journey: string;
  step: string;
  subject: string | null;
}

/** The steps to do now that name fields: first the one the person asked to be shown, until it is settled. */
export function neededHere(guest: Guest, wanted: Asked | null): Need[] {
  const documents = guest.$documents.get();
  const of = (journey: string, step: string, subject: string | null | undefined): Need[] => {
    const found = documents.find(({ id }) => id === journey)?.steps.find(({ id }) => id === step);
    const fields = found?.do?.focus;
    return fields ? [{ journey, step, subject: subject ?? undefined, fields }] : [];
  };
  const run = wanted ? guest.$progress.get().journeys[wanted.journey]?.[wanted.subject ?? ""] : undefined;
  const open = wanted !== null && stepState(run, wanted.step).completed === null;
  const asked = open ? of(wanted.journey, wanted.step, wanted.subject) : [];
  const here = guest.$journeys.get().flatMap(({ id, here: at, stations, subject }) => {
    const station = at === null ? undefined : stations[at];
    return station ? of(id, station.id, subject) : [];
  });
  const all = [...asked, ...here];
  const first = (need: Need, index: number): boolean =>
    all.findIndex(({ journey, step }) => journey === need.journey && step === need.step) === index;
  return all.filter(first).slice(0, mostSteps);
}
