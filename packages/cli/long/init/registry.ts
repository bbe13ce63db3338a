import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../../", import.meta.url));
/** What `npx @waymark/cli` and `import "@waymark/sdk"` bring along. */
const names = ["author", "cli", "collector", "dashboard", "engine", "schema", "sdk", "templates"];

type Description = Record<string, unknown> & { name: string; version: string };

/** Packs one package as a publisher does: with versions in the place of links within this repository. */
function pack(name: string, folder: string): { file: string; own: Description } {
  const from = join(packages, name);
  const own = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as Description & { files: string[] };
  const text = JSON.stringify(own, null, 2).replaceAll('"workspace:*"', `"${own.version}"`);
  const staged = join(folder, name);
  mkdirSync(staged, { recursive: true });
  for (const each of own.files) cpSync(join(from, each), join(staged, each), { recursive: true });
  writeFileSync(join(staged, "package.json"), text);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: staged, stdio: "ignore" });
  const file = readdirSync(folder).find((each) => each.startsWith(`waymark-${name}-`) && each.endsWith(".tgz"));
  if (file === undefined) throw new Error(`npm packed nothing of ${name}`);
  return { file, own: JSON.parse(text) as Description };
}

export interface Registry {
  /** What npm needs to know of it, for its environment. */
  env: Record<string, string>;
  /** The same for a project's `.npmrc`. */
  npmrc: string;
  close(): Promise<void>;
}

/**
 * A registry that holds Waymark's packages as they would be published, and nothing else: what is under other names is fetched
 * from where npm always fetches it.
 *
 * @param folder - An empty one.
 */
export async function serveRegistry(folder: string): Promise<Registry> {
  const packed = new Map(names.map((name) => [`@waymark/${name}`, pack(name, folder)]));
  let url = "";
  const describe = (name: string): object | null => {
    const found = packed.get(name);
    if (!found) return null;
    const { file, own } = found;
    const integrity = `sha512-${createHash("sha512")
      .update(readFileSync(join(folder, file)))
      .digest("base64")}`;
    const version = { ...own, dist: { tarball: `${url}/files/${file}`, integrity } };
    return { name, "dist-tags": { latest: own.version }, versions: { [own.version]: version } };
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").slice(1);
    const file = path.startsWith("files/") ? path.slice(6) : null;
    if (file !== null && [...packed.values()].some((each) => each.file === file))
      return response.writeHead(200).end(readFileSync(join(folder, file)));
    const told = describe(path);
    response.writeHead(told ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(told ?? { error: "not found" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    env: { "npm_config_@waymark:registry": `${url}/` },
    npmrc: `@waymark:registry=${url}/\n`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
