import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { createDelivery } from "../telemetry/delivery.ts";
import type { Recorder } from "../telemetry/record.ts";
import { createSync } from "../telemetry/sync.ts";

/** Starts sending, and for signed people the exchange of progress. */
export function startDelivery(guest: Guest, recorder: Recorder): Stop {
  const scope = createScope();
  scope.add(createDelivery(guest, recorder));
  scope.add(createSync(guest));
  return scope.stop;
}
