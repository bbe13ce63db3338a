import { createHmac } from "node:crypto";
import type { Journey } from "@waymark/schema";
import { type Assets, type Collector, createCollector, type RoleNode, serve } from "../../collector/src/index.ts";

/** A real collector on loopback with one project. */
export interface RealCollector {
  url: string;
  /** The write key of its project. */
  key: string;
  /** Keys for those who write journeys and run the project. */
  keys: { authorKey: string; ownerKey: string };
  collector: Collector;
  /** A person's token, as the host's server would sign it. It holds for an hour. */
  token(person: string, roles: readonly string[], claims?: Readonly<Record<string, unknown>>): string;
  /** Publishes a journey. */
  publish(journey: Journey): Promise<void>;
  /** What it stored, oldest first. */
  events(): Promise<{ type: string; props?: Record<string, unknown> }[]>;
  stop(): Promise<void>;
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** HS256, RFC 7515. */
function sign(payload: object, secret: string): string {
  const text = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(payload)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

/** Starts one in memory, on a free port. */
export async function startCollector(
  roles: RoleNode[] = [{ id: "clerk", title: "Clerks" }],
  now: () => number = Date.now,
  assets: Assets = {},
): Promise<RealCollector> {
  const collector = await createCollector({ dataDir: ":memory:", now, assets });
  const { writeKey, authorKey, ownerKey, signingSecret } = await collector.admin.createProject({
    ...{ id: "shop", title: "Shop", roles },
  });
  const { url, close } = await serve(collector, { port: 0 });
  return {
    url,
    key: writeKey,
    keys: { authorKey, ownerKey },
    collector,
    token: (person, own, claims = {}) =>
      sign({ sub: person, roles: own, exp: Math.floor(now() / 1000) + 3600, ...claims }, signingSecret),
    publish: async (journey) => {
      const headers = { authorization: `Bearer ${authorKey}`, "content-type": "application/json" };
      const send = async (method: string, path: string, body?: string): Promise<void> => {
        const answer = await fetch(`${url}/v1/journeys/${journey.id}${path}`, { method, headers, body });
        if (!answer.ok) throw new Error(await answer.text());
      };
      await send("PUT", "", JSON.stringify(journey));
      await send("POST", "/publish", "{}");
    },
    events: async () => {
      const answer = await fetch(`${url}/v1/events?limit=1000`, { headers: { authorization: `Bearer ${ownerKey}` } });
      const lines = (await answer.text()).split("\n").filter(Boolean);
      return lines.map((line) => JSON.parse(line) as { type: string });
    },
    stop: async () => {
      await close();
      await collector.close();
    },
  };
}
