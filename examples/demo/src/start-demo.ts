import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  findAssets,
  firstMonday,
  plannedOfTeam,
  publishJourney,
  readJourneyFiles,
  renderFile,
  simulateTeam,
  statePlan,
} from "@waymark/cli";
import { createCollector, type DashboardRole, type RoleNode, serve } from "@waymark/collector";
import type { Journey } from "@waymark/schema";
import { serveCrm } from "./crm-server.ts";
import { demoHandoffs } from "./handoffs.ts";
import { startHelpdesk } from "./helpdesk.ts";
import { demoVoices } from "./voices.ts";

/** What the demo tells those who start it: addresses, one ready link per person, keys. */
export interface DemoFacts {
  ready: true;
  collector: string;
  crm: string;
  /** The helpdesk, with a support agent signed in. It has a project of its own. */
  helpdesk: string;
  dashboard: string;
  links: Record<"sales-rep" | "support-agent" | "sales-manager" | "csm" | "manager" | "owner", string>;
  keys: { write: string; author: string; owner: string };
}

const roles: RoleNode[] = [
  { id: "sales", title: "Sales" },
  { id: "sales-rep", parent: "sales", title: "Sales reps" },
  { id: "sales-manager", title: "Sales managers" },
  { id: "support-agent", title: "Support agents" },
];

/** Shares of a simulated team. Nobody plays the manager: their picture shows what too few people look like. */
const shares = { "sales-rep": 18, "support-agent": 12 };

const crmFolder = dirname(createRequire(import.meta.url).resolve("waymark-example-crm/package.json"));

async function readJourneys(): Promise<Journey[]> {
  const folder = join(crmFolder, "journeys");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".journey.json"));
  const files = await readJourneyFiles(names.sort().map((name) => join(folder, name)));
  const broken = files.filter(({ journey }) => journey === null);
  if (broken.length > 0) throw new Error(broken.flatMap(renderFile).join("\n"));
  return files.flatMap(({ journey }) => journey ?? []);
}

/** What was started. Sign-in links open once and within ten minutes; `renew` makes new ones. */
export interface RunningDemo {
  facts: DemoFacts;
  renew(): Promise<DemoFacts>;
  close(): Promise<void>;
}

/** Starts everything on free loopback ports in a data folder of its own; `close` leaves nothing behind. */
export async function startDemo(people: number): Promise<RunningDemo> {
  const dataDir = await mkdtemp(join(tmpdir(), "waymark-demo-"));
  const collector = await createCollector({ dataDir, assets: findAssets() });
  const keys = await collector.admin.createProject({ id: "halden", title: "Halden Roe", roles });
  const server = await serve(collector, { port: 0 });
  const crm = await serveCrm({ files: join(crmFolder, "dist"), collector: server.url, ...keys });
  const helpdesk = await startHelpdesk(collector, server.url);
  const close = async (): Promise<void> => {
    await crm.close();
    await helpdesk.close();
    await server.close();
    await collector.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const journeys: Journey[] = [];
  for (const journey of await readJourneys()) {
    const { version } = await publishJourney(journey, { collector: server.url, key: keys.authorKey });
    journeys.push({ ...journey, version });
  }
  if (people > 0) {
    // What is handed over is made up apart, so nobody simulated walks a way that begins with it.
    const next = new Set(journeys.flatMap(({ steps }) => steps.flatMap(({ handoff }) => handoff?.journey ?? [])));
    const team = {
      collector: server.url,
      key: keys.writeKey,
      signingSecret: keys.signingSecret,
      journeys: journeys.filter(({ id }) => !next.has(id)),
      people,
      shares,
      now: Date.now(),
    };
    // What is expected is stated before anything is measured, so that the page Gap has verdicts.
    const inTenWeeks = new Date(team.now + 70 * 86_400_000).toISOString().slice(0, 10);
    const then = { by: inTenWeeks, more: 0.1 };
    const plan = { collector: server.url, owner: keys.ownerKey, from: firstMonday(team), signed: "Demo", then };
    await statePlan(plannedOfTeam(team), plan);
    await simulateTeam(team);
    await collector.admin.seedHandoffs("halden", demoHandoffs);
    // Reports come from closed blocks only: close those that are over, as the Thursday job would.
    const response = await fetch(`${server.url}/v1/blocks/freeze`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys.ownerKey}` },
    });
    if (!response.ok) throw new Error(`The blocks could not be frozen: ${await response.text()}`);
    await collector.admin.seedVoices("halden", demoVoices);
  }
  const invite = async (role: DashboardRole): Promise<string> =>
    `${server.url}${await collector.admin.invite("halden", role)}`;
  const invitations = async (): Promise<Record<"csm" | "manager" | "owner", string>> => ({
    csm: await invite("csm"),
    manager: await invite("manager"),
    owner: await invite("owner"),
  });
  const facts: DemoFacts = {
    ready: true,
    collector: server.url,
    crm: crm.url,
    helpdesk: `${helpdesk.url}/?as=u-jonas`,
    dashboard: `${server.url}/dashboard/`,
    links: {
      "sales-rep": `${crm.url}/?as=sales-rep`,
      "support-agent": `${crm.url}/?as=support-agent`,
      "sales-manager": `${crm.url}/?as=sales-manager`,
      ...(await invitations()),
    },
    keys: { write: keys.writeKey, author: keys.authorKey, owner: keys.ownerKey },
  };
  const renew = async (): Promise<DemoFacts> => ({ ...facts, links: { ...facts.links, ...(await invitations()) } });
  return { facts, renew, close };
}
