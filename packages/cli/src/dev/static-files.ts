import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
};

async function find(folder: string, path: string): Promise<string | null> {
  const root = resolve(folder);
  const file = resolve(join(root, path));
  // Nothing outside the folder, whatever a path says.
  if (file !== root && !file.startsWith(root + sep)) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) return find(folder, join(path, "index.html"));
  return found ? file : null;
}

/** What cannot be decoded is a name as it is written. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Serves a folder of pages; `change` has its say about each page. */
export function serveFolder(folder: string, change: (html: string) => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const written = new URL(request.url ?? "/", "http://app").pathname;
    const path = decoded(written);
    const file = await find(folder, path);
    if (file === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end(`${path} is not in ${folder}.`);
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const body = await readFile(file);
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    response.end(type.startsWith("text/html") ? change(body.toString("utf8")) : body);
  };
}
