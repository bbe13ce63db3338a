import { everySurfaceOn } from "./every-surface.contract.ts";

everySurfaceOn("crm");
