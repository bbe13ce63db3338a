import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Journey, parseJourney, renderProblem } from "@waymark/schema";
import { readJourneyText } from "../journey-files.ts";
import { publishJourney } from "../publish.ts";
import { fileOf, filesOf, lintBeside } from "./read.ts";
import type { Args, Confirm, Workplace } from "./workplace.ts";

/** Beside the journeys, under a name that neither lint nor publish takes for one. */
const proposalOf = ({ folder }: Workplace, id: string): string => join(folder, `${id}.proposal.json`);

/** Steps that were there and are not any more, though nobody said so. */
function lost(before: Journey | undefined, after: Journey, removed: readonly unknown[]): string[] {
  const kept = new Set(after.steps.map(({ id }) => id));
  return (before?.steps ?? []).map(({ id }) => id).filter((id) => !kept.has(id) && !removed.includes(id));
}

export async function proposeJourney(args: Args, place: Workplace): Promise<unknown> {
  const parsed = parseJourney(args.journey);
  if (!parsed.ok) throw new Error(`Nothing was written:\n${parsed.problems.map(renderProblem).join("\n")}`);
  const journey = parsed.value;
  const before = (await filesOf(place)).find((file) => file.journey?.id === journey.id)?.journey ?? undefined;
  const gone = lost(before, journey, Array.isArray(args.removed) ? args.removed : []);
  if (gone.length > 0)
    throw new Error(
      `Nothing was written: ${gone.join(", ")} would be gone, and people's progress with them. Keep these ids, or name them in removed.`,
    );
  const path = proposalOf(place, journey.id);
  await mkdir(place.folder, { recursive: true });
  await writeFile(path, `${JSON.stringify(journey, null, 2)}\n`);
  const warnings = (await lintBeside(journey, place)).map(renderProblem);
  const had = before?.steps.map(({ id }) => id) ?? [];
  const added = journey.steps.map(({ id }) => id).filter((id) => !had.includes(id));
  return { path, isNew: before === undefined, added, removed: args.removed ?? [], warnings };
}

async function readProposal(path: string): Promise<Journey> {
  const parsed = readJourneyText(await readFile(path, "utf8"));
  if (parsed.ok) return parsed.value;
  throw new Error(`${path} cannot be published:\n${parsed.problems.map(renderProblem).join("\n")}`);
}

export async function publish(args: Args, place: Workplace, confirm: Confirm): Promise<unknown> {
  const id = String(args.id);
  const { collector, authorKey: key } = place;
  if (collector === null || key === null)
    throw new Error("Nobody said where to publish: start waymark mcp with --collector URL --key ak_...");
  const proposal = proposalOf(place, id);
  const isProposed = /^[a-z0-9-]+$/.test(id) && existsSync(proposal);
  const journey = isProposed ? await readProposal(proposal) : (await fileOf(id, place)).journey;
  const what = isProposed ? "the proposal" : "the journey as it stands in its file";
  const answer = await confirm(
    `Publish "${journey.title}" (${id}, ${journey.steps.length} steps) to ${collector}? It is ${what}.`,
  );
  if (answer === null)
    throw new Error(
      "This program cannot ask a person, and nothing is published without one: run waymark publish instead.",
    );
  if (!answer) return { published: false, because: "the person said no" };
  const done = await publishJourney(journey, {
    collector,
    key,
    origin: "git",
    note: args.note === undefined ? undefined : String(args.note),
  });
  if (isProposed) {
    const files = await filesOf(place);
    const path = files.find((file) => file.journey?.id === id)?.path ?? join(place.folder, `${id}.journey.json`);
    await rename(proposal, path);
  }
  return { published: true, ...done };
}
