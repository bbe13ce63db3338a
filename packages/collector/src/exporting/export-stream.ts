import type { World } from "../world.ts";
import { csvBegin, csvLine } from "./csv.ts";
import type { ExportView, Only } from "./export-table.ts";
import { exportTables, type TableName } from "./tables.ts";

export type ExportFormat = "csv" | "ndjson";

/** A line of NDJSON: the table's name, then its columns by name. */
function ndjsonLine(table: TableName, columns: readonly string[], row: readonly unknown[]): string {
  const named = Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
  return `${JSON.stringify({ table, ...named })}\n`;
}

/**
 * The lines of one table, or of several where the format is NDJSON.
 *
 * @param view - What the viewer may see; nothing that is frozen later gets in.
 */
export async function* exportLines(
  world: World,
  view: ExportView,
  tables: readonly TableName[],
  format: ExportFormat,
  only: Only = {},
): AsyncGenerator<string> {
  for (const name of tables) {
    const { columns, rows } = exportTables[name];
    if (format === "csv") yield csvBegin + csvLine(columns);
    for await (const row of rows(world, view, only))
      yield format === "csv" ? csvLine(row) : ndjsonLine(name, columns, row);
  }
}

/** Lines are put together until there are so many characters. */
const chunk = 16_384;

/** Lines as a body that is read as fast as the reader reads, and no faster. A failure breaks it off, so that no half file looks whole. */
export function bodyOf(lines: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = "";
      while (text.length < chunk) {
        const next = await lines.next();
        if (next.done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await lines.return?.();
    },
  });
}
