import type { Context, Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { CollectorError } from "../../errors.ts";
import { bodyOf, type ExportFormat, exportLines } from "../../exporting/export-stream.ts";
import type { Only } from "../../exporting/export-table.ts";
import { exportTables, type TableName, tableNames } from "../../exporting/tables.ts";
import { frozenView } from "../../insights/read-pictures.ts";
import type { World } from "../../world.ts";
import { reader } from "../access.ts";

const types: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  ndjson: "application/x-ndjson",
};

const isTable = (name: string): name is TableName => tableNames.some((each) => each === name);

function formatOf(c: Context, fallback: ExportFormat): ExportFormat {
  const format = c.req.query("format") ?? fallback;
  if (format === "csv" || format === "ndjson") return format;
  throw new CollectorError("query_invalid", { message: "Write format as csv or ndjson." });
}

async function send(world: World, c: Context, asked: readonly TableName[], format: ExportFormat): Promise<Response> {
  const closed = asked.length === 1 && asked.some((name) => exportTables[name].ownerOnly);
  const who = await reader(world, c, closed ? ["owner"] : ["csm", "manager", "owner"]);
  const tables = asked.filter((name) => who.role === "owner" || !exportTables[name].ownerOnly);
  const only: Only = { journey: c.req.query("journey"), role: c.req.query("role") };
  const view = { ...(await frozenView(world, who, c.req.query("until"))), who };
  const { id } = who.project;
  const what = asked.length === 1 ? asked.join() : "all";
  // Before the first byte: what could not be written down does not leave.
  await recordAct(world.control, {
    project: id,
    who: who.name,
    act: "export",
    detail: `${what} ${format}`,
    at: world.now(),
  });
  const day = new Date(world.now()).toISOString().slice(0, 10);
  return c.body(bodyOf(exportLines(world, view, tables, format, only)), 200, {
    "content-type": types[format],
    "content-disposition": `attachment; filename="waymark-${id.replace(/[^\w-]/g, "_")}-${what}-${day}.${format}"`,
    "cache-control": "no-store",
  });
}

/** Everything somebody may see, to take along. It shows what the pages show, from the same frozen numbers, and nothing else. */
export function exportRoutes(app: Hono, world: World): void {
  app.get("/v1/export", async (c) => {
    const format = formatOf(c, "ndjson");
    if (format === "csv") {
      const message = `A CSV file holds one table: ask /v1/export/ followed by one of ${tableNames.join(", ")}.`;
      throw new CollectorError("query_invalid", { message });
    }
    return send(world, c, tableNames, format);
  });

  app.get("/v1/export/:table", async (c) => {
    const table = c.req.param("table");
    const format = formatOf(c, "csv");
    if (!isTable(table)) {
      const message = `There is no table ${table}: write one of ${tableNames.join(", ")}.`;
      throw new CollectorError("query_invalid", { message });
    }
    return send(world, c, [table], format);
  });
}
