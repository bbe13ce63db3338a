import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { MarkdownRenderer } from "vitepress";

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The repository's address, once the root's package.json has one: links to sources lead there. Until then they are shown as paths. */
const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { repository?: string };

/** The file that a page of the site was written in, from the root: pages of packages are their README and SPEC. */
function sourceOf(page: string): string {
  const [, name, what] = /^packages\/([\w-]+)\/(index|spec)\.md$/.exec(page) ?? [];
  if (name === undefined) return `docs/${page}`;
  return `packages/${name}/${what === "spec" ? "SPEC" : "README"}.md`;
}

/** The page of the site that a file of the repository is, if it is one. */
function pageOf(file: string): string | null {
  const [, name, what] = /^packages\/([\w-]+)\/(README|SPEC)\.md$/.exec(file) ?? [];
  if (name !== undefined) return `/packages/${name}/${what === "SPEC" ? "spec.md" : "index.md"}`;
  if (file === "docs/decisions") return "/decisions/index.md";
  return /^docs\/.+\.md$/.test(file) ? file.slice("docs".length) : null;
}

/** Where a relative link of a page leads: a page of the site, the repository, or nowhere that a reader of the site could go. */
export function resolveLink(page: string, href: string): string | null {
  if (/^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const file = posix.join(posix.dirname(sourceOf(page)), decodeURI(path)).replace(/\/$/, "");
  const site = pageOf(file);
  if (site !== null) return anchor === undefined ? site : `${site}#${anchor}`;
  if (!existsSync(join(root, file))) throw new Error(`${sourceOf(page)}: the link to ${href} leads to no file`);
  return repository === undefined ? null : `${repository}/blob/main/${file}`;
}

/** Pictures stand where they are kept; their files are found from the page. */
function resolvePicture(page: string, src: string): string {
  if (/^(?:[a-z]+:|\/)/i.test(src)) return src;
  const file = join(root, dirname(sourceOf(page)), src);
  const from = join(root, "docs", dirname(page));
  const path = relative(from, file);
  return path.startsWith(".") ? path : `./${path}`;
}

/** A link that leads nowhere on the site becomes a text that says its path. */
function unlink(token: Token): void {
  const path = token.attrGet("href")?.replace(/^(?:\.\.\/)+/, "") ?? "";
  token.type = "source_open";
  token.tag = "span";
  token.attrs = [["title", path]];
}

function rewriteInside(page: string, tokens: readonly Token[]): void {
  /** For each link that is open: whether it leads somewhere. */
  const leads: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "image") token.attrSet("src", resolvePicture(page, token.attrGet("src") ?? ""));
    if (token.type === "link_open") {
      const target = resolveLink(page, token.attrGet("href") ?? "");
      leads.push(target !== null);
      if (target === null) unlink(token);
      else token.attrSet("href", target);
    }
    if (token.type === "link_close" && leads.pop() === false) {
      token.type = "source_close";
      token.tag = "span";
    }
  }
}

/** Lets the same files be read in the repository and on the site. */
export function readableInBothPlaces(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push("both-places", (state) => {
    const page = String(state.env.relativePath ?? "");
    for (const { children } of state.tokens) rewriteInside(page, children ?? []);
  });
  // A block that is a file says so: ```ts [src/waymark.ts]. Tests put the same files together (packages/cli/test/docs.test.ts).
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, at, ...rest) => {
    const [, name] = /\[([^\]]+)\]/.exec(tokens[at]?.info ?? "") ?? [];
    const block = fence?.(tokens, at, ...rest) ?? "";
    return name === undefined ? block : `<p class="file-name">${markdown.utils.escapeHtml(name)}</p>${block}`;
  };
}
