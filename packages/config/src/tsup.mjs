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
