import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { samples } from "../../test/docs-samples.ts";
import type { Running } from "./collector.ts";
import { env, run, write } from "./folder.ts";

/** The files that a page of the documentation names, and the journey of the first page. */
function filesOf(page: string): Record<string, string> {
  const wanted = samples.filter(
    (each) => each.file !== null && [`docs/start/${page}.md`, "docs/start/index.md"].includes(each.page),
  );
  return Object.fromEntries(wanted.map(({ file, code }) => [file ?? "", code]));
}

/** As the pages say: "`key` and `collector` in place of `journeys`". */
const connected = (code: string, { url, writeKey }: Running): string =>
  code.replace("journeys: [journey as Journey]", `key: ${JSON.stringify(writeKey)}, collector: ${JSON.stringify(url)}`);

/** What stands at an address, and how it ends. */
export interface Shown {
  url: string;
  stop(): void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

/** A folder as a plain web server gives it, compressed where that is of use. */
export async function serveFolder(folder: string): Promise<Shown> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://app").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    const type = types[extname(file)] ?? "application/octet-stream";
    const bytes = readFileSync(file);
    const cached = { "content-type": type, "cache-control": "max-age=31536000" };
    if (type === "image/webp") return void response.writeHead(200, cached).end(bytes);
    response.writeHead(200, { ...cached, "content-encoding": "gzip" }).end(gzipSync(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function lay(folder: string, page: string, collector: Running): void {
  for (const [path, code] of Object.entries(filesOf(page))) write(folder, path, connected(code, collector));
}

const page = (entry: string): string =>
  `<!doctype html><html lang="en"><head><title>App</title></head><body><div id="root"></div><script type="module" src="${entry}"></script></body></html>`;

/** The script tag: files of the package, served as they are; then as the collector serves them. */
export async function scriptTag(folder: string, collector: Running): Promise<Shown> {
  const site = join(folder, "script-tag");
  lay(site, "script-tag", collector);
  const built = join(folder, "node_modules/@waymark/sdk/dist/script");
  mkdirSync(join(site, "sdk"), { recursive: true });
  for (const name of readdirSync(built).filter((each) => each.endsWith(".js")))
    cpSync(join(built, name), join(site, name === "waymark.js" ? name : `sdk/${name}`));
  const html = readFileSync(join(site, "index.html"), "utf8");
  // What follows a person into the collector needs a key; the page says so in its second tag.
  const tag = `data-key="${collector.writeKey}" data-collector="${collector.url}" data-user`;
  write(site, "index.html", html.replace("data-user", tag).replace('<script src="/journeys.js"></script>', ""));
  write(site, "inline.html", html);
  return serveFolder(site);
}

/** What a view library needs besides the files of its page. */
const views: Readonly<Record<string, { main: string; config: string }>> = {
  react: {
    main: 'import { StrictMode } from "react";\nimport { createRoot } from "react-dom/client";\nimport { App } from "./App.tsx";\ncreateRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);\n',
    config: "export default {};\n",
  },
  vue: {
    main: 'import { createApp } from "vue";\nimport App from "./App.vue";\ncreateApp(App).mount("#root");\n',
    config: 'import vue from "@vitejs/plugin-vue";\nexport default { plugins: [vue()] };\n',
  },
  svelte: {
    main: 'import { mount } from "svelte";\nimport App from "./App.svelte";\nmount(App, { target: document.getElementById("root")! });\n',
    config: 'import { svelte } from "@sveltejs/vite-plugin-svelte";\nexport default { plugins: [svelte()] };\n',
  },
};

/** An app of the page's own files, built by Vite. */
export async function viteApp(folder: string, name: string, collector: Running): Promise<Shown> {
  const { main = "", config = "" } = views[name] ?? {};
  const app = join(folder, name);
  lay(app, name, collector);
  const entry = name === "react" ? "src/main.tsx" : "src/main.ts";
  write(app, entry, main);
  write(app, "index.html", page(`/${entry}`));
  write(app, "vite.config.js", config);
  write(
    app,
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { jsx: "react-jsx", target: "es2022", module: "esnext", moduleResolution: "bundler" },
    }),
  );
  await run(app, join(folder, "node_modules/.bin/vite"), ["build", "--logLevel", "error"]);
  return serveFolder(join(app, "dist"));
}

/** The same little app without a view library, for bundlers and for none. */
const plain = (collector: Running): string => `import { createWaymark } from "@waymark/sdk";
const user = { id: "u-17", roles: ["sales-rep"] };
const waymark = createWaymark({ key: "${collector.writeKey}", collector: "${collector.url}", user });
waymark.start();
for (const [name, event] of [["Log call", "call.logged"], ["Set date", "date.set"]]) {
  const button = document.createElement("button");
  button.textContent = name;
  button.onclick = () => waymark.track(event, { dealId: "17" });
  document.body.append(button);
}
`;

const bundlers: Readonly<Record<string, readonly string[]>> = {
  vite: ["vite", "build", "--logLevel", "error"],
  esbuild: ["esbuild", "main.js", "--bundle", "--splitting", "--format=esm", "--outdir=dist", "--log-level=error"],
  rollup: ["rollup", "main.js", "--plugin", "node-resolve", "--format", "es", "--dir", "dist", "--silent"],
  webpack: [
    "webpack",
    "--mode",
    "production",
    "--entry",
    "./main.js",
    "--output-path",
    "dist",
    "--output-public-path",
    "/",
    "--stats",
    "errors-only",
  ],
};

export const bundlerNames: readonly string[] = Object.keys(bundlers);

export async function bundledApp(folder: string, name: string, collector: Running): Promise<Shown> {
  const app = join(folder, `with-${name}`);
  write(app, "main.js", plain(collector));
  write(app, "index.html", page(name === "vite" ? "/main.js" : "./main.js"));
  const [command = "", ...args] = bundlers[name] ?? [];
  await run(app, join(folder, "node_modules/.bin", command), args);
  if (name !== "vite")
    write(app, "dist/index.html", page("/main.js").replace(name === "webpack" ? ' type="module"' : "none", ""));
  return serveFolder(join(app, "dist"));
}

/** No bundler: an import map says where the packages lie. */
export async function plainModule(folder: string, collector: Running): Promise<Shown> {
  const at = (name: string): [string, string] => {
    const own = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
      exports?: unknown;
      module?: string;
      main?: string;
    };
    const first = (value: unknown): string | undefined => {
      if (typeof value === "string") return value;
      const it = (value ?? {}) as Record<string, unknown>;
      return first(it["."] ?? it.browser ?? it.import ?? it.module ?? it.default ?? null) ?? undefined;
    };
    return [
      name,
      `/node_modules/${name}/${(own.exports ? first(own.exports) : undefined) ?? own.module ?? own.main ?? "index.js"}`.replace(
        "/./",
        "/",
      ),
    ];
  };
  const names = [
    "@waymark/sdk",
    "@waymark/engine",
    "@waymark/schema",
    "preact",
    "nanostores",
    "minisearch",
    "@floating-ui/dom",
    "@floating-ui/core",
    "@floating-ui/utils",
    "ts-ics",
  ];
  const imports = Object.fromEntries([
    ...names.filter((name) => existsSync(join(folder, "node_modules", name))).map(at),
    ["preact/jsx-runtime", "/node_modules/preact/jsx-runtime/dist/jsxRuntime.mjs"],
    ["@waymark/engine/trail", "/node_modules/@waymark/engine/dist/trail.js"],
    ["@floating-ui/utils/dom", "/node_modules/@floating-ui/utils/dist/floating-ui.utils.dom.mjs"],
  ]);
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  write(folder, "plain/main.js", plain(collector));
  write(folder, "plain/index.html", page("/plain/main.js").replace("<head>", `<head>${map}`));
  const shown = await serveFolder(folder);
  return { ...shown, url: `${shown.url}plain/` };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240 && child.exitCode === null; tries++) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${url} does not answer`);
}

/** Next.js, built and started: pages are rendered by the server. */
export async function nextApp(folder: string, collector: Running, port: number): Promise<Shown> {
  const app = join(folder, "next");
  lay(app, "next", collector);
  write(app, "next.config.mjs", "export default { experimental: { cpus: 1 } };\n");
  const bin = join(folder, "node_modules/.bin/next");
  await run(app, bin, ["build"]);
  const child = spawn(bin, ["start", "--port", String(port), "--hostname", "127.0.0.1"], {
    cwd: app,
    env,
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}/`;
  await answers(url, child);
  return { url, stop: () => void child.kill("SIGTERM") };
}
