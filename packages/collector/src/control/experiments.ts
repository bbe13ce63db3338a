import type { ArmLedgers, FrozenExperiments } from "../blocks/experiments.ts";
import type { ControlDb } from "./tables.ts";

/** What was released of experiments in blocks before one. */
export async function armsUntil(db: ControlDb, project: string, block: number): Promise<ArmLedgers> {
  const row = await db
    .selectFrom("experiments")
    .select("ledger")
    .where("project", "=", project)
    .where("block", "<", block)
    .orderBy("block", "desc")
    .executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(row.ledger) as ArmLedgers);
}

/** A block's experiments as they are served, or `null` where it has none: it was frozen by an older collector. */
export async function frozenExperiments(db: ControlDb, project: string, block: number): Promise<string | null> {
  const row = await db
    .selectFrom("experiments")
    .select("content")
    .where("project", "=", project)
    .where("block", "=", block)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Keeps a block's experiments, inside the transaction that writes the block. */
export async function addExperiments(
  tx: ControlDb,
  project: string,
  block: number,
  { rows, arms }: FrozenExperiments,
): Promise<void> {
  const content = JSON.stringify(rows);
  await tx
    .insertInto("experiments")
    .values({ project, block, content, ledger: JSON.stringify(arms) })
    .execute();
}
