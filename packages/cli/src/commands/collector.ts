import {
  backupData,
  CollectorError,
  createCollector,
  createLog,
  type DashboardRole,
  type KeyKind,
  readConfig,
  restoreData,
  serve,
} from "@waymark/collector";
import type { CommandDef } from "citty";
import { findAssets } from "../assets.ts";
import { readRoles } from "../read-roles.ts";
import { changeProject } from "./change-project.ts";
import { listed, webAddress } from "./check-flags.ts";
import { migrate } from "./migrate.ts";
import { plainly } from "./plainly.ts";
import { rebuild } from "./rebuild.ts";
import { ofProject, where, withAdmin, withProject } from "./with-admin.ts";

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const dashboardRoles = ["owner", "author", "csm", "manager"] satisfies DashboardRole[];
const keyKinds = ["write", "server", "author", "owner"] satisfies KeyKind[];
const role = { type: "enum", options: dashboardRoles, description: "What they may see" } as const;
const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

/** Everything that is wrong with the settings, as `readConfig` tells it. */
function settingProblems(args: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    readConfig(args, process.env);
    return [];
  } catch (error) {
    if (error instanceof CollectorError) return error.members.problems as string[];
    throw error;
  }
}

const start: CommandDef = {
  meta: { name: "serve", description: "Serve the collector, the SDK and the dashboard." },
  args: {
    ...where,
    port: { type: "string", description: "WAYMARK_PORT, else 4180; 0 takes a free one" },
    host: { type: "string", description: "WAYMARK_HOST, else 127.0.0.1; 0.0.0.0 is reached from elsewhere" },
    "log-level": { type: "string", description: "WAYMARK_LOG_LEVEL, else info: silent, error, warn, info or debug" },
    "secret-file": { type: "string", description: "A file with the master secret, in place of secrets.json" },
    "summary-folder": { type: "string", description: "A folder: a summary is written there after each closed block" },
    "summary-url": { type: "string", description: "A webhook that gets the same, signed; https" },
    "summary-secret-file": { type: "string", description: "A file with the secret that the webhook is signed with" },
    "targets-url": { type: "string", description: "A webhook that hears of lost targets, signed with the same secret" },
    "targets-folder": { type: "string", description: "A folder: an e-mail about lost targets is written there" },
    "targets-to": { type: "string", description: "Whom those e-mails are for: ana@example.com" },
    "summary-private": { type: "boolean", description: "Let webhooks be in a private network, or plain http" },
    "metrics-token-file": { type: "string", description: "A file with the token that opens /metrics" },
  },
  run: plainly(
    async ({ args }) => {
      const config = readConfig(args, process.env);
      const { dataDir, secret, metricsToken, summary, targets, store, port, host } = config;
      const log = createLog({ level: config.logLevel });
      const collector = await createCollector({
        dataDir,
        secret,
        metricsToken,
        summary,
        targets,
        logger: log,
        store,
        assets: findAssets(),
      });
      const server = await serve(collector, { port, host }).catch(async (error: NodeJS.ErrnoException) => {
        await collector.close();
        if (error.code !== "EADDRINUSE") throw error;
        throw new Error(`${host}:${port} is taken: end what listens there, or choose another one with --port.`);
      });
      const stop = async (signal: string): Promise<void> => {
        log.info?.("stopping", { signal });
        await server.close();
        await collector.close();
        log.info?.("stopped");
        await log.ready;
        process.exit(0);
      };
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));
      // Only now: who reads this may end it at once.
      console.log(`The collector listens on ${server.url}`);
      log.info?.("listening", { url: server.url });
    },
    { problemsOf: settingProblems },
  ),
};

const project: CommandDef = {
  meta: { name: "project", description: "Make a project and print its keys, once." },
  args: {
    ...where,
    id: { type: "string", required: true, description: "Lower-case words joined by hyphens, like crm" },
    title: { type: "string", description: "Default: the id" },
    timezone: { type: "string", default: "UTC", description: "IANA name; decides the weeks of reports" },
    roles: { type: "string", required: true, description: "JSON file: [{ id, parent?, title, headcount? }]" },
    origin: { type: "string", description: "Origins of your pages, comma-separated. Default: this machine only" },
  },
  run: plainly(async ({ args }) => {
    const id = String(args.id);
    if (!slug.test(id)) throw new Error(`--id is ${id}: write lower-case words joined by hyphens, like crm.`);
    const roles = await readRoles(String(args.roles));
    const made = {
      id,
      title: String(args.title ?? id),
      timeZone: String(args.timezone),
      roles,
      origins: args.origin ? listed(args.origin) : [],
    };
    print(await withAdmin(args, (admin) => admin.createProject(made)));
  }),
};

const url = {
  type: "string",
  default: "http://127.0.0.1:4180",
  description: "The collector's address as people reach it",
} as const;

const invite: CommandDef = {
  meta: { name: "invite", description: "Print a one-time sign-in link to the dashboard; it opens within 10 minutes." },
  args: {
    ...ofProject,
    role: { ...role, required: true },
    url,
  },
  run: plainly(async ({ args }) => {
    const base = webAddress("url", args.url);
    console.log(
      `${base}${await withProject(args, (admin, of) => admin.invite(of, String(args.role) as DashboardRole))}`,
    );
  }),
};

const keys: CommandDef = {
  meta: { name: "keys", description: "List a project's keys, make one, or take one out of use." },
  args: {
    ...ofProject,
    add: { type: "enum", options: keyKinds, description: "Makes a key and prints it, once" },
    label: { type: "string", description: "What the new key is for" },
    revoke: { type: "string", description: "The id of a key, as the list shows it" },
  },
  run: plainly(async ({ args }) => {
    await withProject(args, async (admin, of) => {
      if (args.revoke) await admin.revokeKey(of, String(args.revoke));
      if (args.add) print(await admin.issueKey(of, String(args.add) as KeyKind, args.label && String(args.label)));
      else print(await admin.keys(of));
    });
  }),
};

const member: CommandDef = {
  meta: { name: "member", description: "Let somebody into the dashboard and print their link; change or remove one." },
  args: {
    ...ofProject,
    name: { type: "string", description: "How you call them" },
    role,
    scope: { type: "string", description: "Roles, comma-separated: csm and manager see these and what is below" },
    id: { type: "string", description: "The id of a member who gets another --role" },
    remove: { type: "string", description: "The id of a member" },
    url,
  },
  run: plainly(async ({ args }) => {
    const base = webAddress("url", args.url);
    const name = String(args.name ?? "").trim();
    if (!args.remove && ((name === "" && !args.id) || !args.role))
      throw new Error(
        "Say who it is with --name, or --id for one who is in, and what they may see with --role; or take one out with --remove ID.",
      );
    await withProject(args, async (admin, of) => {
      if (args.remove) return admin.removeMember(of, String(args.remove));
      const may = { role: String(args.role) as DashboardRole, scope: args.scope ? listed(args.scope) : null };
      if (args.id) return print(await admin.changeMember(of, String(args.id), may));
      const { member, link } = await admin.addMember(of, { name, ...may });
      print({ ...member, link: `${base}${link}` });
    });
  }),
};

const person: CommandDef = {
  meta: { name: "person", description: "Print all that is kept of one person; or erase them." },
  args: {
    ...ofProject,
    id: { type: "string", required: true, description: "The host's user id" },
    erase: { type: "boolean", description: "Erase them, and refuse what comes of them later" },
  },
  run: plainly(async ({ args }) => {
    const id = String(args.id);
    await withProject(args, async (admin, of) => {
      if (args.erase) console.log(`${await admin.erasePerson(of, id)} events erased; what comes later is refused.`);
      else print(await admin.exportPerson(of, id));
    });
  }),
};

const backup: CommandDef = {
  meta: { name: "backup", description: "Copy the data while the collector runs." },
  args: { data: where.data, to: { type: "string", required: true, description: "A folder that is not there yet" } },
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
  args: { data: where.data, from: { type: "string", required: true, description: "A folder that backup has made" } },
  run: plainly(async ({ args }) => {
    const { dataDir } = readConfig({ data: args.data }, process.env);
    const { at } = await restoreData(String(args.from), dataDir);
    console.log(`${dataDir} holds what there was at ${at}. Erase again who was erased since.`);
  }),
};

/** `waymark collector serve | project | change | invite | keys | member | person | rebuild | backup | restore | migrate`. */
export const collector: CommandDef = {
  meta: { name: "collector", description: "Run the collector and let people in." },
  subCommands: {
    serve: start,
    project,
    change: changeProject,
    invite,
    keys,
    member,
    person,
    rebuild,
    backup,
    restore,
    migrate,
  },
};
