import { once } from "node:events";
import { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Collector } from "./create-collector.ts";

/** What is under way gets this long to be answered; streams have no end of their own and are cut then. */
const graceMs = 500;

/** Whoever needs longer to send a request, or its head, is cut off: a slow client must not hold what others need. */
const requestMs = 30_000;
const headersMs = 10_000;

export interface ServeOptions {
  /** 0 takes a free one. */
  port: number;
  /** Default `127.0.0.1`: whoever wants to be reached says so. */
  host?: string | undefined;
  /** How long a request may take to arrive, in milliseconds. Default 30,000. */
  requestMs?: number | undefined;
}

/** A listening server. */
export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:4180`. */
  url: string;
  /** Stops listening, lets what is under way be answered, and ends open streams. The collector itself stays open. */
  close(): Promise<void>;
}

/**
 * Serves a collector over HTTP. Fails when the port is taken. Signals are the caller's matter.
 */
export async function serve(collector: Collector, options: ServeOptions): Promise<Served> {
  const host = options.host ?? "127.0.0.1";
  const written = host.includes(":") ? `[${host}]` : host;
  const longest = options.requestMs ?? requestMs;
  const server = createAdaptorServer({
    // Balancers ask for health in HTTP/1.0, which knows no Host.
    hostname: written,
    fetch: (request, { incoming }) =>
      collector.fetch(request, incoming instanceof IncomingMessage ? { incoming } : undefined),
    serverOptions: {
      requestTimeout: longest,
      headersTimeout: Math.min(headersMs, longest),
      connectionsCheckingInterval: Math.min(1000, longest),
    },
  });
  server.listen(options.port, host);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${written}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
        server.close((error) => {
          clearTimeout(cut);
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}
