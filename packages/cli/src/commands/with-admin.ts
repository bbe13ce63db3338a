import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Admin, createCollector, readConfig } from "@waymark/collector";
import type { StringArgDef } from "citty";

export type Args = Readonly<Record<string, unknown>>;

/** Where a project's data is; every command about it names the same. */
export const where: Record<"data" | "clickhouse" | "postgres", StringArgDef> = {
  data: {
    type: "string",
    description: "Directory of the collector's data. Default: WAYMARK_DATA, else ./waymark-data",
  },
  clickhouse: {
    type: "string",
    description: "Events: clickhouse://..., or WAYMARK_CLICKHOUSE. Default: the directory",
  },
  postgres: {
    type: "string",
    description: "Control data: postgres://..., or WAYMARK_POSTGRES. Default: the directory",
  },
};

/** The same, and which project. */
export const ofProject: typeof where & { project: StringArgDef } = {
  ...where,
  project: { type: "string", required: true, description: "The project's id" },
};

/** Opens the data for one act and closes it again. */
export async function withAdmin<T>(args: Args, act: (admin: Admin) => Promise<T>): Promise<T> {
  // The same settings as the running collector's: another master secret would make other people of them.
  const { data, clickhouse, postgres } = args;
  const { dataDir, secret, store } = readConfig({ data, clickhouse, postgres }, process.env);
  const collector = await createCollector({ dataDir, secret, store, alongside: true });
  try {
    return await act(collector.admin);
  } finally {
    await collector.close();
  }
}

/** The same, for an act on a project that is there: nothing is made where there is no data. */
export async function withProject<T>(args: Args, act: (admin: Admin, project: string) => Promise<T>): Promise<T> {
  const { data, clickhouse, postgres } = args;
  const { dataDir, store } = readConfig({ data, clickhouse, postgres }, process.env);
  const inFolder = dataDir !== ":memory:" && store.postgres === undefined;
  if (inFolder && !existsSync(join(dataDir, "control.sqlite")))
    throw new Error(`${dataDir} holds no control.sqlite: name the folder that the collector runs with by --data.`);
  const project = String(args.project);
  return withAdmin(args, async (admin) => {
    const ids = (await admin.listProjects()).map(({ id }) => id);
    if (ids.includes(project)) return act(admin, project);
    const there = ids.length > 0 ? `there are ${ids.join(", ")}` : "make it with waymark collector project";
    throw new Error(`There is no project ${project} in ${dataDir}: ${there}.`);
  });
}
