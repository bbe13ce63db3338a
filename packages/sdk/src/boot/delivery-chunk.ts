import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { createDelivery } from "../telemetry/delivery.ts";
import { deviceCap } from "../telemetry/queue.ts";
import type { Recorder } from "../telemetry/record.ts";
import { createSync } from "../telemetry/sync.ts";
import { createWaiting } from "../telemetry/waiting.ts";

/** Forgets what the person on this device did and what was not sent yet. */
export async function forgetQueue(guest: Guest): Promise<void> {
  await createWaiting(guest, deviceCap).clear();
}

/** Starts sending, and for signed people the exchange of progress. */
export function startDelivery(guest: Guest, recorder: Recorder): Stop {
  const scope = createScope();
  scope.add(createDelivery(guest, recorder));
  scope.add(createSync(guest));
  return scope.stop;
}
