import type { ControlDb } from "./tables.ts";

/** Somebody who was erased. */
export interface Suppression {
  person: string;
  /** What happened before is refused for good. */
  erasedAt: number;
  /** When they were let in again; `null`: everything is refused. */
  liftedAt: number | null;
}

/** Whether a person was erased; `null` where not. */
export async function findSuppression(db: ControlDb, project: string, person: string): Promise<Suppression | null> {
  const row = await db
    .selectFrom("suppressed")
    .select(["person", "erasedAt", "liftedAt"])
    .where("project", "=", project)
    .where("person", "=", person)
    .executeTakeFirst();
  return row ?? null;
}

/** Everybody of a project who was erased, by their code; `null` where they are more than `most`. */
export async function suppressedIn(
  db: ControlDb,
  project: string,
  most: number,
): Promise<ReadonlyMap<string, Suppression> | null> {
  const rows = await db
    .selectFrom("suppressed")
    .select(["person", "erasedAt", "liftedAt"])
    .where("project", "=", project)
    .limit(most + 1)
    .execute();
  return rows.length > most ? null : new Map(rows.map((row) => [row.person, row]));
}

/** Refuses whatever comes from these people from now on. */
export async function suppress(db: ControlDb, project: string, people: readonly string[], now: number): Promise<void> {
  for (const person of people) {
    const row = { project, person, erasedAt: now, liftedAt: null };
    await db
      .insertInto("suppressed")
      .values(row)
      .onConflict((c) => c.columns(["project", "person"]).doUpdateSet({ erasedAt: now, liftedAt: null }))
      .execute();
  }
}

/** Lets a person in again: what happens from now on counts. Once they are in, it stays with that moment. */
export async function liftSuppression(db: ControlDb, project: string, person: string, now: number): Promise<void> {
  await db
    .updateTable("suppressed")
    .set({ liftedAt: now })
    .where("project", "=", project)
    .where("person", "=", person)
    .where("liftedAt", "is", null)
    .execute();
}

/** Who was erased since a moment, of all projects, let in again or not. */
export async function suppressedSince(db: ControlDb, since: number): Promise<{ project: string; person: string }[]> {
  return db.selectFrom("suppressed").select(["project", "person"]).where("erasedAt", ">=", since).execute();
}
