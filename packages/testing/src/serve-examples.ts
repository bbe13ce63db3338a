import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const examples: string = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** The built SDK, as a collector serves it. */
const script: string = fileURLToPath(new URL("../../sdk/dist/script/", import.meta.url));

/** The built editor. */
const author: string = fileURLToPath(new URL("../../author/dist/script/", import.meta.url));

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A host's server on loopback. */
export interface Host {
  url: string;
  close(): Promise<void>;
}

async function headersOf(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(examples, folder, "headers.json"), "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

/**
 * Serves the folders of `examples/` as they are, each with the headers of its `headers.json`, and the built SDK beside
 * them: `/waymark.js` and `/sdk/*`.
 *
 * @param port 0: a free one.
 * @param rewrite Changes a page on its way out, for tests that bring another guide into it.
 */
export async function serveExamples(port = 0, rewrite: (html: string) => string = (html) => html): Promise<Host> {
  const fileOf = (path: string): string => {
    if (path === "/waymark.js") return join(script, "waymark.js");
    if (path === "/author.js" || path.startsWith("/author/")) return join(author, path.slice(1));
    if (path.startsWith("/sdk/")) return join(script, path.slice(5));
    return join(examples, path.endsWith("/") ? `${path}index.html` : path);
  };
  const server: Server = createServer((request, response) => {
    // Browsers ask for it by themselves; a miss would be noise on the console.
    if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const path = normalize(new URL(request.url ?? "/", "http://host").pathname);
    const type = extname(path) === "" ? "text/html" : (types[extname(path)] ?? "application/octet-stream");
    Promise.all([readFile(fileOf(path)), headersOf(path.split("/")[1] ?? "")]).then(
      ([body, headers]) => {
        // Chunks are modules: a page in a sandboxed frame has no origin of its own and may load them only so.
        const own = type === "text/html" ? headers : { "access-control-allow-origin": "*" };
        response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...own });
        response.end(type === "text/html" ? rewrite(body.toString()) : body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
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
