import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import { calendarPage } from "./calendar.ts";
import { createOrders, ordersApi, swaggerStart } from "./swagger.ts";

const built = (path: string): string => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));
const assets = {
  author: built("author/dist/script"),
  sdk: built("sdk/dist/script"),
  dashboard: built("dashboard/dist"),
};

/** The two applications, each at an address of its own, with a collector beside them. */
export interface Stage {
  collector: RealCollector;
  /** Where an application is, for somebody of the role `clerk`. */
  at(app: "swagger" | "calendar", author?: "author"): string;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const rootOf = (name: string, from: NodeJS.Require = require): string => {
  // Packages need not let their package.json be asked for: their main file stands in a folder of theirs.
  const main = from.resolve(name);
  return main.slice(0, main.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length);
};
const swagger = dirname(require.resolve("swagger-ui-dist/package.json"));
const calendar = rootOf("tui-calendar");
const beside = createRequire(join(calendar, "dist/tui-calendar.js"));
const picker = createRequire(beside.resolve("tui-date-picker"));

/** Files of the packages, by the folder that they are served under. */
const folders: Readonly<Record<string, string>> = {
  swagger,
  "tui-calendar": calendar,
  "tui-code-snippet": rootOf("tui-code-snippet", beside),
  "tui-date-picker": rootOf("tui-date-picker", beside),
  "tui-time-picker": rootOf("tui-time-picker", picker),
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Serves both, with the one line that a host adds. */
export async function startStage(): Promise<Stage> {
  const collector = await startCollector(undefined, Date.now, { assets });
  const orders = createOrders();
  const tag = `<script async src="${collector.url}/waymark.js" data-key="${collector.key}" data-user="u-1" data-roles="clerk"></script>`;
  const withTag = (html: string): string => html.replace("</head>", `${tag}</head>`);

  const server = createServer((request, response) => {
    const path = normalize(decodeURI(new URL(request.url ?? "/", "http://host").pathname));
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(body);
    };
    const answer = async (): Promise<void> => {
      if (path.startsWith("/api/orders")) {
        const told = orders(request.method ?? "GET", new URL(request.url ?? "/", "http://host"), await bodyOf(request));
        return send(told.status, "application/json", JSON.stringify(told.body));
      }
      if (path === "/api.json") return send(200, "application/json", JSON.stringify(ordersApi));
      if (path === "/calendar/") return send(200, "text/html", withTag(calendarPage));
      if (path === "/swagger/swagger-initializer.js") return send(200, "text/javascript", swaggerStart);
      const [, folder = "", ...rest] = path.split("/");
      const root = folders[folder];
      if (root === undefined) return send(404, "text/plain", "Nothing is here.");
      const file = join(root, rest.join("/") || "index.html");
      const type = types[extname(file)] ?? "application/octet-stream";
      const body = await readFile(file);
      send(200, type, type === "text/html" ? withTag(body.toString("utf8")) : body);
    };
    answer().catch(() => send(404, "text/plain", "Nothing is here."));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    collector,
    at: (app, author) => `${url}/${app}/${author ? "?waymark=author" : ""}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await collector.stop();
    },
  };
}
