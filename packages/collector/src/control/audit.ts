import type { ControlDb } from "./tables.ts";

/** One administrative act. */
export interface AuditEntry {
  project: string;
  /** The kind of key or the role, never a name. */
  who: string;
  act: string;
  detail: string;
  at: number;
}

/** Writes down an administrative act. */
export async function recordAct(db: ControlDb, entry: AuditEntry): Promise<void> {
  await db.insertInto("audit").values(entry).execute();
}

/** Whether an act was written down, with that very detail. */
export async function hasAct(db: ControlDb, project: string, act: string, detail: string): Promise<boolean> {
  const row = await db
    .selectFrom("audit")
    .select("id")
    .where("project", "=", project)
    .where("act", "=", act)
    .where("detail", "=", detail)
    .executeTakeFirst();
  return row !== undefined;
}

/** An act with its place in the log. */
export type NumberedAct = AuditEntry & { id: number };

/** A project's acts, the latest first, from before one of them. */
export async function listActs(
  db: ControlDb,
  project: string,
  before: number = Number.MAX_SAFE_INTEGER,
  limit = 500,
): Promise<NumberedAct[]> {
  return db
    .selectFrom("audit")
    .select(["id", "project", "who", "act", "detail", "at"])
    .where("project", "=", project)
    .where("id", "<", before)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Drops a project's acts from before a moment. */
export async function expireActs(db: ControlDb, project: string, before: number): Promise<void> {
  await db.deleteFrom("audit").where("project", "=", project).where("at", "<", before).execute();
}
