import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ProjectKeys } from "../../src/index.ts";
import { personName } from "./crowd.ts";
import { batch, event } from "./events.ts";
import { type Filled, type Filling, fillFolder, tokenOf } from "./filled-folder.ts";
import { ownFolder } from "./process.ts";
import { notReports, type Opens, reportRoutes, timed } from "./report-routes.ts";
import type { Expecting } from "./reports-growth.ts";
import { type Served, serveFolder } from "./served-folder.ts";
import { steadily } from "./steady.ts";

const asked = 30;
const goalMs = 100;
const project = "project-0";
const nothing = { projects: 1, journeys: 10, people: 0, eventsEach: 0, weeks: 1, closed: 0 };
/** Deliveries go on at this rate while something else is measured. */
const eventsPerSecond = 2000;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);

/** Takes a folder's files out of the page cache, and nothing else of anybody's. */
function goCold(path: string): void {
  for (const name of readdirSync(path).filter((each) => each.includes(".sqlite")))
    execFileSync("dd", [`if=${join(path, name)}`, "iflag=nocache", "count=0", "status=none"]);
}

async function signedIn(served: Served, role: "owner" | "csm"): Promise<string> {
  const { value: link } = await served.act<string>("invite", { project, role });
  const token = new URL(link, served.url).searchParams.get("token") ?? "";
  const opened = await fetch(`${served.url}/signin`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ token }),
  });
  return (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function opening(served: Served, keys: ProjectKeys): Promise<Opens> {
  const token = await tokenOf(keys, personName(1), "sales-1", Date.now());
  return { keys, cookie: await signedIn(served, "owner"), csm: await signedIn(served, "csm"), token };
}

async function timeRoutes(path: string, keys: ProjectKeys, expectThat: Expecting): Promise<void> {
  for (const [route, ask] of Object.entries(reportRoutes)) {
    const cold: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const starting = await serveFolder(path);
      const opens = await opening(starting, keys);
      goCold(path);
      cold.push(await timed(starting.url, ask(opens, round)));
      await starting.close();
    }
    const served = await serveFolder(path);
    const opens = await opening(served, keys);
    for (let nth = 0; nth < 10; nth += 1) await timed(served.url, ask(opens, nth));
    const warm: number[] = [];
    for (let nth = 0; nth < asked; nth += 1) warm.push(await timed(served.url, ask(opens, nth)));
    await served.close();
    sorted(warm);
    const figures = `cold ${ms(at(sorted(cold), 0.5))}, warm p50 ${ms(at(warm, 0.5))}, p95 ${ms(at(warm, 0.95))}`;
    // An export is a page of a thousand events, which is asked for by a program: its figures are printed.
    const line = `GET ${route.padEnd(32)} ${figures}`;
    if (route === "/v1/events") console.log(`    ${line}`);
    else expectThat(line, at(warm, 0.95) < goalMs);
  }
}

/** Lets deliveries go on while something is done, and says what they waited. */
async function beside(served: Served, keys: ProjectKeys, what: string, work: () => Promise<string>): Promise<number> {
  const load = steadily(`${served.url}/v1/events?key=${keys.writeKey}`, eventsPerSecond);
  const said = await work();
  const { waits, refused, lost } = await load.stop();
  const [p50, p99] = [at(waits, 0.5), at(waits, 0.99)];
  console.log(
    `${what}: ${said}; ${waits.length} deliveries meanwhile, p50 ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(at(waits, 1))}, ${refused} refused, ${lost} connections lost`,
  );
  return refused === 0 ? p99 : Number.POSITIVE_INFINITY;
}

const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

async function closeBlock(served: Served, all: Filled["keys"]): Promise<string> {
  const each: string[] = [];
  for (const { ownerKey } of Object.values(all)) {
    const begin = performance.now();
    const response = await fetch(`${served.url}/v1/blocks/freeze`, {
      method: "POST",
      headers: { authorization: `Bearer ${ownerKey}` },
    });
    const { frozen } = (await response.json()) as { frozen: number };
    each.push(`${frozen} in ${seconds(begin)}`);
  }
  return each.join(", ");
}

async function tidy(served: Served): Promise<string> {
  return `${((await served.act("tidy")).ms / 1000).toFixed(1)} s`;
}

async function keepForMonths(served: Served, { ownerKey }: ProjectKeys, eventMonths: number): Promise<void> {
  const response = await fetch(`${served.url}/v1/project`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
    body: JSON.stringify({ retention: { eventMonths } }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function sayMemory(served: Served, after: string): Promise<void> {
  const { now, most } = (await served.act<{ now: number; most: number }>("memory")).value;
  console.log(`resident after ${after}: ${Math.round(now)} MB, at most ${Math.round(most)} MB`);
}

/** What the collector does by itself, with deliveries going on beside it. */
async function timeHousekeeping(path: string, { keys }: Filled, expectThat: Expecting): Promise<void> {
  const served = await serveFolder(path);
  const own = keys[project] as ProjectKeys;
  const wait = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve("10 s"), 10_000));
  const idle = await beside(served, own, "nothing else", wait);
  const closing = await beside(served, own, "a block of each project is closed", () => closeBlock(served, keys));
  await sayMemory(served, "closing the blocks");
  expectThat(
    "closing blocks refuses nothing and holds no delivery for half a second",
    closing < Math.max(500, 3 * idle),
  );
  await beside(served, own, "the first hourly work", () => tidy(served));
  const hourly = await beside(served, own, "the next hourly work", () => tidy(served));
  expectThat("hourly work refuses nothing and holds no delivery for half a second", hourly < Math.max(500, 3 * idle));
  await keepForMonths(served, own, 5);
  const expiry = await beside(served, own, "a month of one project's events is over at once", () => tidy(served));
  expectThat("expiry refuses nothing and holds no delivery for half a second", expiry < Math.max(500, 3 * idle));
  await sayMemory(served, "all of it");
  await served.close();
}

async function eraseSome(served: Served, { ownerKey }: ProjectKeys): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    const begin = performance.now();
    const address = `${served.url}/v1/people/${encodeURIComponent(personName(500 + i))}`;
    const response = await fetch(address, { method: "DELETE", headers: { authorization: `Bearer ${ownerKey}` } });
    if (!response.ok) throw new Error(await response.text());
    times.push(performance.now() - begin);
  }
  return sorted(times);
}

async function startToFirst(path: string, { writeKey }: ProjectKeys): Promise<number> {
  const begin = performance.now();
  const served = await serveFolder(path);
  const moment = new Date().toISOString();
  const body = JSON.stringify(
    batch("late-1", [event("session.started", moment, {}, `${begin}`)], { sentAt: moment, roles: ["sales-0"] }),
  );
  const reply = await fetch(`${served.url}/v1/events?key=${writeKey}`, { method: "POST", body });
  if (reply.status !== 202) throw new Error(await reply.text());
  const took = performance.now() - begin;
  await served.close();
  return took;
}

/** The same machine, the same minute: what a large folder adds is told from what the machine is busy with. */
async function timeStarts(path: string, own: ProjectKeys, expectThat: Expecting): Promise<void> {
  const empty = ownFolder();
  const { keys } = await fillFolder(empty.path, { ...nothing, now: Date.now() });
  const few: number[] = [];
  const many: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    few.push(await startToFirst(empty.path, keys[project] as ProjectKeys));
    many.push(await startToFirst(path, own));
  }
  empty.remove();
  const said = (of: number[]): string => sorted(of).map(ms).join(", ");
  console.log(`process start to first durable event: ${said(many)}; on an empty folder: ${said(few)}`);
  const times = at(many, 0) / at(few, 0);
  expectThat(
    `a full folder takes ${times.toFixed(2)} times as long to start as an empty one at best, at most 1.5`,
    times <= 1.5,
  );
}

async function timeRare(path: string, own: ProjectKeys, expectThat: Expecting): Promise<void> {
  await timeStarts(path, own, expectThat);
  const served = await serveFolder(path);
  const erasing = await eraseSome(served, own);
  console.log(`erasing one person: p50 ${ms(at(erasing, 0.5))}, longest ${ms(at(erasing, 1))}`);
  const { ms: rebuilding } = await served.act("rebuild", { project });
  console.log(`rebuilding one project's rows: ${(rebuilding / 1000).toFixed(1)} s`);
  await served.close();
}

/** Fills a folder with so many events, 50 a person, and measures everything in it. */
export async function measureFilled(path: string, events: number, expectThat: Expecting): Promise<void> {
  const people = Math.floor(events / 50);
  const it: Filling = { projects: 5, journeys: 10, people, eventsEach: 50, weeks: 26, closed: 5, now: Date.now() };
  const begin = performance.now();
  const filled = await fillFolder(
    path,
    it,
    (count) => process.stdout.write(`\r${count} events, ${Math.round((performance.now() - begin) / 1000)} s `),
    (closing) => console.log(`the next block of all five projects closed in ${closing.toFixed(1)} s`),
  );
  const bytes = statSync(join(path, "events.sqlite")).size;
  console.log(
    `${filled.events} events of ${people} people in 5 projects, 50 journeys and 26 weeks, written in ${Math.round(filled.seconds)} s; ${Math.round(bytes / filled.events)} bytes an event, ${(bytes / 1e9).toFixed(2)} GB`,
  );
  const own = filled.keys[project] as ProjectKeys;
  const routes = await serveFolder(path);
  const { value: paths } = await routes.act<string[]>("routes");
  await routes.close();
  const unseen = paths.filter((each) => reportRoutes[each] === undefined && !notReports.includes(each));
  if (unseen.length > 0) console.log(`not measured: ${unseen.join(", ")}`);
  await timeRoutes(path, own, expectThat);
  await timeHousekeeping(path, filled, expectThat);
  await timeRare(path, own, expectThat);
}
