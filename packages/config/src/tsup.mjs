/**
 * The one way a Waymark package is built: ESM and CJS with declarations, no source maps in the tarball.
 * A package adds what is special to it: `library({ entry: { index: "src/index.ts" }, platform: "browser" })`.
 */
export function library(options) {
  return {
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    treeshake: true,
    target: "es2022",
    sourcemap: false,
    splitting: true,
    silent: true,
    ...options,
  };
}

/** What a page loads as it is: everything inside, as modules in chunks, small, and nothing beside it. */
export function page(options) {
  return {
    format: ["esm"],
    platform: "browser",
    target: "es2022",
    noExternal: [/.*/],
    splitting: true,
    minify: true,
    treeshake: true,
    clean: true,
    dts: false,
    sourcemap: false,
    silent: true,
    outExtension: () => ({ js: ".js" }),
    ...options,
  };
}
