import { type Journey, lintDocument, lintRules, type Problem, renderProblem } from "@waymark/schema";
import { type JourneyFile, readJourneyFolder } from "../journey-files.ts";
import type { Args, Workplace } from "./workplace.ts";

/** All files of the project. */
export const filesOf = ({ folder }: Workplace): Promise<JourneyFile[]> => readJourneyFolder(folder);

/** A file by the id of its journey. Fails with those that there are. */
export async function fileOf(id: string, place: Workplace): Promise<JourneyFile & { journey: Journey }> {
  const files = await filesOf(place);
  const found = files.find(({ journey }) => journey?.id === id);
  if (found?.journey) return { ...found, journey: found.journey };
  const ids = files.flatMap(({ journey }) => journey?.id ?? []).join(", ") || "none yet";
  throw new Error(`There is no journey ${id} in ${place.folder}: there are ${ids}.`);
}

const told = (problems: readonly Problem[]) =>
  problems.map((problem) => {
    const rule = Object.hasOwn(lintRules, problem.code) ? lintRules[problem.code as keyof typeof lintRules] : undefined;
    return { ...problem, says: renderProblem(problem), ...(rule ? { why: rule.why, fix: rule.fix } : {}) };
  });

export async function listJourneys(place: Workplace): Promise<unknown> {
  return (await filesOf(place)).map(({ path, journey, problems }) => {
    const { id, title, roles = [], steps = [] } = journey ?? {};
    return { path, id, title, roles, steps: steps.map((step) => step.id), problems: problems.length };
  });
}

export async function readJourney(args: Args, place: Workplace): Promise<unknown> {
  const { path, journey, problems } = await fileOf(String(args.id), place);
  return { path, journey, problems: told(problems) };
}

/** What lint says of a document beside the others of the project. */
export async function lintBeside(document: unknown, place: Workplace): Promise<Problem[]> {
  const own = (Object(document) as { id?: unknown }).id;
  const others = (await filesOf(place)).flatMap(({ journey }) => (journey && journey.id !== own ? [journey] : []));
  return lintDocument(document, { journeys: others });
}

export async function validateJourney(args: Args, place: Workplace): Promise<unknown> {
  const problems = await lintBeside(args.journey, place);
  return { valid: problems.every(({ severity }) => severity !== "error"), problems: told(problems) };
}
