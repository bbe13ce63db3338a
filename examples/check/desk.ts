import { request as ask, createServer, type IncomingMessage } from "node:http";
import { serveHelpdesk } from "../helpdesk/src/serve.ts";

/** A helpdesk to check, and how it is broken. */
export interface Desk {
  url: string;
  close(): Promise<void>;
}

/** What a release has done to the desk; each gives the page it sends, or another address. */
export interface Plants {
  html?: (html: string) => string;
  /** Paths that are gone, or lead elsewhere. */
  moved?: Readonly<Record<string, 404 | string>>;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Each support agent has a ticket of their own, as on any working day. */
async function takeTickets(url: string): Promise<void> {
  for (const [person, ticket] of [
    ["u-jonas", 1001],
    ["u-priya", 1002],
  ]) {
    const entered = await fetch(`${url}/tickets?as=${person}`, { redirect: "manual" });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    await fetch(`${url}/tickets/${ticket}/assign`, { method: "POST", headers: { cookie }, redirect: "manual" });
  }
}

/** Serves the helpdesk of the examples, with what a release has broken. */
export async function serveDesk({ html = (text) => text, moved = {} }: Plants = {}): Promise<Desk> {
  const desk = await serveHelpdesk();
  await takeTickets(desk.url);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://desk").pathname;
    const to = moved[path];
    if (to === 404) return response.writeHead(404).end();
    if (to !== undefined) return response.writeHead(303, { location: to }).end();
    const { host: _, ...headers } = request.headers;
    const passed = ask(`${desk.url}${request.url}`, { method: request.method, headers }, (answer) => {
      const { "content-length": __, ...rest } = answer.headers;
      void textOf(answer).then((text) => response.writeHead(answer.statusCode ?? 500, rest).end(html(text)));
    });
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.close();
    },
  };
}
