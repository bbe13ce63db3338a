import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

/** Where the built files of the SDK, the editor and the dashboard lie, found by their packages' paths. */
export function findAssets(): { sdk: string; author: string; dashboard: string } {
  return {
    author: dirname(require.resolve("@waymark/author/script")),
    sdk: dirname(require.resolve("@waymark/sdk/script")),
    dashboard: dirname(require.resolve("@waymark/dashboard/assets")),
  };
}
