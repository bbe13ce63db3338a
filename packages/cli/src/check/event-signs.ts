import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext } from "playwright-core";

const code = new Set(
  ".js .mjs .cjs .jsx .ts .mts .tsx .vue .svelte .astro .html .erb .haml .php .py .rb .go .java .cs .kt .ex .heex .twig .liquid".split(
    " ",
  ),
);
const skipped = new Set(["node_modules", ".git", "dist", "build", "coverage", "vendor"]);
const largest = 5_000_000;

/** Keys under which a journey names an event; a host's own `{ event: "..." }` stands under others. */
const journeyKeys = /["']?(done|value|core|all|any|not)["']?\s*:\s*$/;

/** The text before the bracket that encloses the end of `text`, and which bracket it is. */
function enclosing(text: string): { bracket: string; before: string } | null {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at] ?? "";
    if (sign === "}" || sign === "]") depth++;
    else if (sign === "{" || sign === "[") {
      if (depth === 0) return { bracket: sign, before: text.slice(0, at) };
      depth--;
    }
  }
  return null;
}

/** Whether a name that follows `text` stands in a journey's condition: that an author waits for it does not make it fire. */
function isAwaited(text: string): boolean {
  if (!/[{,]\s*\\?["']?event\\?["']?\s*:\s*\\?$/.test(text)) return false;
  const object = enclosing(text);
  if (object?.bracket !== "{") return false;
  if (journeyKeys.test(object.before)) return true;
  const list = enclosing(object.before);
  return list?.bracket === "[" && journeyKeys.test(list.before);
}

/** Whether code names an event where it is told, and not only where a journey waits for it. */
export function namesEvent(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const quote = text[at - 1] ?? "";
    if (!/["'`]/.test(quote) || !/["'`\\]/.test(text[at + name.length] ?? "")) continue;
    // A condition is a few hundred characters; what stands before need not be read again for each hit in a large bundle.
    if (!isAwaited(text.slice(Math.max(0, at - 4000), at - 1))) return true;
  }
  return false;
}

function* filesIn(path: string): Generator<string> {
  if (statSync(path).isFile()) yield path;
  else
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const next = join(path, entry.name);
      if (entry.isDirectory()) yield* filesIn(next);
      else if (entry.isFile() && code.has(extname(entry.name))) yield next;
    }
}

/** The code in which an app tells its events: what its pages load, and the sources that are named. */
export interface EventSigns {
  /** Listens to what the pages of a context load. */
  follow(context: BrowserContext): void;
  /** Where an event is told, or `null`. Waits for what is still being read. */
  find(name: string): Promise<string | null>;
}

/** @param sources Folders or files of the host's own code. @param sent Events that are told elsewhere, by a server. */
export function createEventSigns(sources: readonly string[], sent: readonly string[]): EventSigns {
  const seen = new Map<string, string>();
  const reading = new Set<Promise<void>>();
  const files = sources.flatMap((source) => [...filesIn(source)]).filter((path) => statSync(path).size <= largest);
  return {
    follow: (context) => {
      context.on("response", (response) => {
        const kind = response.request().resourceType();
        const url = response.url();
        if ((kind !== "script" && kind !== "document") || seen.has(url)) return;
        const read = response.text().then(
          (text) => void seen.set(`${url}${kind === "document" ? ` ${text.length}` : ""}`, text),
          // A redirect has no text, and neither has a page that was left while it loaded.
          () => undefined,
        );
        reading.add(read);
        void read.finally(() => reading.delete(read));
      });
    },
    find: async (name) => {
      if (sent.includes(name)) return "as --sent says";
      await Promise.all(reading);
      for (const [url, text] of seen) if (namesEvent(text, name)) return `in ${url.split(" ")[0]}`;
      const file = files.find((path) => namesEvent(readFileSync(path, "utf8"), name));
      return file === undefined ? null : `in ${file}`;
    },
  };
}
