import type { Journey } from "@waymark/schema";
import { CollectorError } from "../errors.ts";
import type { ControlDb } from "./tables.ts";

/** What somebody may go on writing, as a list shows it. */
export interface DraftFacts {
  journey: string;
  title: string;
  steps: number;
  /** There is a draft; else what is published is what one begins from. */
  draft: boolean;
  /** The newest published version, `null`: none yet. */
  version: number | null;
  updatedAt: number;
}

interface Row {
  journey: string;
  content: string;
  updatedAt: number;
}

/** The newest version of each journey, or of one. */
async function newest(db: ControlDb, project: string, journey?: string): Promise<(Row & { version: number })[]> {
  const own = db
    .selectFrom("versions as v")
    .select(["v.journey", "v.content", "v.version", "v.publishedAt as updatedAt"])
    .where("v.project", "=", project)
    .where("v.version", "=", (eb) =>
      eb
        .selectFrom("versions as w")
        .select((e) => e.fn.max("w.version").as("newest"))
        .whereRef("w.project", "=", "v.project")
        .whereRef("w.journey", "=", "v.journey"),
    );
  return (journey === undefined ? own : own.where("v.journey", "=", journey)).execute();
}

const drafts = (db: ControlDb, project: string) =>
  db.selectFrom("drafts").select(["journey", "content", "updatedAt"]).where("project", "=", project);

/** Every journey of a project that can be written on, by id: its draft, else what is published. */
export async function listDrafts(db: ControlDb, project: string): Promise<DraftFacts[]> {
  const published = new Map((await newest(db, project)).map((row) => [row.journey, row]));
  const own = new Map((await drafts(db, project).execute()).map((row) => [row.journey, row]));
  return [...new Set([...own.keys(), ...published.keys()])].sort().flatMap((journey) => {
    const row: Row | undefined = own.get(journey) ?? published.get(journey);
    if (row === undefined) return [];
    const { title, steps } = JSON.parse(row.content) as Journey;
    const version = published.get(journey)?.version ?? null;
    return [{ journey, title, steps: steps.length, draft: own.has(journey), version, updatedAt: row.updatedAt }];
  });
}

/** What somebody goes on writing: the draft, else what is published. Fails with `journey_unknown`. */
export async function draftOf(
  db: ControlDb,
  project: string,
  journey: string,
): Promise<{ journey: Journey; draft: boolean; version: number | null }> {
  const own = await drafts(db, project).where("journey", "=", journey).executeTakeFirst();
  const [published] = await newest(db, project, journey);
  const row: Row | undefined = own ?? published;
  if (row === undefined) throw new CollectorError("journey_unknown", { journey });
  const version = published?.version ?? null;
  return { journey: JSON.parse(row.content) as Journey, draft: own !== undefined, version };
}
