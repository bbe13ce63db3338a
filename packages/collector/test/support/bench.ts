import type { Journey } from "@waymark/schema";
import { SignJWT } from "jose";
import { onTestFinished } from "vitest";
import {
  type Collector,
  type CollectorOptions,
  createCollector,
  type ProjectKeys,
  type RoleNode,
  type StoreOptions,
} from "../../src/index.ts";
import { type Clock, createClock } from "./clock.ts";
import { usualSentAt } from "./events.ts";

export const roles: RoleNode[] = [
  { id: "sales", title: "Sales" },
  { id: "sales-rep", parent: "sales", title: "Sales rep" },
  { id: "sales-manager", parent: "sales", title: "Sales manager" },
];

export const winADeal: Journey = {
  format: "waymark.journey/1",
  id: "win-a-deal",
  title: "Win a deal",
  roles: ["sales-rep"],
  steps: [
    { id: "log-call", title: "Log the call", minutes: 3, done: { event: "call.logged" } },
    { id: "set-date", title: "Set the date", done: { event: "date.set" } },
    { id: "send-offer", title: "Send the offer" },
  ],
};

/** One collector in memory with one project, and short ways to talk to it. */
export interface Bench {
  collector: Collector;
  clock: Clock;
  keys: ProjectKeys;
  call(
    method: string,
    path: string,
    init?: { key?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  send(batch: unknown, headers?: Record<string, string>): Promise<Response>;
  token(person: string, roles?: string[], claims?: Record<string, unknown>): Promise<string>;
  signIn(role: "owner" | "author" | "csm" | "manager"): Promise<string>;
  publish(journey?: object): Promise<number>;
}

/** A delivery that says nothing else was sent by a clock that goes right. */
function sentNow(delivery: unknown, clock: Clock): unknown {
  const { sentAt } = delivery as { sentAt?: unknown };
  return sentAt === usualSentAt ? { ...(delivery as object), sentAt: new Date(clock.now()).toISOString() } : delivery;
}

export const monday = "2026-09-07T09:00:00Z";

async function cookieOf(collector: Collector, path: string): Promise<string> {
  const token = new URL(path, "http://collector").searchParams.get("token") ?? "";
  const response = await collector.fetch(
    new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) }),
  );
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** Where benches keep what they keep. The store suites put other stores here and run the same tests again. */
export const benchStores: {
  next(): Promise<StoreOptions>;
  /** Whether answers say what became of each event. */
  tellsOutcomes: boolean;
  /** A project's rows of control data with their tables, where these are not in a file of the bench's directory. */
  controlRows?: (project: string) => Promise<[table: string, row: object][]>;
} = { next: async () => ({}), tellsOutcomes: true };

export async function createBench(options: Partial<CollectorOptions> = {}, tree: RoleNode[] = roles): Promise<Bench> {
  const clock = createClock(monday);
  const store = await benchStores.next();
  const collector = await createCollector({ dataDir: ":memory:", now: clock.now, store, ...options });
  onTestFinished(() => collector.close());
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: tree });
  return benchOf(collector, clock, keys);
}

export function benchOf(collector: Collector, clock: Clock, keys: ProjectKeys): Bench {
  const call: Bench["call"] = (method, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (init.key !== undefined) headers.set("authorization", `Bearer ${init.key}`);
    if (init.body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
    const body = init.body === undefined ? null : JSON.stringify(init.body);
    return collector.fetch(new Request(`http://collector${path}`, { method, headers, body }));
  };
  return {
    collector,
    clock,
    keys,
    call,
    send: (batch, headers = {}) =>
      call("POST", "/v1/events", { key: keys.writeKey, body: sentNow(batch, clock), headers }),
    token: (person, own = ["sales-rep"], claims = {}) =>
      new SignJWT({ roles: own, ...claims })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(person)
        .setExpirationTime(Math.floor(clock.now() / 1000) + 3600)
        .sign(new TextEncoder().encode(keys.signingSecret)),
    signIn: async (role) => cookieOf(collector, await collector.admin.invite("crm", role)),
    async publish(journey = winADeal) {
      const { id } = journey as { id: string };
      await call("PUT", `/v1/journeys/${id}`, { key: keys.authorKey, body: journey });
      const response = await call("POST", `/v1/journeys/${id}/publish`, { key: keys.authorKey, body: {} });
      return ((await response.json()) as { version: number }).version;
    },
  };
}
