import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";

const script = dirname(createRequire(import.meta.url).resolve("@waymark/sdk/script"));
const pages = fileURLToPath(new URL("../pages", import.meta.url));

/** A host's server: pages as they are, the SDK's files beside them. */
export async function serveHost(): Promise<{ url: string; close(): Promise<void> }> {
  const files: [prefix: string, folder: string][] = [
    ["/sdk/", script],
    ["/pages/", pages],
  ];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const [prefix, folder] = files.find(([start]) => path.startsWith(start)) ?? ["/", script];
    const type = extname(path) === ".html" ? "text/html" : "text/javascript";
    readFile(join(folder, path.slice(prefix.length))).then(
      (body) => response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
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

/** The guest as the page has it. */
export interface Guest {
  problem: string | null;
  push(call: unknown[]): void;
  start(): () => void;
  open(surface: string): void;
  show(journey: string, step: string): void;
  explain(journey: string): Promise<{ rules: { rule: string; holds: boolean; has: string }[] } | null>;
  $progress: {
    get(): {
      journeys: Record<string, Record<string, { steps: Record<string, { completed: number | null; how: string }> }>>;
    };
  };
}
declare global {
  interface Window {
    waymark: Guest;
    stopGuest?: () => void;
  }
}

export interface Visit {
  page: Page;
  errors: string[];
  /** Addresses of all requests the page made. */
  requests: string[];
}

/** Opens a page of the host and brings the guest in by its script tag; `configure` is pushed before the script. */
export async function visit(
  context: BrowserContext,
  host: string,
  configure: Record<string, unknown>,
  more: { file?: string; data?: Record<string, string>; before?: unknown[][] } = {},
): Promise<Visit> {
  const { file = "shop.html", data = {}, before = [] } = more;
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${host}/pages/${file}`);
  await page.evaluate(
    ([src, calls, attributes]) => {
      const slot = window as unknown as { waymark: unknown };
      slot.waymark = calls;
      const tag = Object.assign(document.createElement("script"), { async: true, src });
      Object.assign(tag.dataset, attributes);
      document.head.append(tag);
    },
    [`${host}/waymark.js`, [["configure", configure], ...before], data] as const,
  );
  await page.waitForFunction(() => !Array.isArray(window.waymark));
  return { page, errors, requests };
}

/** How each settled step of a journey was settled. */
export function hows(page: Page, journey: string, subject = ""): Promise<Record<string, string>> {
  return page.evaluate(
    ([id, key]) => {
      const steps = window.waymark.$progress.get().journeys[id]?.[key]?.steps ?? {};
      return Object.fromEntries(
        Object.entries(steps).flatMap(([step, state]) => (state.completed === null ? [] : [[step, state.how]])),
      );
    },
    [journey, subject] as const,
  );
}

/** Waits until the overlay is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator("waymark-launcher button").first().waitFor();
}
