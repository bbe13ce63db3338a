// The host: its grid, its telephone, and Waymark with three plugins.
import { createWaymark, type Journey } from "@waymark/sdk";
import { withPlugins } from "@waymark/sdk/extend";
import { createGrid } from "./grid.ts";
import journey from "./journey.json" with { type: "json" };
import { analyticsPlugin, webStorage } from "./plugins/analytics.ts";
import { dialerPlugin } from "./plugins/dialer.ts";
import { gridPlugin } from "./plugins/grid.ts";

const root = document.querySelector("#grid");
const line = document.querySelector("#phone");
const calls: string[] = [];
const phone = {
  dial: (about: string | null) => {
    calls.push(about ?? "Reception");
    if (line) line.textContent = `Ringing ${calls.at(-1)}`;
  },
  calls: () => calls,
};

if (root) {
  // #region start
  const options = {
    journeys: [journey as Journey],
    user: { id: "u-1", roles: ["sales-rep"] },
    storage: webStorage(localStorage),
    consent: location.search.includes("denied") ? ("denied" as const) : ("granted" as const),
  };
  const plugins = [gridPlugin(createGrid(root, 4, 3)), dialerPlugin(phone), analyticsPlugin("/mine")];
  createWaymark(withPlugins(options, plugins)).start();
  // #endregion start
}
