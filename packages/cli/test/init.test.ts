import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lintDocument } from "@waymark/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-init-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const all = (): string[] => (readdirSync(folder, { recursive: true }) as string[]).sort();

function init(args: readonly string[], typed = ""): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, "init", "--dir", folder, ...args]);
    const said = { out: "", errors: "" };
    child.stdout.on("data", (data) => {
      said.out += data;
    });
    child.stderr.on("data", (data) => {
      said.errors += data;
    });
    child.on("close", (code) => done({ code: code ?? 1, ...said }));
    child.stdin.end(typed);
  });
}

const vite = (view: string): object => ({
  name: "shop",
  dependencies: { [view]: "1" },
  devDependencies: { vite: "7" },
});
const page =
  '<html><head>\n  <title>Shop</title>\n  </head><body><script type="module" src="/src/main.ENDING"></script></body></html>\n';
const html = "<html>\n  <head>\n    <title>Shop</title>\n  </head>\n  <body></body>\n</html>\n";
const layout =
  'import "./globals.css";\n\nexport default function Layout({ children }) {\n  return <html><body className="x">{children}</body></html>;\n}\n';

const stacks: [name: string, files: Record<string, string | object>, changed: string, has: string, starts: string][] = [
  [
    "Vite and React, pnpm",
    {
      "package.json": vite("react"),
      "pnpm-lock.yaml": "",
      "tsconfig.json": "{}",
      "index.html": page.replace("ENDING", "tsx"),
      "src/main.tsx": 'import { createRoot } from "react-dom/client";\n',
    },
    "src/main.tsx",
    'import "./waymark";\nimport { createRoot }',
    "src/waymark.ts",
  ],
  [
    "Vite and Vue, yarn",
    {
      "package.json": vite("vue"),
      "yarn.lock": "",
      "index.html": page.replace("ENDING", "js"),
      "src/main.js": "import { createApp } from 'vue'\n",
    },
    "src/main.js",
    'import "./waymark";\n',
    "src/waymark.js",
  ],
  [
    "Vite and Svelte, npm",
    {
      "package.json": vite("svelte"),
      "index.html": page.replace("ENDING", "ts"),
      "tsconfig.json": "{}",
      "src/main.ts": "// Begins.\nimport { mount } from 'svelte'\n",
    },
    "src/main.ts",
    '// Begins.\nimport "./waymark";\n',
    "src/waymark.ts",
  ],
  [
    "SvelteKit, npm",
    {
      "package.json": { devDependencies: { "@sveltejs/kit": "2", vite: "7" } },
      "src/hooks.client.js": "export const a = 1;\n",
    },
    "src/hooks.client.js",
    'import "./waymark";\nexport const a',
    "src/waymark.js",
  ],
  [
    "Next, bun",
    { "package.json": { dependencies: { next: "14.2.3" } }, "bun.lock": "", "app/layout.jsx": layout },
    "app/layout.jsx",
    'className="x"><Waymark />{children}',
    "app/waymark.jsx",
  ],
  [
    "Next, npm",
    { "package.json": { dependencies: { next: "^16.0.1" } }, "tsconfig.json": "{}", "src/app/layout.tsx": layout },
    "package.json",
    '"@waymark/sdk": "^0.1.0"',
    "src/instrumentation-client.ts",
  ],
  [
    "plain HTML",
    { "index.html": html },
    "index.html",
    '    <script async src="waymark/waymark.js" data-user="me" data-roles="sales-rep"></script>\n  </head>',
    "waymark/journeys.js",
  ],
  [
    "Rails",
    { "config.ru": "", "app/views/layouts/application.html.erb": html },
    "app/views/layouts/application.html.erb",
    'src="/waymark/waymark.js"',
    "public/waymark/journeys.js",
  ],
  [
    "Django",
    { "manage.py": "", "shop/templates/shop/base.html": html },
    "shop/templates/shop/base.html",
    'src="/static/waymark/waymark.js"',
    "shop/static/waymark/journeys.js",
  ],
];

describe("waymark init", () => {
  it.each(stacks)(
    "W39 W40 knows %s by its files, and adds what it takes",
    async (name, files, changed, has, starts) => {
      put(files);
      const { code, out } = await init(["--yes"]);
      expect([code, out.split("\n")[0]]).toEqual([0, name]);
      expect(read(changed)).toContain(has);
      expect(read(starts)).toMatch(/waymark/);
      expect(out).toContain(name.includes("npm") ? " run dev" : "Next: ");
      const journey = JSON.parse(read("journeys/from-lead-to-yes.journey.json")) as unknown;
      expect(lintDocument(journey)).toEqual([]);
      // The second time there is nothing left to do: no line twice, no file anew.
      const before = all().map((path) => path.replaceAll("\\", "/"));
      const once = read(changed);
      expect((await init(["--yes"])).code).toBe(0);
      expect([all().map((path) => path.replaceAll("\\", "/")), read(changed)]).toEqual([before, once]);
    },
  );

  it("W41 leaves a file that is there, and one that may not be changed", async () => {
    put({ "index.html": html, "journeys/close-the-month.journey.json": "mine", "waymark/journeys.js": "mine" });
    const { code, out, errors } = await init([], "accountant\n\nno\n");
    expect(code).toBe(0);
    expect(errors.match(/\?/g)).toHaveLength(3);
    expect(read("index.html")).toBe(html);
    expect([read("journeys/close-the-month.journey.json"), read("waymark/journeys.js")]).toEqual(["mine", "mine"]);
    expect(out).toContain("kept  journeys/close-the-month.journey.json: it is yours");
  });

  it("W42 says what it would do, and does nothing", async () => {
    put({ "index.html": html });
    const { code, out } = await init([
      "--dry-run",
      "--role",
      "recruiter",
      "--collector",
      "https://w.example.com/",
      "--key",
      "pk_1",
    ]);
    expect([code, all(), read("index.html")]).toEqual([0, ["index.html"], html]);
    expect(out).toContain("write journeys/from-applicant-to-colleague.journey.json");
    expect(out).not.toContain("the guide,");
    expect(out).toContain("Nothing was written.");
  });

  it.each([
    [{}, [], "project_unclear: No package.json with Vite or Next"],
    [{ "package.json": "{ not" }, [], "project_unclear: package.json is not JSON"],
    [{ "index.html": html }, ["--role", "astronaut"], "There is no template for astronaut: there are sales-rep,"],
    [{ "index.html": html }, ["--collector", "https://w.example.com"], "add --key pk_..."],
  ])("W42 says what to do where it cannot: %j %j", async (files, args, sentence) => {
    put(files);
    const before = all();
    const { code, errors } = await init(["--yes", ...args]);
    expect([code, all()]).toEqual([1, before]);
    expect(errors).toContain(sentence);
  });
});
