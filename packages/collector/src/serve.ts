import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Collector } from "./create-collector.ts";

/** What is under way gets this long to be answered; streams have no end of their own and are cut then. */
const graceMs = 500;

export interface ServeOptions {
  /** 0 takes a free one. */
  port: number;
  /** Default `127.0.0.1`: whoever wants to be reached says so. */
  host?: string | undefined;
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
  const server = createAdaptorServer({ fetch: (request) => collector.fetch(request) });
  server.listen(options.port, host);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
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
