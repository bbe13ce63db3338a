import type { FrozenView } from "../insights/read-pictures.ts";
import type { World } from "../world.ts";
import type { ExportTable, Row } from "./export-table.ts";

async function* types(world: World, { project }: FrozenView): AsyncGenerator<Row> {
  const { byType } = await world.events.arrivals(project.id, world.now());
  for (const { type, count, lastAt } of byType) yield [type, count, lastAt];
}

/** What arrived, by type. Operations: no role, step or person. */
export const typeTable: ExportTable = { columns: ["type", "count", "last_at"], ownerOnly: true, rows: types };

async function* rejects(world: World, { project }: FrozenView): AsyncGenerator<Row> {
  const report = await world.events.arrivals(project.id, world.now());
  for (const { at, code, path, message } of report.rejects) yield [at, code, path, message];
}

/** The latest that were turned away. */
export const rejectTable: ExportTable = { columns: ["at", "code", "path", "message"], ownerOnly: true, rows: rejects };
