import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../../packages/testing/src/browser.ts";
import { doesWith, failFirst, statuses } from "../../packages/testing/src/clients/answers.ts";
import { type Front, type Seen, startFront } from "../../packages/testing/src/clients/front.ts";
import { installClients } from "../../packages/testing/src/clients/install.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const scripts = {
  "/segment.js": "@segment/analytics-next/dist/umd/index.js",
  "/rudder.js": "@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js",
};

/** A page of a host: as its own, on an origin of its own, since these clients keep their queues by origin. */
interface Pages {
  address(lane: string): string;
  close(): Promise<void>;
}

async function servePages(clients: string): Promise<Pages> {
  const files = Object.entries(scripts).map(
    ([path, file]) => [path, readFileSync(join(clients, "node_modules", file))] as const,
  );
  const known = new Map<string | undefined, Buffer>(files);
  const server = createServer((request, response) => {
    const script = known.get(request.url);
    response.writeHead(200, { "content-type": script === undefined ? "text/html" : "text/javascript" });
    response.end(script ?? "<!doctype html><title>A host</title><link rel=icon href=data:,>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: (lane) => `http://${lane}.localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

let world: { browser: Browser; context: BrowserContext; collector: RealCollector; front: Front; pages: Pages };

beforeAll(async () => {
  const clients = installClients();
  const collector = await startCollector();
  const browser = await launchBrowser();
  const front = await startFront(collector.url, failFirst);
  world = { collector, front, browser, context: await browser.newContext(), pages: await servePages(clients) };
});

afterAll(async () => {
  await world?.browser.close();
  await world?.pages.close();
  await world?.front.close();
  await world?.collector.stop();
});

interface Tracker {
  identify(user: string): unknown;
  track(name: string, props: object): unknown;
}
interface Load {
  client: string;
  lane: string;
  front: string;
  key: string;
}

/** What a host writes to start one of these clients, and two calls. Runs in the page. */
function start({ client, lane, front, key }: Load): void {
  const own = window as unknown as {
    AnalyticsNext: { AnalyticsBrowser: { load(settings: object, options: object): Tracker } };
    rudderanalytics: {
      RudderAnalytics: new () => Tracker & { load(key: string, plane: string, options: object): void };
    };
  };
  const address = `${front}/${lane}`;
  const use = (tracker: Tracker): void => {
    // Where the first delivery fails, it shall be the one that tracks.
    if (!/-\d+$/.test(lane) || lane.endsWith("-200") || client === "segmentBatch") tracker.identify(`u-${lane}`);
    tracker.track("Deal Created", { dealId: "17", secret: "not to be kept" });
  };
  if (client.startsWith("segment")) {
    const batching = { strategy: "batching", config: { size: 2 } };
    const more = client === "segmentBatch" ? { deliveryStrategy: batching } : {};
    const apiHost = `${address.replace("http://", "")}/v1`;
    const options = { integrations: { "Segment.io": { apiHost, protocol: "http", ...more } } };
    // Without options it sends where the settings say.
    const cdnURL = lane === "segment-plain" ? front : address;
    use(own.AnalyticsNext.AnalyticsBrowser.load({ writeKey: key, cdnURL }, lane === "segment-plain" ? {} : options));
    return;
  }
  const rudder = new own.rudderanalytics.RudderAnalytics();
  const beacon = { useBeacon: true, beaconQueueOptions: { maxItems: 2, flushQueueInterval: 500 } };
  rudder.load(key, address, { configUrl: address, logLevel: "NONE", ...(client === "rudderBeacon" ? beacon : {}) });
  use(rudder);
}

async function visit(lane: string): Promise<void> {
  const { context, pages, front, collector } = world;
  const page = await context.newPage();
  const client = lane.split("-")[0] ?? "";
  await page.goto(pages.address(lane));
  await page.addScriptTag({ url: client.startsWith("segment") ? "/segment.js" : "/rudder.js" });
  const base = lane === "segment-plain" ? collector.url : front.url;
  await page.evaluate(start, { client, lane, front: base, key: collector.key });
}

const deliveries = (lane: string): Seen[] =>
  (world.front.seen.get(lane) ?? []).filter(({ method }) => method === "POST");
const tracks = (lane: string): number => deliveries(lane).filter(({ body }) => body.includes("Deal Created")).length;

it("C141 browser clients on pages of other origins, and what they do with every answer", async () => {
  // Not 408: Chromium sends again by itself after one on a connection that it had used before.
  const told = statuses.filter((status) => status !== "408");
  const lanes = ["segment", "rudder"].flatMap((client) => told.map((status) => `${client}-${status}`));
  const more = ["segment-plain", "segmentBatch-200", "segmentBatch-503", "rudderBeacon-200"];
  await Promise.all([...lanes, ...more].map(visit));
  const does = (lane: string) => doesWith(/^(segment|rudder)/.exec(lane)?.[0] ?? "", /\d+$/.exec(lane)?.[0] ?? "200");
  // Nothing stands behind the 202.
  const kept = [...lanes, ...more].filter((lane) => does(lane) !== "drops" && !lane.endsWith("-202"));
  const tracked = async () => (await world.collector.events()).filter(({ type }) => type === "host.deal.created");
  await expect.poll(async () => (await tracked()).length, { timeout: 60_000 }).toBe(kept.length);
  // Whoever drops may be slower than those who send again: waited for as well.
  await expect
    .poll(() => [...lanes, ...more].map((lane) => [lane, tracks(lane)]), { timeout: 60_000 })
    .toEqual([...lanes, ...more].map((lane) => [lane, lane === "segment-plain" ? 0 : does(lane) === "again" ? 2 : 1]));
  for (const each of await tracked()) expect(each).toMatchObject({ props: {} });
  const first = (lane: string) => ({
    path: deliveries(lane)[0]?.path,
    type: deliveries(lane)[0]?.headers["content-type"],
  });
  expect(first("segment-503")).toEqual({ path: "/v1/t", type: "text/plain" });
  expect(first("segmentBatch-200")).toEqual({ path: "/v1/b", type: "text/plain" });
  expect(first("rudder-503")).toMatchObject({ path: "/v1/track", type: expect.stringContaining("application/json") });
  expect(first("rudderBeacon-200").path).toBe(`/beacon/v1/batch?writeKey=${world.collector.key}`);
});
