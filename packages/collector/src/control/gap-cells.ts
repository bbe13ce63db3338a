import type { ControlDb } from "./tables.ts";

/** What one block froze of one version for one group, as JSON that is never written again. */
export interface FrozenCells {
  group: string;
  journey: string;
  version: number;
  /** `VersionCells` without its courses. */
  content: string;
  /** The courses that forecasts are read from, by step. */
  courses: string;
}

/** Verdicts look back at most so many blocks: a year. */
export const blocksRead = 13;

/** A block's cells, without courses: those are large, and only the latest block's are asked for. */
export interface ReadCells extends Omit<FrozenCells, "courses"> {
  block: number;
}

/** The cells of a project's latest blocks, oldest first. */
export async function frozenCells(db: ControlDb, project: string, last: number): Promise<ReadCells[]> {
  return db
    .selectFrom("gapCells")
    .select(["block", "group", "journey", "version", "content"])
    .where("project", "=", project)
    .where("block", ">", last - blocksRead)
    .where("block", "<=", last)
    .orderBy("block")
    .orderBy("group")
    .orderBy("journey")
    .orderBy("version")
    .execute();
}

/** One block's courses. */
export async function frozenCourses(
  db: ControlDb,
  project: string,
  block: number,
): Promise<Omit<FrozenCells, "content">[]> {
  return db
    .selectFrom("gapCells")
    .select(["group", "journey", "version", "courses"])
    .where("project", "=", project)
    .where("block", "=", block)
    .execute();
}

/** Keeps a block's cells, inside the transaction that writes the block. */
export async function addCells(
  tx: ControlDb,
  project: string,
  block: number,
  cells: readonly FrozenCells[],
): Promise<void> {
  for (const each of cells)
    await tx
      .insertInto("gapCells")
      .values({ project, block, ...each })
      .execute();
}
