import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { shortHash } from "../events/stored-event.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

type Encoding = "br" | "gzip" | "identity";

/** One built file, ready to serve. */
export interface AssetFile {
  type: string;
  etag: string;
  /** Its name holds a hash of its content. */
  hashed: boolean;
  body(encoding: Encoding): Promise<Uint8Array>;
}

/** The built files of one directory, read and compressed once for each state they are in. */
export interface AssetFiles {
  /** The file, or `null`. Names that lead out of the directory are not found. */
  find(name: string): Promise<AssetFile | null>;
}

const compressed = new Set([".html", ".js", ".mjs", ".css", ".json", ".map", ".svg", ".txt", ".webmanifest"]);
const safeName = /^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*(\/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*$/;
const hashedName = /[-.](?=[A-Za-z0-9_-]*\d|[A-Z0-9]{8})[A-Za-z0-9_-]{8,}\.\w+$/;

const pack = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};

function assetFile(name: string, bytes: Uint8Array): AssetFile {
  const packed = new Map<Encoding, Promise<Uint8Array>>([["identity", Promise.resolve(bytes)]]);
  return {
    type: types[extname(name)] ?? "application/octet-stream",
    etag: `"${shortHash(Buffer.from(bytes).toString("latin1"))}"`,
    hashed: hashedName.test(name),
    body(encoding) {
      const wanted = compressed.has(extname(name)) ? encoding : "identity";
      const known = packed.get(wanted);
      if (known !== undefined) return known;
      const made: Promise<Uint8Array> = pack[wanted === "br" ? "br" : "gzip"](bytes);
      packed.set(wanted, made);
      return made;
    },
  };
}

/** Opens a directory of built files. Nothing is read before it is asked for. */
export function openAssets(directory: string): AssetFiles {
  const cache = new Map<string, { state: string; file: AssetFile }>();
  // A symbolic link may lead out of the directory where its name does not.
  const isInside = async (path: string): Promise<boolean> => {
    const root = await realpath(directory).catch(() => null);
    return root !== null && (await realpath(path).catch(() => "")).startsWith(root + sep);
  };
  return {
    async find(name) {
      if (!safeName.test(name)) return null;
      const path = join(directory, name);
      const info = await stat(path).catch(() => null);
      if (info === null || !info.isFile() || !(await isInside(path))) return null;
      const state = `${info.mtimeMs}:${info.size}`;
      const known = cache.get(name);
      if (known?.state === state) return known.file;
      const file = assetFile(name, await readFile(path));
      cache.set(name, { state, file });
      return file;
    },
  };
}

/** The best encoding a client takes. */
export function encodingOf(accept: string | undefined): Encoding {
  const offered = (accept ?? "").split(",").map((each) => each.trim().split(";")[0] ?? "");
  if (offered.includes("br")) return "br";
  return offered.includes("gzip") ? "gzip" : "identity";
}
