import { everySurface } from "./every-surface.contract.ts";

// The other two looks are in `gallery-turned.e2e.ts`: two files, so that two workers share them.
everySurface(["light", "dark"]);
