import { readFile } from "node:fs/promises";
import { createCollector, type DashboardRole, type RoleNode, type StoreOptions, serve } from "@waymark/collector";
import type { CommandDef } from "citty";
import { findAssets } from "../assets.ts";
import { migrate } from "./migrate.ts";
import { plainly } from "./plainly.ts";

const data = { type: "string", default: "./waymark-data", description: "Directory of the collector's data" } as const;

/** Where data is kept that does not stay in the directory; every command about it names the same. */
const stores = {
  clickhouse: {
    type: "string",
    description: "Events: clickhouse://..., or WAYMARK_CLICKHOUSE. Default: the directory",
  },
  postgres: {
    type: "string",
    description: "Control data: postgres://..., or WAYMARK_POSTGRES. Default: the directory",
  },
} as const;

function storeOf(args: Readonly<Record<string, unknown>>): StoreOptions {
  const { WAYMARK_CLICKHOUSE, WAYMARK_POSTGRES } = process.env;
  const named = (arg: unknown, variable: string | undefined): string | undefined =>
    typeof arg === "string" ? arg : variable || undefined;
  return { clickhouse: named(args.clickhouse, WAYMARK_CLICKHOUSE), postgres: named(args.postgres, WAYMARK_POSTGRES) };
}

const start: CommandDef = {
  meta: { name: "serve", description: "Serve the collector, the SDK and the dashboard." },
  args: {
    data,
    ...stores,
    port: { type: "string", default: "4180", description: "0 takes a free one" },
    host: { type: "string", default: "127.0.0.1", description: "Say 0.0.0.0 to be reached from elsewhere" },
  },
  run: plainly(async ({ args }) => {
    const collector = await createCollector({ dataDir: String(args.data), store: storeOf(args), assets: findAssets() });
    const server = await serve(collector, { port: Number(args.port), host: String(args.host) });
    console.log(`The collector listens on ${server.url}`);
    const stop = async (): Promise<void> => {
      await server.close();
      await collector.close();
      process.exit(0);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  }),
};

const project: CommandDef = {
  meta: { name: "project", description: "Make a project and print its keys, once." },
  args: {
    data,
    ...stores,
    id: { type: "string", required: true, description: "Slug" },
    title: { type: "string", description: "Default: the id" },
    timezone: { type: "string", default: "UTC", description: "IANA name; decides the weeks of reports" },
    roles: { type: "string", required: true, description: "JSON file: [{ id, parent?, title, headcount? }]" },
    origin: { type: "string", description: "Origins of your pages, comma-separated. Default: this machine only" },
  },
  run: plainly(async ({ args }) => {
    const roles = JSON.parse(await readFile(String(args.roles), "utf8")) as RoleNode[];
    const collector = await createCollector({ dataDir: String(args.data), store: storeOf(args) });
    const keys = await collector.admin.createProject({
      id: String(args.id),
      title: String(args.title ?? args.id),
      timeZone: String(args.timezone),
      roles,
      origins: args.origin ? String(args.origin).split(",") : [],
    });
    await collector.close();
    console.log(JSON.stringify(keys, null, 2));
  }),
};

const invite: CommandDef = {
  meta: { name: "invite", description: "Print a one-time sign-in link to the dashboard; it opens within 10 minutes." },
  args: {
    data,
    ...stores,
    project: { type: "string", required: true, description: "The project's id" },
    role: { type: "string", required: true, description: "owner, author, csm or manager" },
    url: {
      type: "string",
      default: "http://127.0.0.1:4180",
      description: "The collector's address as people reach it",
    },
  },
  run: plainly(async ({ args }) => {
    const collector = await createCollector({ dataDir: String(args.data), store: storeOf(args) });
    const path = await collector.admin.invite(String(args.project), String(args.role) as DashboardRole);
    await collector.close();
    console.log(`${String(args.url).replace(/\/$/, "")}${path}`);
  }),
};

/** `waymark collector serve | project | invite | migrate`. */
export const collector: CommandDef = {
  meta: { name: "collector", description: "Run the collector and let people in." },
  subCommands: { serve: start, project, invite, migrate },
};
