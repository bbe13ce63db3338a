import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";

export function start(_guest: Guest, _runtime: Runtime): Stop {
  return () => undefined;
}
