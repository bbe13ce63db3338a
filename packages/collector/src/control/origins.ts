import type { ControlDb } from "./tables.ts";

/** Who holds a journey: files in git, or the collector's own drafts. */
export type Origin = "collector" | "git";

/** Where a journey is edited. */
export async function originOf(db: ControlDb, project: string, journey: string): Promise<Origin> {
  const row = await db
    .selectFrom("inGit")
    .select("since")
    .where("project", "=", project)
    .where("journey", "=", journey)
    .executeTakeFirst();
  return row === undefined ? "collector" : "git";
}

/** Says from now on who holds a journey. */
export async function setOrigin(
  db: ControlDb,
  { project, journey, origin, now }: { project: string; journey: string; origin: Origin; now: number },
): Promise<void> {
  if (origin === "collector")
    await db.deleteFrom("inGit").where("project", "=", project).where("journey", "=", journey).execute();
  else
    await db
      .insertInto("inGit")
      .values({ project, journey, since: now })
      .onConflict((c) => c.columns(["project", "journey"]).doNothing())
      .execute();
}
