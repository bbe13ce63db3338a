import { type Collector, createCollector, serve } from "../../collector/src/index.ts";

/** A real collector on loopback with one project. */
export interface RealCollector {
  url: string;
  /** The write key of its project. */
  key: string;
  /** What the host's server signs its users' tokens with. */
  signingSecret: string;
  collector: Collector;
  /** What it stored, oldest first. */
  events(): Promise<{ type: string; props?: Record<string, unknown> }[]>;
  stop(): Promise<void>;
}

/** Starts one in memory, on a free port. */
export async function startCollector(): Promise<RealCollector> {
  const collector = await createCollector({ dataDir: ":memory:" });
  const roles = [{ id: "clerk", title: "Clerks" }];
  const { writeKey, ownerKey, signingSecret } = await collector.admin.createProject({
    id: "shop",
    title: "Shop",
    roles,
  });
  const { url, close } = await serve(collector, { port: 0 });
  return {
    url,
    key: writeKey,
    signingSecret,
    collector,
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
