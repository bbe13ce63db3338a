import type { ControlDb } from "../control/tables.ts";
import { CollectorError } from "../errors.ts";

/** Words that wait for a look, in the order of chance: neither step nor role nor week stands beside them. */
export async function waitingTexts(db: ControlDb, project: string): Promise<{ id: string; text: string }[]> {
  return db
    .selectFrom("voiceTexts")
    .select(["id", "text"])
    .where("project", "=", project)
    .where("state", "=", "waiting")
    .orderBy("id")
    .execute();
}

/** Words that were released, with the cell they belong to. */
export async function releasedTexts(db: ControlDb, project: string): Promise<{ block: string; text: string }[]> {
  return db
    .selectFrom("voiceTexts")
    .select(["block", "text"])
    .where("project", "=", project)
    .where("state", "=", "released")
    .orderBy("id")
    .execute();
}

/** Releases words to their cell, or forgets them; fails with `text_unknown` where they do not wait. */
export async function judgeText(db: ControlDb, project: string, id: string, release: boolean): Promise<void> {
  const result = release
    ? await db
        .updateTable("voiceTexts")
        .set({ state: "released" })
        .where("project", "=", project)
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .executeTakeFirst()
    : await db
        .deleteFrom("voiceTexts")
        .where("project", "=", project)
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .executeTakeFirst();
  const changed = "numUpdatedRows" in result ? result.numUpdatedRows : result.numDeletedRows;
  if (changed === 0n) throw new CollectorError("text_unknown", { id });
}
