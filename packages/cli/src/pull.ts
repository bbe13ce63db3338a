import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Journey } from "@waymark/schema";
import { callCollector } from "./call-collector.ts";
import type { JourneyFile } from "./journey-files.ts";

/** Where drafts lie, and where they are to be. */
export interface PullOptions {
  collector: string;
  key: string;
  /** The folder of journeys that have no file yet. */
  folder: string;
  /** Write over a file with changes that were never published. */
  force: boolean;
}

/** What came of one journey. */
export interface Pulled {
  id: string;
  path: string;
  /** `kept`: the file has changes of its own that were never published. */
  outcome: "written" | "same" | "kept";
}

type Kept = { draft: Journey | null; published: { version: number; journey: Journey } | null; detail?: string };

/** What a journey says, whoever assigned its number or added a line for editors. */
function saying({ $schema: _, version: __, ...rest }: Journey): object {
  return rest;
}

const alike = (a: Journey | null | undefined, b: Journey | null | undefined): boolean =>
  a != null && b != null && isDeepStrictEqual(saying(a), saying(b));

/**
 * Brings the collector's draft of one journey into its file, where git shows what changed. A file that says something which
 * neither was published nor is the draft is left alone.
 *
 * @throws An Error with the collector's sentence.
 */
export async function pullJourney(id: string, file: JourneyFile | undefined, options: PullOptions): Promise<Pulled> {
  const asked = await callCollector<Kept>(options, "GET", `/v1/journeys/${encodeURIComponent(id)}/draft`, undefined);
  if (!asked.ok) throw new Error(asked.body.detail ?? `The collector answered ${asked.status}.`);
  const { draft, published } = asked.body;
  const path = file?.path ?? join(options.folder, `${id}.journey.json`);
  const newest = draft ?? published?.journey;
  const own = file?.journey;
  if (!newest || alike(own, newest)) return { id, path, outcome: "same" };
  // What is on the collector is no news to a file that went on since.
  if (own && alike(newest, published?.journey) && !options.force) return { id, path, outcome: "same" };
  if (file && !alike(own, published?.journey) && !options.force) return { id, path, outcome: "kept" };
  const $schema = own?.$schema ?? newest.$schema ?? "./node_modules/@waymark/schema/journey.schema.json";
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ $schema, ...saying(newest) }, null, 2)}\n`);
  return { id, path, outcome: "written" };
}
