import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";

/** A registry that holds our packed packages and nothing else: `@waymark:registry=` in an `.npmrc` points at it. */
export interface Registry {
  url: string;
  close(): void;
}

/** The description in a tarball: tar lays 512-byte heads before each file. */
function descriptionIn(tarball: Buffer): { name: string; version: string } {
  const tar = gunzipSync(tarball);
  for (let at = 0; at < tar.length; ) {
    const name = tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    const bytes = Number.parseInt(tar.toString("utf8", at + 124, at + 136), 8) || 0;
    if (name === "package/package.json") return JSON.parse(tar.toString("utf8", at + 512, at + 512 + bytes));
    at += 512 + Math.ceil(bytes / 512) * 512;
  }
  throw new Error("the tarball holds no package.json");
}

function send(response: ServerResponse, status: number, type: string, body: Buffer | string): void {
  response.writeHead(status, { "content-type": type });
  response.end(body);
}

/** Serves the tarballs as npm's registry does, on a free port of this machine. */
export async function serveRegistry(files: readonly string[]): Promise<Registry> {
  const tarballs = new Map(files.map((file) => [basename(file), readFileSync(file)]));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://registry").pathname).slice(1);
    const asked = tarballs.get(path.replace(/^-\//, ""));
    if (asked !== undefined) return send(response, 200, "application/octet-stream", asked);
    const named = documents.get(path);
    if (named === undefined) return send(response, 404, "application/json", "{}");
    send(response, 200, "application/json", named);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const documents = new Map(
    [...tarballs].map(([file, bytes]) => {
      const own = descriptionIn(bytes);
      const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
      const shasum = createHash("sha1").update(bytes).digest("hex");
      const version = { ...own, dist: { tarball: `${url}-/${file}`, integrity, shasum } };
      const document = { name: own.name, "dist-tags": { latest: own.version }, versions: { [own.version]: version } };
      return [own.name, JSON.stringify(document)];
    }),
  );
  return { url, close: () => void server.close() };
}
