import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle } from "./bundle.ts";
import type { Subject } from "./subjects.ts";

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pages = folderOf("../pages/");
const adapters = folderOf("../peers/adapters/");
const script = folderOf("../../sdk/dist/script/");

/** Where the situations are: one folder each, with the headers of its pages in `headers.json`. */
export const usualExamples: string = folderOf("../../../examples/");

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** A host on loopback whose every page has one subject in it. */
export interface SubjectHost {
  url: string;
  close(): Promise<void>;
}

const guestTags = /[ \t]*<script\b[^>]*\bsrc="\/(?:journey|waymark)\.js"[^>]*><\/script>\s*/g;

/** The bench's own pages have no guest of their own: theirs goes at the end of the head. */
const isOwn = (path: string): boolean => path.startsWith("/bench/");

/** Puts a subject into a page in place of the two lines by which Waymark comes; with the nonce of those. */
export function bringIn(html: string, path: string, { name, kind }: Subject, styled: boolean): string {
  const own = html.match(guestTags)?.join("") ?? "";
  if (!own && !isOwn(path)) return html;
  const nonce = /\snonce="[^"]*"/.exec(own)?.[0] ?? "";
  const tag = (path: string, how = ""): string => `<script${nonce}${how} src="${path}"></script>`;
  const tags: string[] = [];
  const adapter = tag(`/adapters/${name}.js`);
  // Where a page does not configure Waymark itself the adapter does, and must have run before.
  if (kind === "waymark") tags.push(...(own ? [own, adapter] : [adapter, '<script async src="/waymark.js"></script>']));
  if (kind === "peer") {
    if (styled) tags.push(`<link${nonce} rel="stylesheet" href="/peers/${name}.css" />`);
    tags.push(tag(`/peers/${name}.js`, " defer"), tag(`/adapters/${name}.js`, " defer"));
  }
  return html.replace(guestTags, "").replace("</head>", `${tags.join("")}</head>`);
}

async function headersOf(examples: string, folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(examples, folder, "headers.json"), "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Serves the situations, the bench's own pages (`/bench/*`) and the files of one subject. */
export async function serveSubject(subject: Subject, bundle: Bundle | null, examples: string): Promise<SubjectHost> {
  const read = async (path: string): Promise<string> => {
    const [, top = "", ...rest] = path.split("/");
    const name = rest.join("/");
    if (path === "/favicon.ico") return "";
    if (top === "peers" && bundle) return name.endsWith(".css") ? bundle.style : bundle.script;
    const extra = bundle?.extra[path];
    if (extra !== undefined) return extra;
    const folders: Record<string, string> = { adapters, bench: pages, sdk: script };
    if (path === "/waymark.js") return readFile(join(script, "waymark.js"), "utf8");
    const folder = folders[top];
    const file = folder ? join(folder, name) : join(examples, path);
    return readFile(path.endsWith("/") ? join(file, "index.html") : file, "utf8");
  };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://host").pathname);
    const type =
      path.endsWith("/") && !bundle?.extra[path] ? "text/html" : (types[extname(path)] ?? "application/octet-stream");
    Promise.all([read(path), headersOf(examples, path.split("/")[1] ?? "")]).then(
      ([body, headers]) => {
        const html = type === "text/html";
        response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...(html ? headers : {}) });
        response.end(html ? bringIn(body, path, subject, Boolean(bundle?.style)) : body);
      },
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
