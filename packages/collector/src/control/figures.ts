import type { FrozenFigures } from "../figures/frozen-figures.ts";
import type { ControlDb } from "./tables.ts";

/** Keeps a block's figures, inside the transaction that writes the block. */
export async function addFigures(
  tx: ControlDb,
  project: string,
  block: number,
  figures: readonly FrozenFigures[],
): Promise<void> {
  for (const each of figures)
    await tx
      .insertInto("figures")
      .values({ project, block, ...each })
      .execute();
}

/** One block's figures. */
export async function frozenFigures(db: ControlDb, project: string, block: number): Promise<FrozenFigures[]> {
  return db
    .selectFrom("figures")
    .select(["group", "journey", "version", "content"])
    .where("project", "=", project)
    .where("block", "=", block)
    .orderBy("group")
    .orderBy("journey")
    .orderBy("version")
    .execute();
}
