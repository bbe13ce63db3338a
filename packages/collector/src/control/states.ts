import { emptyProgress, mergeProgress } from "@waymark/engine";
import type { Progress } from "@waymark/schema";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** A person's progress, or `null`. Kept here where the event store has no transactions to merge in. */
export async function stateOf(db: ControlDb, project: string, person: string): Promise<Progress | null> {
  const row = await db
    .selectFrom("states")
    .select("progress")
    .where("project", "=", project)
    .where("person", "=", person)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.progress) as Progress);
}

/** Reads, merges and writes as one; gives back what is stored now. `merge` may run several times. */
export async function mergeState(
  db: ControlDb,
  project: string,
  person: string,
  merge: (stored: Progress | null) => Progress,
): Promise<Progress> {
  return transact(db, async (tx) => {
    const merged = merge(await stateOf(tx, project, person));
    const row = { project, person, progress: JSON.stringify(merged) };
    await tx
      .insertInto("states")
      .values(row)
      .onConflict((c) => c.columns(["project", "person"]).doUpdateSet({ progress: row.progress }))
      .execute();
    return merged;
  });
}

/** Adds what is known elsewhere: the order of such additions does not matter. */
export async function joinState(db: ControlDb, project: string, person: string, more: Progress): Promise<void> {
  await mergeState(db, project, person, (stored) => mergeProgress(stored ?? emptyProgress(), more));
}

/** Forgets a person's progress. */
export async function eraseState(db: ControlDb, project: string, person: string): Promise<void> {
  await db.deleteFrom("states").where("project", "=", project).where("person", "=", person).execute();
}

/** Everybody's progress of a project, as JSON. */
export async function statesOf(db: ControlDb, project: string): Promise<{ person: string; progress: string }[]> {
  return db
    .selectFrom("states")
    .select(["person", "progress"])
    .where("project", "=", project)
    .orderBy("person")
    .execute();
}
