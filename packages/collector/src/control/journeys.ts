import { emptyScene, matchRoles } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import type { Trial, VersionSteps } from "../blocks/gap-cells.ts";
import { CollectorError } from "../errors.ts";
import { canonicalJson, shortHash } from "../events/stored-event.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** One published state of a journey. */
export interface JourneyVersion {
  version: number;
  publishedAt: number;
  publishedBy: string;
  note: string | null;
}

const asVersion = (content: string, version: number): Journey => ({ ...(JSON.parse(content) as Journey), version });

const contentHash = (content: string): string => shortHash(canonicalJson(JSON.parse(content)));

/**
 * Keeps a draft. The file's own `version`, and the marks of an answer, are dropped: they are the collector's to assign.
 *
 * @returns its hash: whoever publishes by it publishes this one and no other.
 */
export async function putDraft(db: ControlDb, project: string, journey: Journey, now: number): Promise<string> {
  const { version: _, index: _i, body: _b, ...content } = journey;
  const row = { project, journey: journey.id, content: JSON.stringify(content), updatedAt: now };
  await db
    .insertInto("drafts")
    .values(row)
    .onConflict((c) => c.columns(["project", "journey"]).doUpdateSet({ content: row.content, updatedAt: now }))
    .execute();
  return contentHash(row.content);
}

/** The latest first. */
export async function listVersions(db: ControlDb, project: string, journey: string): Promise<JourneyVersion[]> {
  return db
    .selectFrom("versions")
    .select(["version", "publishedAt", "publishedBy", "note"])
    .where("project", "=", project)
    .where("journey", "=", journey)
    .orderBy("version", "desc")
    .execute();
}

/** A published version or the draft, as it was written. Fails with `version_unknown` or `journey_unknown`. */
export async function journeyAt(
  db: ControlDb,
  project: string,
  journey: string,
  version: number | "draft",
): Promise<Journey> {
  const own = (table: "drafts" | "versions") =>
    db.selectFrom(table).select("content").where("project", "=", project).where("journey", "=", journey);
  const row =
    version === "draft"
      ? await own("drafts").executeTakeFirst()
      : await own("versions").where("version", "=", version).executeTakeFirst();
  if (row !== undefined) return JSON.parse(row.content) as Journey;
  if (version === "draft") throw new CollectorError("journey_unknown", { journey });
  throw new CollectorError("version_unknown", { journey, version });
}

/** Whether there is a draft. */
export async function hasDraft(db: ControlDb, project: string, journey: string): Promise<boolean> {
  const row = await db
    .selectFrom("drafts")
    .select("updatedAt")
    .where("project", "=", project)
    .where("journey", "=", journey)
    .executeTakeFirst();
  return row !== undefined;
}

interface Publishing {
  project: string;
  journey: string;
  content: string;
  note: string | null;
  by: string;
  now: number;
}

/** Content that is published already keeps its version when it is the newest; older content becomes the newest again. */
async function publishContent(db: ControlDb, it: Publishing): Promise<number> {
  const hash = contentHash(it.content);
  return transact(db, async (tx) => {
    const newest = await tx
      .selectFrom("versions")
      .select(["version", "hash"])
      .where("project", "=", it.project)
      .where("journey", "=", it.journey)
      .orderBy("version", "desc")
      .executeTakeFirst();
    if (newest?.hash === hash) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    const { project, journey, content, note, by: publishedBy, now: publishedAt } = it;
    await tx
      .insertInto("versions")
      .values({ project, journey, version, content, hash, note, publishedBy, publishedAt })
      .execute();
    return version;
  });
}

/** Publishes the draft and gives its version. Fails with `journey_unknown`, or with `draft_changed` where it is not that of the hash. */
export async function publishDraft(
  db: ControlDb,
  { hash, ...it }: Omit<Publishing, "content"> & { hash?: string | undefined },
): Promise<number> {
  const draft = await db
    .selectFrom("drafts")
    .select("content")
    .where("project", "=", it.project)
    .where("journey", "=", it.journey)
    .executeTakeFirst();
  if (draft === undefined) throw new CollectorError("journey_unknown", { journey: it.journey });
  if (hash !== undefined && hash !== contentHash(draft.content))
    throw new CollectorError("draft_changed", { journey: it.journey });
  return publishContent(db, { ...it, content: draft.content });
}

/** Publishes an older version's content as the newest. Fails with `version_unknown`. */
export async function rollBack(db: ControlDb, it: Omit<Publishing, "content"> & { version: number }): Promise<number> {
  const old = await db
    .selectFrom("versions")
    .select("content")
    .where("project", "=", it.project)
    .where("journey", "=", it.journey)
    .where("version", "=", it.version)
    .executeTakeFirst();
  if (old === undefined) throw new CollectorError("version_unknown", { journey: it.journey, version: it.version });
  return publishContent(db, { ...it, content: old.content });
}

/** The newest version of every published journey, by id. It says which of them another role's way leads into. */
export async function publishedJourneys(db: ControlDb, project: string): Promise<Journey[]> {
  const rows = await db
    .selectFrom("versions as v")
    .select(["v.content", "v.version"])
    .where("v.project", "=", project)
    .where("v.version", "=", (eb) =>
      eb
        .selectFrom("versions as w")
        .select((e) => e.fn.max("w.version").as("newest"))
        .whereRef("w.project", "=", "v.project")
        .whereRef("w.journey", "=", "v.journey"),
    )
    .orderBy("v.journey")
    .execute();
  const journeys = rows.map((row) => asVersion(row.content, row.version));
  const next = new Set(journeys.flatMap(({ steps }) => steps.flatMap(({ handoff }) => handoff?.journey ?? [])));
  return journeys.map((journey) => (next.has(journey.id) ? { ...journey, takesOver: true } : journey));
}

/** Whether a journey is for someone with these roles: the engine's own rule, without a page. */
export function matchesRoles(journey: Journey, roles: readonly string[]): boolean {
  return matchRoles(journey, { ...emptyScene, roles });
}

/** What a version wants to know of its value, judged with the versions that came after it. */
function trialOf(journey: Journey, later: readonly { content: Journey; publishedAt: number }[]): Trial | undefined {
  const { title, holdout, value, library } = journey;
  if (!holdout || value === undefined || library) return undefined;
  const ended = later.find(
    ({ content }) => (content.holdout ?? 0) < holdout || canonicalJson(content.value ?? null) !== canonicalJson(value),
  );
  return { title, holdout, event: value.event, endedAt: ended?.publishedAt ?? null };
}

/** The steps of every published version of every journey. */
export async function publishedSteps(db: ControlDb, project: string): Promise<VersionSteps[]> {
  const rows = await db
    .selectFrom("versions")
    .select(["journey", "version", "content", "publishedAt"])
    .where("project", "=", project)
    .orderBy("journey")
    .orderBy("version")
    .execute();
  const read = rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Journey }));
  return read.map(({ journey, version, content }) => {
    const trial = trialOf(
      content,
      read.filter((each) => each.journey === journey && each.version > version),
    );
    const steps = content.steps.map(({ id, minutes }) => ({ id, minutes }));
    return { journey, version, steps, ...(trial === undefined ? {} : { trial }) };
  });
}
