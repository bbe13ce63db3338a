import type { Block } from "../blocks/block.ts";
import type { FrozenExperiments } from "../blocks/experiments.ts";
import type { Group } from "../blocks/partition.ts";
import type { Ledger } from "../blocks/picture.ts";
import type { FrozenFigures } from "../figures/frozen-figures.ts";
import { addExperiments } from "./experiments.ts";
import { addFigures } from "./figures.ts";
import { addCells, type FrozenCells } from "./gap-cells.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** A frozen block with the moment of its freezing. */
export interface FrozenBlock extends Block {
  frozenAt: number;
  /** People were seen up to here and none was verified. */
  unsigned: boolean;
}

/** What was shown of one journey to one group. `picture` is the JSON that is served, byte for byte. */
export interface Snapshot {
  group: string;
  journey: string;
  picture: string;
  ledger: Ledger;
}

/** Oldest first. */
export async function frozenBlocks(db: ControlDb, project: string): Promise<FrozenBlock[]> {
  const rows = await db.selectFrom("blocks").selectAll().where("project", "=", project).orderBy("block").execute();
  return rows.map(({ block, fromWeek, toWeek, frozenAt, unsigned }) => ({
    index: block,
    fromWeek,
    toWeek,
    frozenAt,
    unsigned: unsigned === 1,
  }));
}

/** The first week that is not frozen, or `null` where nothing is. */
export async function frozenUntil(db: ControlDb, project: string): Promise<number | null> {
  const row = await db
    .selectFrom("blocks")
    .select((eb) => eb.fn.max("toWeek").as("week"))
    .where("project", "=", project)
    .executeTakeFirst();
  return row?.week ?? null;
}

/** The groups frozen so far. */
export async function frozenGroups(db: ControlDb, project: string): Promise<Group[]> {
  const rows = await db.selectFrom("groups").selectAll().where("project", "=", project).orderBy("group").execute();
  return rows.map((row) => ({
    id: row.group,
    role: row.role,
    title: row.title,
    leaves: JSON.parse(row.leaves) as string[],
  }));
}

/** The latest snapshot of a group and journey up to a block, or `null`. */
export async function latestSnapshot(
  db: ControlDb,
  project: string,
  group: string,
  journey: string,
  upTo: number = 0x7fff_ffff,
): Promise<Snapshot | null> {
  const row = await db
    .selectFrom("snapshots")
    .select(["group", "journey", "picture", "ledger"])
    .where("project", "=", project)
    .where("group", "=", group)
    .where("journey", "=", journey)
    .where("block", "<=", upTo)
    .orderBy("block", "desc")
    .executeTakeFirst();
  return row === undefined ? null : { ...row, ledger: JSON.parse(row.ledger) as Ledger };
}

/** All that is shown of a block. */
export interface BlockContent {
  groups: readonly Group[];
  snapshots: readonly Snapshot[];
  cells: readonly FrozenCells[];
  figures: readonly FrozenFigures[];
  experiments: FrozenExperiments;
}

/** Writes a block and all that is shown of it, or nothing. What is there is never written again. */
export async function writeBlock(
  db: ControlDb,
  project: string,
  block: FrozenBlock,
  { groups, snapshots, cells, figures, experiments }: BlockContent,
): Promise<void> {
  await transact(db, async (tx) => {
    const { index, fromWeek, toWeek, frozenAt } = block;
    const known = await tx
      .selectFrom("blocks")
      .select("block")
      .where("project", "=", project)
      .where("block", "=", index)
      .executeTakeFirst();
    // Another collector froze it meanwhile.
    if (known !== undefined) return;
    const unsigned = block.unsigned ? 1 : 0;
    await tx.insertInto("blocks").values({ project, block: index, fromWeek, toWeek, frozenAt, unsigned }).execute();
    for (const { id, role, title, leaves } of groups)
      await tx
        .insertInto("groups")
        .values({ project, group: id, role, title, leaves: JSON.stringify(leaves), block: index })
        .onConflict((c) => c.columns(["project", "group"]).doNothing())
        .execute();
    for (const each of snapshots)
      await tx
        .insertInto("snapshots")
        .values({ project, block: index, ...each, ledger: JSON.stringify(each.ledger) })
        .execute();
    await addCells(tx, project, index, cells);
    await addFigures(tx, project, index, figures);
    await addExperiments(tx, project, index, experiments);
  });
}
