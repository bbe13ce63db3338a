import { createServer, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";

/** Stands before a collector and keeps everything that passes: addresses, headers and bodies, unpacked. */
export interface RecordingProxy {
  url: string;
  /** One text a request: method, address, headers and body. */
  requests: string[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Starts one on loopback, on a free port.
 *
 * @param collector Address of the collector it stands before, without a slash at its end.
 * @example
 * ```ts
 * const proxy = await startRecordingProxy(collector.url);
 * // open a page with `collector: proxy.url`, then look at proxy.requests
 * await proxy.close();
 * ```
 */
export async function startRecordingProxy(collector: string): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const packed = body[0] === 0x1f && body[1] === 0x8b;
    const text = (packed ? gunzipSync(body) : body).toString();
    const { method = "GET", url = "/" } = request;
    requests.push([method, url, JSON.stringify(request.headers), text].join("\n"));
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (!["host", "connection", "content-length", "accept-encoding"].includes(name)) headers.set(name, String(value));
    }
    const answer = await fetch(collector + url, {
      method,
      headers,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const kept = [...answer.headers].filter(
      ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
