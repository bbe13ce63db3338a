import { existsSync, statSync, watch } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Collector, createCollector, serve } from "@waymark/collector";
import { findAssets } from "../assets.ts";
import { Failure } from "../failure.ts";
import { findJourneyFiles, type JourneyFile, readJourneyFiles } from "../journey-files.ts";
import { publishJourney } from "../publish.ts";
import { injectGuide, ownPath, reloadScript } from "./inject.ts";
import { passSocket, proxyTo } from "./proxy.ts";
import { serveFolder } from "./static-files.ts";

export interface DevOptions {
  /** The address of a running app, or a folder of pages. */
  app: string;
  /** The folder of the journey files. */
  journeys: string;
  /** Whose journeys are shown. Default: those of all roles. */
  roles: readonly string[] | undefined;
  port: number;
  /** Hears of each reading of the files. */
  onRead(files: readonly JourneyFile[]): void;
}

export interface Dev {
  url: string;
  /** The collector, as its dashboard is opened. */
  collector: string;
  invite: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Editors write a file in several goes: wait until they are done, ms. */
const settleMs = 120;

/** Calls back once the files of a folder were changed. */
function watchFolder(folder: string, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Pages that wait to be loaded again. */
function createReloader(): { join: Handler; tell(): void; close(): void } {
  const waiting = new Set<ServerResponse>();
  return {
    join: async (request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("retry: 500\n\n");
      waiting.add(response);
      request.on("close", () => waiting.delete(response));
    },
    tell: () => {
      for (const each of waiting) each.write("data: saved\n\n");
    },
    close: () => {
      for (const each of waiting) each.end();
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`127.0.0.1:${port} is taken: choose another one with --port.`) : error,
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`);
    });
  });
}

async function openProject(collector: Collector, files: readonly JourneyFile[], wanted: DevOptions["roles"]) {
  const named = files.flatMap(({ journey }) => journey?.roles ?? []);
  const ids = [...new Set([...named, ...(wanted ?? [])])];
  const roles = (ids.length > 0 ? ids : ["everybody"]).map((id) => ({ id, title: id }));
  const keys = await collector.admin.createProject({ id: "dev", title: "This machine", roles });
  return { keys, roles: wanted ?? roles.map(({ id }) => id) };
}

/** The address of a running app; `null` for a folder of pages. */
function addressOf(app: string): URL | null {
  if (/^https?:\/\//.test(app) && URL.canParse(app)) return new URL(app);
  if (existsSync(app) && statSync(app).isDirectory()) return null;
  throw new Failure("dev_target", `--app is ${app}: neither an address nor a folder.`);
}

/** Answers what is Waymark's own; everything else is the app's. */
function createProxy(app: Handler, collector: Handler, reloader: { join: Handler }): Server {
  return createServer((request, response) => {
    const path = request.url ?? "/";
    const answer = async (): Promise<void> => {
      if (path === `${ownPath}saved`) return reloader.join(request, response);
      if (path === `${ownPath}reload.js`) {
        response.writeHead(200, { "content-type": "text/javascript" }).end(reloadScript);
        return;
      }
      if (!path.startsWith(ownPath)) return app(request, response);
      request.url = path.slice(ownPath.length - 1);
      return collector(request, response);
    };
    answer().catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
}

/**
 * Starts a collector in memory and a proxy before an app, which puts Waymark into each page and loads it again when a journey
 * file is saved. Nothing of the app is changed, and nothing is left behind.
 */
export async function startDev(options: DevOptions): Promise<Dev> {
  const address = addressOf(options.app);
  const read = async (): Promise<JourneyFile[]> => readJourneyFiles(await findJourneyFiles([options.journeys]));
  const first = await read();
  const collector = await createCollector({ dataDir: ":memory:", assets: findAssets() });
  const inner = await serve(collector, { port: 0 });
  const { keys, roles } = await openProject(collector, first, options.roles);
  const publish = async (files: readonly JourneyFile[]): Promise<void> => {
    options.onRead(files);
    for (const { journey } of files)
      if (journey) await publishJourney(journey, { collector: inner.url, key: keys.authorKey });
  };
  await publish(first);
  const reloader = createReloader();
  const change = (html: string): string => injectGuide(html, { key: keys.writeKey, roles });
  const app: Handler = address ? proxyTo(address, change) : serveFolder(options.app, change);
  const server = createProxy(
    app,
    // A browser keeps journeys for a minute: here they are another a second later.
    proxyTo(new URL(inner.url), (html) => html, { "cache-control": "no-store" }),
    reloader,
  );
  if (address) server.on("upgrade", (request, socket, head) => passSocket(address, request, socket, head));
  const closeInner = async (): Promise<void> => {
    await inner.close();
    await collector.close();
  };
  const url = await listen(server, options.port).catch(async (error: unknown) => {
    await closeInner();
    throw error;
  });
  // One after the other: a file that is saved twice is published in that order.
  let queue = Promise.resolve();
  const stopWatching = watchFolder(options.journeys, () => {
    queue = queue
      .then(read)
      .then(publish)
      .then(reloader.tell)
      .catch((error: unknown) => console.error(`waymark: ${String(error)}`));
  });
  return {
    url,
    collector: inner.url,
    invite: `${inner.url}${await collector.admin.invite("dev", "owner")}`,
    close: async () => {
      stopWatching();
      await queue;
      reloader.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closeInner();
    },
  };
}
