import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A fresh app of somebody else's, as its own tool makes it. */
export interface App {
  name: string;
  /** Makes it in this folder, which is not there yet. */
  make(folder: string, env: NodeJS.ProcessEnv): void;
  /** What starts it; `null`: what `init` says is to be typed. */
  start: string[] | null;
  /** Arguments that keep it on this machine. */
  more?: string;
  /** Its own command that builds it or checks its types. */
  proves?: string;
  /** Why it cannot be tried here, if it cannot. */
  missing?(): string | null;
}

const viteVersion = "9.3.0";
const nextVersion = "16.4.3";
const djangoVersion = "5.2.17";

function npx(spec: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv): void {
  const all = ["--yes", spec, ...args];
  execFileSync("npx", all, { cwd: dirname(folder), env, stdio: ["ignore", "ignore", "pipe"] });
}

const lastPart = (folder: string): string => folder.slice(dirname(folder).length + 1);

const vite = (template: string): App => ({
  name: `create-vite ${template}`,
  make: (folder, env) => npx(`create-vite@${viteVersion}`, [lastPart(folder), "--template", template], folder, env),
  start: null,
  proves: "npm run build",
});

const next: App = {
  name: "create-next-app",
  make: (folder, env) =>
    npx(`create-next-app@${nextVersion}`, [lastPart(folder), "--yes", "--skip-install", "--use-npm"], folder, env),
  start: null,
  // Its build fetches fonts from elsewhere.
  proves: "npx tsc --noEmit",
  more: " -- --hostname 127.0.0.1",
};

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const page = (head: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Deals</title>
${head}  </head>
  <body>
${body}  </body>
</html>
`;

const plain: App = {
  name: "plain HTML",
  make: (folder) =>
    put(folder, { "index.html": page("", "    <h1>Deals</h1>\n    <a href='more.html'>More</a>\n"), "own.css": "" }),
  start: ["python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"],
};

const run = (command: string, args: readonly string[], cwd?: string): void =>
  void execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });

/** Django as its own command makes it, with one app, one view and one layout. */
const django: App = {
  name: "Django",
  missing: () => {
    try {
      execFileSync("python3", ["-c", "import venv, ensurepip"], { stdio: "ignore" });
      return null;
    } catch {
      return "there is no python3 with venv on this machine";
    }
  },
  make: (folder) => {
    mkdirSync(folder);
    const python = join(`${folder}-python`, "bin/python");
    run("python3", ["-m", "venv", `${folder}-python`]);
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `django==${djangoVersion}`]);
    run(python, ["-m", "django", "startproject", "shop", folder]);
    run(python, ["manage.py", "startapp", "deals"], folder);
    put(folder, {
      "deals/templates/base.html": page("", "    {% block content %}{% endblock %}\n"),
      "deals/templates/deals.html": '{% extends "base.html" %}{% block content %}<h1>Deals</h1>{% endblock %}\n',
      "deals/views.py":
        'from django.shortcuts import render\n\n\ndef deals(request):\n    return render(request, "deals.html")\n',
      "shop/urls.py":
        'from django.urls import path\n\nfrom deals.views import deals\n\nurlpatterns = [path("", deals)]\n',
      "shop/apps_of_ours.py": 'from .settings import *\n\nINSTALLED_APPS = [*INSTALLED_APPS, "deals"]\n',
    });
  },
  start: [
    "../django-python/bin/python",
    "-u",
    "manage.py",
    "runserver",
    "127.0.0.1:0",
    "--settings",
    "shop.apps_of_ours",
    "--noreload",
  ],
};

const railsServer = `// Renders a layout as Rails does: what is between its tags is the page's.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://app").pathname;
  const file = "public" + path;
  if (path !== "/" && existsSync(file))
    return response.writeHead(200, { "content-type": file.endsWith(".js") ? "text/javascript" : "text/plain" }).end(readFileSync(file));
  const layout = readFileSync("app/views/layouts/application.html.erb", "utf8");
  const text = layout.replace("<%= yield %>", "<h1>Deals</h1>").replace(/<%=?[^%]*%>/g, "");
  response.writeHead(200, { "content-type": "text/html" }).end(text);
});
server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port));
`;

/** The folders of Rails. There is no Ruby on every machine: the layout is rendered by a server of twenty lines. */
const rails: App = {
  name: "folders of Rails",
  make: (folder) =>
    put(folder, {
      "config.ru": "run Rails.application\n",
      "app/views/layouts/application.html.erb": page("    <%= csrf_meta_tags %>\n", "    <%= yield %>\n"),
      "public/robots.txt": "User-agent: *\n",
      "server.mjs": railsServer,
    }),
  start: [process.execPath, "server.mjs"],
};

/** All that are tried, by the name of their folder. */
export const apps: Readonly<Record<string, App>> = {
  react: vite("react-ts"),
  vue: vite("vue-ts"),
  svelte: vite("svelte-ts"),
  "react-js": vite("react"),
  next,
  plain,
  django,
  rails,
};
