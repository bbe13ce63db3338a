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

/** A project's acts, the latest first, at most 500. */
export async function listActs(db: ControlDb, project: string): Promise<AuditEntry[]> {
  return db
    .selectFrom("audit")
    .select(["project", "who", "act", "detail", "at"])
    .where("project", "=", project)
    .orderBy("id", "desc")
    .limit(500)
    .execute();
}
