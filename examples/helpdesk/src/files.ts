import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const script: string = dirname(createRequire(import.meta.url).resolve("@waymark/sdk/script"));
const css: string = fileURLToPath(new URL("desk.css", import.meta.url));

export interface File {
  type: string;
  body: Buffer;
}

/** The desk's style sheet and, for a desk without a collector, the guide's own files. */
export async function readDeskFile(path: string): Promise<File | null> {
  if (path === "/desk.css") return { type: "text/css; charset=utf-8", body: await readFile(css) };
  const name = /^\/(?:sdk\/)?([\w.-]+\.js)$/.exec(path)?.[1];
  if (!name) return null;
  try {
    return { type: "text/javascript; charset=utf-8", body: await readFile(join(script, name)) };
  } catch {
    return null;
  }
}
