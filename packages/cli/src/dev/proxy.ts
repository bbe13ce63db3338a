import { request as askHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { request as askHttps } from "node:https";
import type { Duplex } from "node:stream";

const asker = (to: URL): typeof askHttp => (to.protocol === "https:" ? askHttps : askHttp);

/** Headers of an answer that was changed: its length is another one, and the policy knows nothing of the guide. */
function changedHeaders(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  const left = Object.entries(headers).filter(
    ([name]) => !["content-length", "content-security-policy", "transfer-encoding", "etag"].includes(name),
  );
  return { ...Object.fromEntries(left), "cache-control": "no-store" };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** An address of the app becomes the proxy's own, so that nobody is led past it. */
function ownLocation(location: string | undefined, app: URL): string | undefined {
  return location?.startsWith(app.origin) ? location.slice(app.origin.length) || "/" : location;
}

/**
 * Passes requests on to a running app; `change` has its say about each page.
 *
 * @param more - Headers that go over those of each answer.
 */
export function proxyTo(app: URL, change: (html: string) => string, more: Readonly<Record<string, string>> = {}) {
  return (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    new Promise((resolve) => {
      // Unpacked, so that a page can be read; the host's own name, so that it knows itself.
      const headers = { ...request.headers, host: app.host, "accept-encoding": "identity" };
      const to = new URL(request.url ?? "/", app);
      const passed = asker(app)(to, { method: request.method, headers }, (answer) => {
        const status = answer.statusCode ?? 502;
        const location = ownLocation(answer.headers.location, app);
        const isPage = answer.headers["content-type"]?.startsWith("text/html") && !answer.headers["content-encoding"];
        const own = isPage ? changedHeaders(answer.headers) : answer.headers;
        response.writeHead(status, { ...own, ...(location === undefined ? {} : { location }), ...more });
        if (!isPage) answer.pipe(response).on("close", resolve);
        else
          void textOf(answer).then((text) => {
            response.end(change(text));
            resolve();
          });
      });
      passed.on("error", (error: NodeJS.ErrnoException) => {
        const said = `${app.origin} does not answer (${error.code ?? error.message}): is your app running there?`;
        if (response.headersSent) response.destroy();
        else response.writeHead(502, { "content-type": "text/plain; charset=utf-8" }).end(said);
        resolve();
      });
      request.pipe(passed);
    });
}

/** Passes on what is no HTTP any more: the socket by which a bundler tells its pages of changes. */
export function passSocket(app: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const headers = { ...request.headers, host: app.host, origin: app.origin };
  const passed = asker(app)(new URL(request.url ?? "/", app), { headers });
  passed.on("upgrade", (answer, far, rest) => {
    const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
    for (let at = 0; at < answer.rawHeaders.length; at += 2)
      lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.write(rest);
    far.write(head);
    far.pipe(socket).pipe(far);
    far.on("error", () => socket.destroy());
    socket.on("error", () => far.destroy());
  });
  passed.on("response", () => socket.destroy());
  passed.on("error", () => socket.destroy());
  passed.end();
}
