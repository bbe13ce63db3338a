import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a client sent, as far as the tests look at it. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Stands between a client and a collector. */
export interface Front {
  url: string;
  /** Everything that came by, by the lane it took. */
  seen: Map<string, Seen[]>;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const headersOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    [...response.headers].filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name)),
  );

async function relay(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, headersOf(response));
  to.end(Buffer.from(await response.arrayBuffer()));
}

/**
 * A server whose first path segment is a lane: `/segment-503/v1/batch`. A request gets what `answers` says, or goes to the
 * collector with the lane taken off.
 *
 * @param answers - The answer to a lane's `nth` request of its method (from 0), or `null` for the collector's own.
 */
export async function startFront(
  collector: string,
  answers: (lane: string, nth: number, request: Seen) => Response | null,
): Promise<Front> {
  const seen = new Map<string, Seen[]>();
  async function answer(request: IncomingMessage, to: ServerResponse): Promise<void> {
    const [, lane = "", rest = ""] = /^\/([^/]*)(.*)$/.exec(request.url ?? "") ?? [];
    const body = await bodyOf(request);
    const { method = "GET", headers } = request;
    const before = seen.get(lane) ?? [];
    const now = { method, path: rest, headers, body };
    seen.set(lane, [...before, now]);
    const scripted = answers(lane, before.filter((each) => each.method === method).length, now);
    if (scripted !== null) return relay(scripted, to);
    const plain = Object.entries(headers).filter(
      ([name]) => !/^(host|connection|content-length|transfer-encoding|expect)$/.test(name),
    );
    const init = { method, headers: Object.fromEntries(plain) as Record<string, string> };
    return relay(await fetch(collector + rest, method === "GET" ? init : { ...init, body: new Uint8Array(body) }), to);
  }
  const server = createServer((request, to) => {
    answer(request, to).catch((error: unknown) => to.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
