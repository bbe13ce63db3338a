function compile(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\/\*$/, "(?:/.*)?")
    .replace(/\*/g, ".*")
    .replace(/:([A-Za-z_]\w*)/g, "(?<$1>[^/]+)");
  return new RegExp(`^${source}/?$`);
}

/**
 * Holds a path against a page pattern: `:name` is one segment, `*` anything; a trailing `/*` also matches without it.
 * A subset of URLPattern's pathname, so that no polyfill is needed.
 *
 * @returns the named segments, or `null` where the path does not match.
 * @example
 * ```ts
 * matchPage("/deals/:id/*", "/deals/17/show"); // { id: "17" }
 * ```
 */
export function matchPage(pattern: string, path: string): Record<string, string> | null {
  const match = compile(pattern).exec(path);
  return match ? { ...match.groups } : null;
}
