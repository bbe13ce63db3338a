import { globSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Journey,
  type LintContext,
  lintJourney,
  type Parsed,
  type Problem,
  parseJourney,
  renderProblem,
} from "@waymark/schema";
import { Failure } from "./failure.ts";

/** A journey file as read: its document, or what is wrong with it. */
export interface JourneyFile {
  path: string;
  journey: Journey | null;
  problems: Problem[];
}

/** Larger files are something else by mistake: the longest journey that the schema admits is far below. */
const largest = 1_000_000;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The files that are meant: those named, those in the folders named, or those in `journeys/` where none is. */
export async function findJourneyFiles(named: readonly string[]): Promise<string[]> {
  const paths = named.length > 0 ? named : isFolder("journeys") ? ["journeys"] : [];
  const found = paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const inside = globSync("**/*.journey.json", { cwd: path, exclude: (name) => name === "node_modules" });
    return inside.sort().map((each) => join(path, each));
  });
  if (found.length > 0) return found;
  const where = paths.length > 0 ? `There is no *.journey.json in ${paths.join(", ")}` : "No journey file is named";
  throw new Failure("files_missing", `${where}.`);
}

function unread(code: string, expected: string, received: string): Parsed<Journey> {
  return { ok: false, problems: [{ code, path: "$", expected, received, severity: "error" }] };
}

/** Reads a journey's text; half-written and half-merged files are told apart from those that were never a journey. */
export function readJourneyText(text: string): Parsed<Journey> {
  if (/^(<{7}|={7}|>{7})( |$)/m.test(text))
    return unread("merge_conflict", "the file once the merge conflict in it is resolved", "it holds conflict markers");
  if (text.length > largest)
    return unread("not_json", "a journey of less than 1 MB", `it has ${text.length} characters`);
  try {
    return parseJourney(JSON.parse(text));
  } catch (error) {
    return unread("not_json", "a journey as JSON", error instanceof Error ? error.message : String(error));
  }
}

async function parseFile(path: string): Promise<Parsed<Journey>> {
  try {
    return readJourneyText(await readFile(path, "utf8"));
  } catch (error) {
    return unread("not_json", "a journey as JSON", error instanceof Error ? error.message : String(error));
  }
}

function twice(path: string, id: string, other: string): JourneyFile {
  const received = `${JSON.stringify(id)}, as in ${other}`;
  const problem: Problem = {
    code: "id_twice",
    path: "$.id",
    expected: "an id of its own",
    received,
    severity: "error",
  };
  return { path, journey: null, problems: [problem] };
}

/**
 * Reads and checks journey files. A file that cannot be read is a problem of that file, not of the others.
 *
 * @param context What lint should know beside the files; where there are several, hand-overs are held against them.
 */
export async function readJourneyFiles(paths: readonly string[], context: LintContext = {}): Promise<JourneyFile[]> {
  const read = await Promise.all(paths.map(async (path) => ({ path, parsed: await parseFile(path) })));
  const first = new Map<string, string>();
  for (const { path, parsed } of read) if (parsed.ok && !first.has(parsed.value.id)) first.set(parsed.value.id, path);
  const journeys = read.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
  const known = journeys.length > 1 ? { journeys, ...context } : context;
  return read.map(({ path, parsed }) => {
    if (!parsed.ok) return { path, journey: null, problems: parsed.problems };
    const other = first.get(parsed.value.id) ?? path;
    if (other !== path) return twice(path, parsed.value.id, other);
    return { path, journey: parsed.value, problems: lintJourney(parsed.value, known) };
  });
}

/** All journeys of a folder; none is no mistake where the first one is yet to be written. */
export async function readJourneyFolder(folder: string): Promise<JourneyFile[]> {
  if (!isFolder(folder)) return [];
  try {
    return await readJourneyFiles(await findJourneyFiles([folder]));
  } catch (error) {
    if (error instanceof Failure && error.code === "files_missing") return [];
    throw error;
  }
}

/** One line for each problem: `file: error: $.steps[0].title is missing: add a text.` */
export function renderFile({ path, problems }: JourneyFile): string[] {
  return problems.map((problem) => `${path}: ${problem.severity}: ${renderProblem(problem)}`);
}
