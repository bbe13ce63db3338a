import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const real: string = fileURLToPath(new URL("real/node_modules", import.meta.url));

/** Folders of pages in the packages of `real/package.json` (all MIT). */
const folders = [
  "startbootstrap-sb-admin/dist",
  "startbootstrap-sb-admin-2",
  "startbootstrap-agency/dist",
  "startbootstrap-clean-blog/dist",
  "material-dashboard/pages",
  "uikit/tests",
  "gentelella/dist",
  "gentelella/production",
];

/** One page that others wrote. `holdOut`: never looked at while weights were chosen. */
export interface RealPage {
  path: string;
  holdOut: boolean;
}

/** The real pages that have been fetched; every fourth one of them is held out. */
export function realPages(): RealPage[] {
  const paths = folders.flatMap((folder) => {
    const whole = join(real, folder);
    const files = existsSync(whole)
      ? readdirSync(whole)
          .filter((name) => name.endsWith(".html"))
          .sort()
      : [];
    return files.map((name) => relative(real, join(whole, name)));
  });
  return paths.map((path, at) => ({ path, holdOut: at % 4 === 3 }));
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves the real pages on loopback. */
export async function serveReal(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname));
    readFile(join(real, path)).then(
      (body) =>
        response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(body),
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
