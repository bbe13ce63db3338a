import { join } from "node:path";
import { SignJWT } from "jose";
import { createCalendar } from "../../src/blocks/calendar.ts";
import { createThreadedEventStore } from "../../src/events/threaded-event-store.ts";
import { fileSecrets } from "../../src/identity/secrets.ts";
import { type Collector, createCollector, type ProjectKeys } from "../../src/index.ts";
import { type CrowdProject, crowdJourneys, crowdRoles, fillStore, personName } from "./crowd.ts";
import { idOf } from "./events.ts";

/** What a folder is filled with. */
export interface Filling {
  projects: number;
  /** In each of them. */
  journeys: number;
  /** In all of them together. */
  people: number;
  eventsEach: number;
  weeks: number;
  /** How many of the blocks that are over are closed; the rest are due. */
  closed: number;
  now: number;
}

/** A folder with a past. */
export interface Filled {
  keys: Record<string, ProjectKeys>;
  events: number;
  seconds: number;
}

const weekMs = 7 * 86_400_000;

const ask = async (collector: Collector, method: string, path: string, key: string, body: unknown): Promise<void> => {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const init = { method, headers, body: JSON.stringify(body) };
  const response = await collector.fetch(new Request(`http://collector${path}`, init));
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
};

/** A token that the host's server would give one of its people. */
export function tokenOf(keys: ProjectKeys, person: string, role: string, now: number): Promise<string> {
  return new SignJWT({ roles: [role] })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(person)
    .setExpirationTime(Math.floor(now / 1000) + 864_000)
    .sign(new TextEncoder().encode(keys.signingSecret));
}

/** Each journey in two versions, so that what changed can be asked for. */
async function publishAll(collector: Collector, keys: ProjectKeys, count: number): Promise<void> {
  for (const journey of crowdJourneys(count))
    for (const title of [`Old ${journey.title}`, journey.title]) {
      await ask(collector, "PUT", `/v1/journeys/${journey.id}`, keys.authorKey, { ...journey, title });
      await ask(collector, "POST", `/v1/journeys/${journey.id}/publish`, keys.authorKey, {});
    }
}

/** A hundred hand-overs by ten people: what a busy role's list holds. */
async function offerAll(collector: Collector, keys: ProjectKeys, now: number): Promise<void> {
  for (let i = 0; i < 10; i += 1) {
    const token = await tokenOf(keys, personName(i), "sales-0", now);
    const acts = Array.from({ length: 10 }, (_, nth) => ({
      act: "offer",
      id: idOf(`${i}/${nth}`, now),
      journey: "journey-0",
      step: "step-0-of-0",
      attempt: 1,
      subject: `deal:${i}-${nth}`,
      role: "sales-0",
      to: "sales-1",
      at: now,
    }));
    await ask(collector, "POST", `/v1/handoffs?key=${keys.writeKey}`, token, { format: "waymark.handoffs/1", acts });
  }
}

async function makeProjects(dataDir: string, it: Filling): Promise<Record<string, ProjectKeys>> {
  const collector = await createCollector({ dataDir, now: () => it.now });
  const keys: Record<string, ProjectKeys> = {};
  for (let i = 0; i < it.projects; i += 1) {
    const id = `project-${i}`;
    const own = await collector.admin.createProject({ id, title: id, roles: crowdRoles });
    await publishAll(collector, own, it.journeys);
    await offerAll(collector, own, it.now);
    keys[id] = own;
  }
  await collector.close();
  return keys;
}

/** The Monday from which `weeks` weeks are over now. */
export function beginningOf({ weeks, now }: Pick<Filling, "weeks" | "now">): number {
  const calendar = createCalendar("UTC");
  return calendar.startOf(calendar.weekOf(now) - weeks, 0);
}

/** Fills a folder with projects and their people's past, through `append`, and closes blocks as the weeks went by. */
export async function fillFolder(
  dataDir: string,
  it: Filling,
  onProgress?: (events: number) => void,
  onClosed?: (seconds: number) => void,
): Promise<Filled> {
  const begin = performance.now();
  const keys = await makeProjects(dataDir, it);
  const secrets = fileSecrets(join(dataDir, "secrets.json"));
  const journeys = crowdJourneys(it.journeys);
  const projects = Object.keys(keys).map(
    (id): CrowdProject => ({ id, journeys, pseudonym: secrets.get(id).pseudonym }),
  );
  const from = beginningOf(it);
  const store = createThreadedEventStore(join(dataDir, "events.sqlite"));
  const events = await fillStore(store, projects, { ...it, from }, onProgress);
  await store.close();
  const seconds = (performance.now() - begin) / 1000;
  for (let block = 1; block <= it.closed; block += 1) {
    const collector = await createCollector({ dataDir, now: () => from + block * 4 * weekMs + 4 * 86_400_000 });
    const closing = performance.now();
    await collector.admin.freezeDue();
    onClosed?.((performance.now() - closing) / 1000);
    await collector.close();
  }
  return { keys, events, seconds };
}
