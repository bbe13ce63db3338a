const escapeRegExp = (text: string): string => text.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");

/** What a browser's path makes of a value: `a/b` is `a%2Fb`, `ü` stays. */
const inPath = (value: string): string => decodeURI(encodeURIComponent(value));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Holds a path against a page pattern: `:name` is one segment, `*` anything; a trailing `/*` also matches without it.
 * A subset of URLPattern's pathname, so that no polyfill is needed. Never throws.
 *
 * @param path As `decodeURI` gives it.
 * @param fill What stands for `{deal.id}` in the pattern; taken literally, whatever it holds.
 * @returns the named segments, or `null` where the path does not match.
 * @example
 * ```ts
 * matchPage("/deals/:id/*", "/deals/17/show"); // { id: "17" }
 * ```
 */
export function matchPage(
  pattern: string,
  path: string,
  fill: (template: string) => string = (template) => template,
): Record<string, string> | null {
  const names: string[] = [];
  const source = pattern.split(/(\{[\w.-]+\}|:[A-Za-z_]\w*|\/\*$|\*)/).map((part) => {
    if (part === "*") return ".*";
    if (part === "/*") return "(?:/.*)?";
    if (/^\{[\w.-]+\}$/.test(part)) return escapeRegExp(inPath(fill(part)));
    if (!/^:[A-Za-z_]/.test(part)) return escapeRegExp(part);
    names.push(part.slice(1));
    return "([^/]+)";
  });
  const match = new RegExp(`^${source.join("")}/?$`).exec(path);
  return match ? Object.fromEntries(names.map((name, at) => [name, decoded(match[at + 1] ?? "")])) : null;
}
