import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The SDK's own targeting as one expression for a page: what the guide would find is what is found here, since it is the
 * same code. Its built files are linked by hand, so that neither the page's policy nor its globals are touched.
 */
export function targetingSource(): string {
  const entry = require.resolve("@waymark/sdk/targeting");
  const sources = new Map<string, string>();
  const read = (name: string): void => {
    if (sources.has(name)) return;
    const source = readFileSync(join(dirname(entry), name), "utf8");
    sources.set(name, source);
    for (const [, next = ""] of source.matchAll(/require\('\.\/([\w.-]+)'\)/g)) read(next);
  };
  read(basename(entry));
  const modules = [...sources].map(
    ([name, source]) => `${JSON.stringify(name)}:function(module,exports,require){${source}\n}`,
  );
  return `(() => {
    const sources = {${modules.join(",\n")}};
    const loaded = {};
    const load = (name) => {
      if (!loaded[name]) {
        loaded[name] = { exports: {} };
        sources[name](loaded[name], loaded[name].exports, (path) => load(path.slice(2)));
      }
      return loaded[name].exports;
    };
    return load(${JSON.stringify(basename(entry))});
  })()`;
}
