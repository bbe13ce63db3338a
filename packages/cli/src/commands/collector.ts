import { readFile } from "node:fs/promises";
import {
  type Admin,
  backupData,
  createCollector,
  createLog,
  type DashboardRole,
  type KeyKind,
  type RoleNode,
  readConfig,
  restoreData,
  serve,
} from "@waymark/collector";
import type { CommandDef } from "citty";
import { findAssets } from "../assets.ts";
import { migrate } from "./migrate.ts";
import { plainly } from "./plainly.ts";

const data = {
  type: "string",
  description: "Directory of the collector's data. Default: WAYMARK_DATA, else ./waymark-data",
} as const;
const ofProject = { type: "string", required: true, description: "The project's id" } as const;

type Args = Readonly<Record<string, unknown>>;

/** Opens the data for one act and closes it again. */
async function withAdmin<T>(args: Args, act: (admin: Admin) => Promise<T>): Promise<T> {
  // The same settings as the running collector's: another master secret would make other people of them.
  const { data, clickhouse, postgres } = args;
  const { dataDir, secret, store } = readConfig({ data, clickhouse, postgres }, process.env);
  const collector = await createCollector({ dataDir, secret, store });
  try {
    return await act(collector.admin);
  } finally {
    await collector.close();
  }
}

const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

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

const start: CommandDef = {
  meta: { name: "serve", description: "Serve the collector, the SDK and the dashboard." },
  args: {
    data,
    ...stores,
    port: { type: "string", description: "WAYMARK_PORT, else 4180; 0 takes a free one" },
    host: { type: "string", description: "WAYMARK_HOST, else 127.0.0.1; 0.0.0.0 is reached from elsewhere" },
    "log-level": { type: "string", description: "WAYMARK_LOG_LEVEL, else info: silent, error, warn, info or debug" },
    "secret-file": { type: "string", description: "A file with the master secret, in place of secrets.json" },
    "metrics-token-file": { type: "string", description: "A file with the token that opens /metrics" },
  },
  run: plainly(async ({ args }) => {
    const config = readConfig(args, process.env);
    const { dataDir, secret, metricsToken, store, port, host } = config;
    const log = createLog({ level: config.logLevel });
    const collector = await createCollector({
      dataDir,
      secret,
      metricsToken,
      logger: log,
      store,
      assets: findAssets(),
    });
    const server = await serve(collector, { port, host });
    console.log(`The collector listens on ${server.url}`);
    log.info?.("listening", { url: server.url });
    const stop = async (signal: string): Promise<void> => {
      log.info?.("stopping", { signal });
      await server.close();
      await collector.close();
      log.info?.("stopped");
      await log.ready;
      process.exit(0);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));
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
    const made = {
      id: String(args.id),
      title: String(args.title ?? args.id),
      timeZone: String(args.timezone),
      roles,
      origins: args.origin ? String(args.origin).split(",") : [],
    };
    print(await withAdmin(args, (admin) => admin.createProject(made)));
  }),
};

const url = {
  type: "string",
  default: "http://127.0.0.1:4180",
  description: "The collector's address as people reach it",
} as const;
const address = (args: Args, path: string): string => `${String(args.url).replace(/\/$/, "")}${path}`;

const invite: CommandDef = {
  meta: { name: "invite", description: "Print a one-time sign-in link to the dashboard; it opens within 10 minutes." },
  args: {
    data,
    ...stores,
    project: ofProject,
    role: { type: "string", required: true, description: "owner, author, csm or manager" },
    url,
  },
  run: plainly(async ({ args }) => {
    const path = await withAdmin(args, (admin) =>
      admin.invite(String(args.project), String(args.role) as DashboardRole),
    );
    console.log(address(args, path));
  }),
};

const keys: CommandDef = {
  meta: { name: "keys", description: "List a project's keys, make one, or take one out of use." },
  args: {
    data,
    ...stores,
    project: ofProject,
    add: { type: "string", description: "write, server, author or owner: makes a key and prints it, once" },
    label: { type: "string", description: "What the new key is for" },
    revoke: { type: "string", description: "The id of a key, as the list shows it" },
  },
  run: plainly(async ({ args }) => {
    const of = String(args.project);
    await withAdmin(args, async (admin) => {
      if (args.revoke) await admin.revokeKey(of, String(args.revoke));
      if (args.add) print(await admin.issueKey(of, String(args.add) as KeyKind, args.label && String(args.label)));
      else print(await admin.keys(of));
    });
  }),
};

const member: CommandDef = {
  meta: { name: "member", description: "Let somebody into the dashboard and print their link; or take them out." },
  args: {
    data,
    ...stores,
    project: ofProject,
    name: { type: "string", description: "How you call them" },
    role: { type: "string", description: "owner, author, csm or manager" },
    scope: { type: "string", description: "Roles, comma-separated: csm and manager see these and what is below" },
    remove: { type: "string", description: "The id of a member" },
    url,
  },
  run: plainly(async ({ args }) => {
    const of = String(args.project);
    await withAdmin(args, async (admin) => {
      if (args.remove) return admin.removeMember(of, String(args.remove));
      const scope = args.scope ? String(args.scope).split(",") : null;
      const who = { name: String(args.name ?? ""), role: String(args.role) as DashboardRole, scope };
      const { member, link } = await admin.addMember(of, who);
      print({ ...member, link: address(args, link) });
    });
  }),
};

const person: CommandDef = {
  meta: { name: "person", description: "Print all that is kept of one person; or erase them." },
  args: {
    data,
    ...stores,
    project: ofProject,
    id: { type: "string", required: true, description: "The host's user id" },
    erase: { type: "boolean", description: "Erase them, and refuse what comes of them later" },
  },
  run: plainly(async ({ args }) => {
    const [of, id] = [String(args.project), String(args.id)];
    await withAdmin(args, async (admin) => {
      if (args.erase) console.log(`${await admin.erasePerson(of, id)} events erased; what comes later is refused.`);
      else print(await admin.exportPerson(of, id));
    });
  }),
};

const backup: CommandDef = {
  meta: { name: "backup", description: "Copy the data while the collector runs." },
  args: { data, to: { type: "string", required: true, description: "A folder that is not there yet" } },
  run: plainly(async ({ args }) => {
    const { dataDir } = readConfig({ data: args.data }, process.env);
    const { at, files } = await backupData(dataDir, String(args.to));
    const bytes = Object.values(files).reduce((sum, each) => sum + each.bytes, 0);
    console.log(`Everything acknowledged before ${at} is in ${String(args.to)}: ${bytes} bytes.`);
    if (files["secrets.json"] === undefined) console.log("The master secret is yours to keep: it is not in there.");
  }),
};

const restore: CommandDef = {
  meta: { name: "restore", description: "Put a backup into an empty folder. Stop the collector of that folder first." },
  args: { data, from: { type: "string", required: true, description: "A folder that backup has made" } },
  run: plainly(async ({ args }) => {
    const { dataDir } = readConfig({ data: args.data }, process.env);
    const { at } = await restoreData(String(args.from), dataDir);
    console.log(`${dataDir} holds what there was at ${at}. Erase again who was erased since.`);
  }),
};

/** `waymark collector serve | project | invite | keys | member | person | backup | restore | migrate`. */
export const collector: CommandDef = {
  meta: { name: "collector", description: "Run the collector and let people in." },
  subCommands: { serve: start, project, invite, keys, member, person, backup, restore, migrate },
};
