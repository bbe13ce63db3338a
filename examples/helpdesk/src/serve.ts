import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { perform } from "./deeds.ts";
import { readDeskFile } from "./files.ts";
import { type GuideSource, guideTags } from "./guide.ts";
import { html, type Markup } from "./html.ts";
import { page } from "./layout.ts";
import { listPage } from "./list-page.ts";
import type { Person } from "./people.ts";
import { createSessions, type Session } from "./sessions.ts";
import { signInPage } from "./sign-in-page.ts";
import { ticketPage } from "./ticket-page.ts";
import { createDesk, type Desk, type Ticket } from "./tickets.ts";

export { type GuideSource, journeyFiles } from "./guide.ts";

export interface HelpdeskOptions {
  /** Default 0: a free one. */
  port?: number | undefined;
  /** A collector that guides come from and events go to. Left out: the desk brings its journeys itself. */
  source?: GuideSource | undefined;
  /** The time, ms. Default: the machine's. */
  clock?: (() => number) | undefined;
}

export interface Helpdesk {
  url: string;
  close(): Promise<void>;
}

const isOpen = ({ status }: Ticket): boolean => status !== "closed";

const queues: Readonly<Record<string, readonly [title: string, holds: (t: Ticket, p: Person, d: Desk) => boolean]>> = {
  "/tickets": ["All open tickets", isOpen],
  "/queue/unassigned": ["Unassigned tickets", (ticket) => isOpen(ticket) && ticket.owner === null],
  "/queue/mine": ["My tickets", (ticket, person) => isOpen(ticket) && ticket.owner === person.id],
  "/queue/doubles": ["Written more than once", (ticket, _, desk) => isDouble(ticket, desk)],
};

function isDouble(ticket: Ticket, desk: Desk): boolean {
  return isOpen(ticket) && ticket.subject.startsWith("Again:") && desk.doublesOf(ticket).length > 0;
}

/** Content and title of the page at a path, for somebody who is signed in. */
function contentAt(path: string, desk: Desk, person: Person, now: number): { title: string; content: Markup } | null {
  const [title, holds] = queues[path] ?? [];
  if (title && holds) {
    return {
      title,
      content: listPage(
        title,
        desk.all().filter((each) => holds(each, person, desk)),
        now,
      ),
    };
  }
  const ticket = desk.find(/^\/tickets\/(\d+)$/.exec(path)?.[1] ?? "");
  return (
    (ticket && { title: ticket.subject, content: ticketPage(ticket, person, desk.doublesOf(ticket), now) }) || null
  );
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 100_000) throw new Error("The form is too large.");
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** A page may run what bears its nonce, and nothing else. */
function policy(nonce: string, collector: string | undefined): string {
  const guide = collector ? ` ${collector}` : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src data:",
    `connect-src 'self'${guide}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Starts the helpdesk on loopback. All it knows stays in memory and ends with it. */
export async function serveHelpdesk({ port = 0, source, clock = Date.now }: HelpdeskOptions = {}): Promise<Helpdesk> {
  const desk = createDesk(clock);
  const sessions = createSessions();

  const send = async (response: ServerResponse, path: string, session: Session | undefined): Promise<void> => {
    const nonce = randomBytes(16).toString("base64");
    const person = session?.person ?? null;
    const found = person ? contentAt(path, desk, person, clock()) : { title: "Sign in", content: signInPage() };
    const last = session?.last ?? null;
    if (session) session.last = null;
    const mine = desk.all().filter((each) => isOpen(each) && each.owner === person?.id);
    const guide = person
      ? await guideTags({ nonce, person, tickets: mine, deeds: last ? [last.deed] : [], source })
      : html``;
    const content = found?.content ?? html`<h1>Not here</h1><p><a href="/tickets">Back to the tickets</a></p>`;
    const title = found?.title ?? "Not here";
    response
      .writeHead(found ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": policy(nonce, source?.collector),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
      })
      .end(page({ title, path, person, said: last?.said ?? null, guide }, content));
  };

  const redirect = (response: ServerResponse, to: string, cookie?: string): void => {
    response.writeHead(303, { location: to, ...(cookie ? { "set-cookie": cookie } : {}) }).end();
  };

  const post = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const form = await readForm(request);
    if (path === "/sign-in") return redirect(response, "/tickets", sessions.enter(form.get("person"))?.cookie);
    if (path === "/sign-out") return redirect(response, "/sign-in", sessions.leave(request));
    const session = sessions.find(request);
    const [, id = "", act = ""] = /^\/tickets\/(\d+)\/(\w+)$/.exec(path) ?? [];
    const ticket = desk.find(id);
    if (!session || !ticket) return redirect(response, "/tickets");
    session.last = perform(act, desk, ticket, session.person, form);
    redirect(response, session.last?.to ?? `/tickets/${id}`);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://desk");
    if (request.method === "POST") return post(request, response, path);
    const file = await readDeskFile(path);
    if (file) {
      response.writeHead(200, { "content-type": file.type, "cache-control": "no-cache" }).end(file.body);
      return;
    }
    const entered = sessions.enter(searchParams.get("as"));
    if (entered) return redirect(response, path === "/" ? "/tickets" : path, entered.cookie);
    const session = sessions.find(request);
    if (path === "/") return redirect(response, session ? "/tickets" : "/sign-in");
    await send(response, path, path === "/sign-in" ? undefined : session);
  };

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500, { "content-type": "text/plain" }).end("Something went wrong here.");
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
