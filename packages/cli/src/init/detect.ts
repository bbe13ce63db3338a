import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure.ts";

/** How Waymark comes into an app. */
export type Way =
  /** A module that is imported by one that is there. */
  | { kind: "import"; entry: string; module: string }
  /** A file that the framework runs by itself. */
  | { kind: "hook"; module: string }
  /** A component in a layout, for pages that a server renders with React. */
  | { kind: "component"; layout: string; module: string }
  /** Script tags in a page or a layout; files lie in a folder that is served. */
  | { kind: "tag"; page: string; folder: string; address: string };

/** What an app is built with. */
export interface Stack {
  /** As people call it: `Vite and React`. */
  name: string;
  /** `null` where there is no package.json. */
  manager: "npm" | "pnpm" | "yarn" | "bun" | null;
  typescript: boolean;
  way: Way;
}

interface Package {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  packageManager?: string;
}

function readPackage(folder: string): Package | null {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Package;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Failure("project_unclear", `package.json is not JSON: ${said}.`);
  }
}

function managerOf(folder: string, own: Package | null): Stack["manager"] {
  if (own === null) return null;
  const named = /^(npm|pnpm|yarn|bun)@/.exec(own.packageManager ?? "")?.[1];
  if (named) return named as Stack["manager"];
  const locks = { pnpm: "pnpm-lock.yaml", yarn: "yarn.lock", bun: "bun.lock", npm: "package-lock.json" } as const;
  const found = Object.entries(locks).find(([, lock]) => existsSync(join(folder, lock)));
  return (found?.[0] ?? "npm") as Stack["manager"];
}

/** The first of these that is there. */
const firstOf = (folder: string, paths: readonly string[]): string | undefined =>
  paths.find((path) => existsSync(join(folder, path)));

const withEndings = (stem: string): string[] => [".tsx", ".ts", ".jsx", ".js"].map((ending) => `${stem}${ending}`);

/** From 15.3 on Next runs a file in the browser by itself. */
function runsHook(version: string): boolean {
  const [major = 0, minor = 0] = (/(\d+)(?:\.(\d+))?/.exec(version)?.slice(1) ?? []).map((part) => Number(part ?? 99));
  return version === "latest" || major > 15 || (major === 15 && minor >= 3);
}

function next(folder: string, version: string, ending: string): Way {
  const base = existsSync(join(folder, "src/app")) || existsSync(join(folder, "src/pages")) ? "src/" : "";
  if (runsHook(version)) return { kind: "hook", module: `${base}instrumentation-client.${ending}` };
  const layout = firstOf(folder, withEndings(`${base}app/layout`));
  if (layout) return { kind: "component", layout, module: `${base}app/waymark.${ending}x` };
  const entry = firstOf(folder, withEndings(`${base}pages/_app`));
  if (entry) return { kind: "import", entry, module: `${base}pages/../waymark.${ending}`.replace("pages/../", "") };
  throw new Failure("project_unclear", "This is Next, but neither app/layout nor pages/_app is there.");
}

/** The module that a page of Vite begins with. */
function entryOf(folder: string): string | undefined {
  const page = join(folder, "index.html");
  const written = existsSync(page) ? readFileSync(page, "utf8") : "";
  const tag = /<script[^>]*type=["']module["'][^>]*>/.exec(written)?.[0] ?? "";
  const named = /src=["']\.?\/?([^"']+)["']/.exec(tag)?.[1];
  return firstOf(folder, [...(named ? [named] : []), ...withEndings("src/main"), ...withEndings("src/index")]);
}

const views: Readonly<Record<string, string>> = {
  react: "React",
  vue: "Vue",
  svelte: "Svelte",
  preact: "Preact",
  "solid-js": "Solid",
};

function withModules(folder: string, own: Package): Omit<Stack, "manager"> | null {
  const all = { ...own.dependencies, ...own.devDependencies };
  const typescript = existsSync(join(folder, "tsconfig.json"));
  const ending = typescript ? "ts" : "js";
  if (all.next) return { name: "Next", typescript, way: next(folder, all.next, ending) };
  if (all["@sveltejs/kit"])
    return { name: "SvelteKit", typescript, way: { kind: "hook", module: `src/hooks.client.${ending}` } };
  if (!all.vite) return null;
  const entry = entryOf(folder);
  if (!entry) throw new Failure("project_unclear", "This is Vite, but index.html names no module to begin with.");
  const view = Object.keys(views).find((name) => name in all);
  const name = view ? `Vite and ${views[view]}` : "Vite";
  const beside = entry.includes("/") ? entry.slice(0, entry.lastIndexOf("/") + 1) : "";
  return { name, typescript, way: { kind: "import", entry, module: `${beside}waymark.${ending}` } };
}

/** Servers that render pages: how they are known, where their layout is, and which folder they serve under which address. */
const servers: readonly { name: string; sign: string; layouts: string; folder: string; address: string }[] = [
  { name: "Rails", sign: "config.ru", layouts: "app/views/layouts/*.html.erb", folder: "public", address: "/" },
  { name: "Django", sign: "manage.py", layouts: "**/templates/**/base.html", folder: "static", address: "/static/" },
  { name: "Laravel", sign: "artisan", layouts: "resources/views/**/*.blade.php", folder: "public", address: "/" },
  { name: "Phoenix", sign: "mix.exs", layouts: "lib/**/root.html.heex", folder: "priv/static", address: "/" },
];

const hasHead = (folder: string, path: string): boolean =>
  /<\/(head|body)>/i.test(readFileSync(join(folder, path), "utf8"));

function rendered(folder: string): Omit<Stack, "manager"> | null {
  for (const { name, sign, layouts, folder: served, address } of servers) {
    if (!existsSync(join(folder, sign))) continue;
    const found = globSync(layouts, { cwd: folder }).map((each) => each.replaceAll("\\", "/"));
    const page = found.sort().find((each) => hasHead(folder, each));
    if (page === undefined)
      throw new Failure("project_unclear", `This is ${name}, but no layout with a </head> is there.`);
    // A Django app keeps its files beside its templates.
    const beside = page.includes("templates/") ? page.slice(0, page.indexOf("templates/")) : "";
    return {
      name,
      typescript: false,
      way: { kind: "tag", page, folder: `${beside}${served}/waymark`, address: `${address}waymark/` },
    };
  }
  const page = firstOf(folder, ["index.html", "public/index.html"]);
  if (page === undefined || !hasHead(folder, page)) return null;
  const beside = page.slice(0, page.lastIndexOf("/") + 1);
  const way: Way = { kind: "tag", page, folder: `${beside}waymark`, address: "waymark/" };
  return { name: "plain HTML", typescript: false, way };
}

/**
 * Says what an app is built with, by its files alone.
 *
 * @throws A {@link Failure} where nothing is known of it.
 */
export function detectStack(folder: string): Stack {
  const own = readPackage(folder);
  const found = (own && withModules(folder, own)) ?? rendered(folder);
  if (!found)
    throw new Failure("project_unclear", "No package.json with Vite or Next, no index.html and no layout is here.");
  return { ...found, manager: managerOf(folder, own) };
}
