import type { Journey, WaymarkEvent } from "@waymark/schema";
import { SignJWT } from "jose";
import { callCollector } from "../call-collector.ts";
import { mondayOf, weekMs } from "./clock.ts";
import { plant } from "./planted.ts";
import { createRandom, type Random, seedOf } from "./random.ts";
import { isFor, type PlantedTruth, plantedTruth } from "./rows.ts";
import type { Planned } from "./state-plan.ts";
import { tell } from "./tell.ts";
import { tellBeside } from "./tell-beside.ts";
import { walkWay } from "./walk.ts";

const version = "0.1.0";

/** A made-up team and where its doings go. */
export interface SimulateOptions {
  collector: string;
  /** The project's write key. */
  key: string;
  /**
   * The project's signing secret: simulated people are verified like real ones, and marked as simulated. Without it they
   * are not verified, and no number is shown of them.
   */
  signingSecret?: string | undefined;
  /** With their versions, as the collector serves them. */
  journeys: readonly Journey[];
  /** People in all; shared out over the roles. */
  people: number;
  /** Roles with their share of the people. Default: the journeys' roles, evenly. */
  shares?: Readonly<Record<string, number>> | undefined;
  /** Whole weeks of history before the present week. Default 9: two closed blocks of four. */
  weeks?: number | undefined;
  /** Default 1. The same seed and week give the same events, so that a second run adds nothing. */
  seed?: number | undefined;
  now: number;
}

export interface Simulated {
  people: number;
  events: number;
}

interface Worker {
  id: string;
  role: string;
}

function seededId(at: number, random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => random.between(0, 15).toString(16)).join("");
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${"89ab"[random.between(0, 3)]}${hex(3)}-${hex(12)}`;
}

/** How many people each role gets; the last takes what is left. */
function shareOut({ journeys, people, shares }: SimulateOptions): Map<string, number> {
  const named = [...new Set(journeys.flatMap((journey) => journey.roles ?? []))];
  const roles = Object.entries(shares ?? Object.fromEntries(named.map((role) => [role, 1])));
  const total = roles.reduce((sum, [, share]) => sum + share, 0);
  const counts = new Map<string, number>();
  let left = people;
  for (const [at, [role, share]] of roles.entries()) {
    const count = at === roles.length - 1 ? left : Math.min(left, Math.round((people * share) / total));
    counts.set(role, count);
    left -= count;
  }
  return counts;
}

function workersOf(counts: ReadonlyMap<string, number>): Worker[] {
  return [...counts].flatMap(([role, count]) =>
    Array.from({ length: count }, (_, at) => ({ id: `sim-${role}-${String(at + 1).padStart(2, "0")}`, role })),
  );
}

interface Tick {
  seed: number;
  weeks: number;
  /** The first Monday, Unix ms. */
  from: number;
}

/** All events of one person, in order. */
function eventsOf(worker: Worker, journeys: readonly Journey[], { seed, weeks, from }: Tick): WaymarkEvent[] {
  const drafts = journeys
    .filter((journey) => isFor(journey, worker.role))
    .flatMap((journey) => {
      const { way } = plant(journey, worker.role, weeks, seed);
      const walked = walkWay(way, weeks, createRandom(seedOf(seed, "person", worker.id, journey.id)));
      // Drawn apart, so that what is planted stays what it is.
      const beside = createRandom(seedOf(seed, "beside", worker.id, journey.id));
      return [...tell(walked, { journey, person: worker.id }, weeks), ...tellBeside(walked, journey, weeks, beside)];
    })
    .sort((a, b) => a.at - b.at);
  const random = createRandom(seedOf(seed, "ids", worker.id));
  return drafts.map(({ at: moment, ...draft }, seq): WaymarkEvent => {
    const at = from + Math.round(moment);
    const session = `${worker.id}-${seed}`;
    return { ...draft, id: seededId(at, random), ts: new Date(at).toISOString(), session, seq };
  });
}

/** A person's own pass; `undefined` without the secret. */
async function tokenFor(worker: Worker, { signingSecret, now }: SimulateOptions): Promise<string | undefined> {
  if (signingSecret === undefined) return undefined;
  return new SignJWT({ roles: [worker.role] })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(worker.id)
    .setExpirationTime(Math.floor(now / 1000) + 3600)
    .sign(new TextEncoder().encode(signingSecret));
}

async function post(
  options: SimulateOptions,
  worker: Worker,
  token: string | undefined,
  events: WaymarkEvent[],
): Promise<void> {
  const body = {
    sentAt: new Date(options.now).toISOString(),
    person: worker.id,
    roles: [worker.role],
    locale: "en",
    sdk: `simulate/${version}`,
    ...(token === undefined ? {} : { token }),
    events,
  };
  type Verdict = { detail?: string; rejected?: { message: string }[]; token?: string };
  const { status, body: answer } = await callCollector<Verdict>(options, "POST", "/v1/events", body);
  const refused = answer.rejected?.[0]?.message ?? answer.token;
  if (status !== 202 || refused)
    throw new Error(`The collector refused a simulated event: ${refused ?? answer.detail ?? status}`);
}

const usualWeeks = 9;

/** The Monday on which the simulated weeks begin, Unix ms. */
export function firstMonday({ now, weeks = usualWeeks }: Pick<SimulateOptions, "now" | "weeks">): number {
  return mondayOf(now) - weeks * weekMs;
}

/**
 * Sends weeks of a made-up team through the collector's real HTTP API. Every event says that it is simulated, and the
 * dashboard says so wherever such people stand behind a number.
 *
 * @throws when the collector refuses an event.
 */
export async function simulateTeam(options: SimulateOptions): Promise<Simulated> {
  const { seed = 1, weeks = usualWeeks } = options;
  const tick = { seed, weeks, from: firstMonday(options) };
  const workers = workersOf(shareOut(options));
  let events = 0;
  for (const worker of workers) {
    const sent = eventsOf(worker, options.journeys, tick);
    const token = await tokenFor(worker, options);
    for (let start = 0; start < sent.length; start += 400)
      await post(options, worker, token, sent.slice(start, start + 400));
    events += sent.length;
  }
  return { people: workers.length, events };
}

/** What `simulateTeam` plants with the same options, in the shape of `GET /v1/insights/gap`. It sends nothing. */
export function truthOfTeam(options: SimulateOptions): PlantedTruth {
  const { journeys, seed = 1, weeks = usualWeeks } = options;
  return plantedTruth({ journeys, people: shareOut(options), weeks, seed, to: mondayOf(options.now) });
}

/** What `simulateTeam` plants as expected with the same options; without the truth, which takes a crowd of people to know. */
export function plannedOfTeam(options: SimulateOptions): Planned[] {
  const { journeys, seed = 1, weeks = usualWeeks } = options;
  return journeys.flatMap((journey) =>
    [...shareOut(options).keys()]
      .filter((role) => isFor(journey, role))
      .flatMap((role) => {
        const { stated } = plant(journey, role, weeks, seed);
        return journey.steps.map(
          ({ id }, index): Planned => ({
            journey: journey.id,
            role,
            step: id,
            expected: stated[index]?.expected ?? null,
          }),
        );
      }),
  );
}
