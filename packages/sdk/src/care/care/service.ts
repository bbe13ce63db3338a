import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { watchMoment } from "../moment.ts";

/** Looks after the person while nothing of ours is open: when to speak, when to offer help. */
export function start(guest: Guest, _runtime: Runtime): Stop {
  const scope = createScope();
  scope.add(watchMoment(guest));
  return scope.stop;
}
