import type { Journey, WaymarkEvent } from "@waymark/schema";
import { SignJWT } from "jose";
import { callCollector } from "../call-collector.ts";
import { createRandom, type Random } from "./random.ts";
import { type Worker, walkJourney } from "./walk.ts";

const dayMs = 86_400_000;
const version = "0.1.0";

/** A made-up team and where its doings go. */
export interface SimulateOptions {
  collector: string;
  /** The project's write key. */
  key: string;
  /** The project's signing secret: simulated people are verified like real ones, and marked as simulated. */
  signingSecret: string;
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

/** Monday 00:00 UTC of the week that holds `at`. */
function mondayOf(at: number): number {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  return date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs;
}

function seededId(at: number, random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => random.between(0, 15).toString(16)).join("");
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${"89ab"[random.between(0, 3)]}${hex(3)}-${hex(12)}`;
}

function shareOut(people: number, shares: Readonly<Record<string, number>>, random: Random): Worker[] {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const workers: Worker[] = [];
  const roles = Object.entries(shares);
  for (const [at, [role, share]] of roles.entries()) {
    const count = at === roles.length - 1 ? people - workers.length : Math.round((people * share) / total);
    for (let number = 1; number <= count; number++) {
      workers.push({ id: `sim-${role}-${String(number).padStart(2, "0")}`, role, skill: random.normal() });
    }
  }
  return workers;
}

async function post(options: SimulateOptions, worker: Worker, token: string, events: WaymarkEvent[]): Promise<void> {
  const body = {
    sentAt: new Date(options.now).toISOString(),
    person: worker.id,
    roles: [worker.role],
    locale: "en",
    sdk: `simulate/${version}`,
    token,
    events,
  };
  type Verdict = { detail?: string; rejected?: { message: string }[]; token?: string };
  const { status, body: answer } = await callCollector<Verdict>(options, "POST", "/v1/events", body);
  const refused = answer.rejected?.[0]?.message ?? answer.token;
  if (status !== 202 || refused)
    throw new Error(`The collector refused a simulated event: ${refused ?? answer.detail ?? status}`);
}

/**
 * Sends weeks of a made-up team through the collector's real HTTP API. Every event says that it is simulated, and the
 * dashboard says so wherever such people stand behind a number.
 *
 * @throws when the collector refuses an event.
 */
export async function simulateTeam(options: SimulateOptions): Promise<Simulated> {
  const { seed = 1, weeks = 9, people } = options;
  const random = createRandom(seed);
  const roles = [...new Set(options.journeys.flatMap((journey) => journey.roles ?? []))];
  const shares = options.shares ?? Object.fromEntries(roles.map((role) => [role, 1]));
  const to = mondayOf(options.now);
  const from = to - weeks * 7 * dayMs;
  const secret = new TextEncoder().encode(options.signingSecret);
  let events = 0;
  for (const worker of people > 0 ? shareOut(people, shares, random) : []) {
    const journeys = options.journeys.filter(({ roles: open }) => !open?.length || open.includes(worker.role));
    const drafts = journeys.flatMap((journey) => walkJourney(journey, worker, from, to, random));
    const sent = drafts.map(({ at: moment, ...draft }, seq): WaymarkEvent => {
      const at = Math.round(moment);
      return {
        ...draft,
        id: seededId(at, random),
        ts: new Date(at).toISOString(),
        session: `${worker.id}-${seed}`,
        seq,
      };
    });
    const token = await new SignJWT({ roles: [worker.role] })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(worker.id)
      .setExpirationTime(Math.floor(options.now / 1000) + 3600)
      .sign(secret);
    for (let start = 0; start < sent.length; start += 400)
      await post(options, worker, token, sent.slice(start, start + 400));
    events += sent.length;
  }
  return { people, events };
}
