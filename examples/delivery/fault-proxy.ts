import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";

/**
 * What becomes of a delivery on its way. `pass`: the collector answers. `hang`: taken and never answered. `reset`: the
 * connection is cut before the collector hears of it. `lose`: the collector keeps it, and its answer is cut off.
 */
export type Fault = "pass" | "hang" | "reset" | "lose" | { status: number; headers?: Record<string, string> };

/** One delivery as it came in. */
export interface Delivery {
  at: number;
  fault: Fault;
  bytes: number;
  gzip: boolean;
  sentAt: string;
  person: string;
  ids: string[];
  types: string[];
  /** What the collector answered, where it was asked. */
  receipt?: { accepted: number; duplicates: number; conflicts: unknown[]; rejected: unknown[] };
}

export interface FaultProxy {
  url: string;
  /** Says what becomes of the next delivery; `pass` until told otherwise. */
  decide(fault: (delivery: Omit<Delivery, "fault">, index: number) => Fault): void;
  /** From now on nothing reaches the collector, as over a slow line, until what it gives is called. */
  hold(): () => void;
  deliveries: Delivery[];
  /** Methods and paths of everything else, preflights among it. */
  others: string[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function read(body: Buffer, at: number): Omit<Delivery, "fault"> {
  const gzip = body[0] === 0x1f && body[1] === 0x8b;
  const batch = JSON.parse((gzip ? gunzipSync(body) : body).toString()) as {
    sentAt: string;
    person: string;
    events: { id: string; type: string }[];
  };
  const { sentAt, person, events } = batch;
  return {
    ...{ at, gzip, bytes: body.length, sentAt, person },
    ids: events.map(({ id }) => id),
    types: events.map(({ type }) => type),
  };
}

/** Stands before a collector and spoils its deliveries as a test decides. */
export async function startFaultProxy(collector: string): Promise<FaultProxy> {
  let decide: Parameters<FaultProxy["decide"]>[0] = () => "pass";
  let line = Promise.resolve();
  const deliveries: Delivery[] = [];
  const others: string[] = [];

  const forward = async (request: IncomingMessage, body: Buffer): Promise<Response> => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (!["host", "connection", "content-length", "accept-encoding"].includes(name)) headers.set(name, String(value));
    const { method = "GET", url = "/" } = request;
    return fetch(collector + url, { method, headers, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) });
  };
  const give = async (response: ServerResponse, answer: Response): Promise<void> => {
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries(
      [...answer.headers].filter(
        ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
      ),
    );
    response.writeHead(answer.status, headers).end(body);
  };

  const deliver = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const seen = read(body, Date.now());
    const fault = decide(seen, deliveries.length);
    const delivery: Delivery = { ...seen, fault };
    deliveries.push(delivery);
    if (fault === "hang") return;
    if (fault === "reset") return void request.socket.destroy();
    if (typeof fault === "object") {
      const origin = request.headers.origin ?? "*";
      const headers = { "access-control-allow-origin": origin, "access-control-expose-headers": "Retry-After" };
      return void response.writeHead(fault.status, { ...headers, ...fault.headers }).end("{}");
    }
    await line;
    const answer = await forward(request, body);
    delivery.receipt = (await answer.clone().json()) as NonNullable<Delivery["receipt"]>;
    if (fault === "lose") return void request.socket.destroy();
    await give(response, answer);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === "POST" && request.url?.startsWith("/v1/events")) return deliver(request, response);
    others.push(`${request.method} ${request.url?.split("?")[0]}`);
    await give(response, await forward(request, await bodyOf(request)));
  };

  const server = createServer((request, response) => {
    // A sender that went away in the middle is nothing to answer.
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    decide: (next) => {
      decide = next;
    },
    hold: () => {
      let release = (): void => undefined;
      line = new Promise((free) => {
        release = free;
      });
      return release;
    },
    deliveries,
    others,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
