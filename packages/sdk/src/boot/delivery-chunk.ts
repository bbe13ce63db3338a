import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { forgetProgress } from "../runtime/forget-progress.ts";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { createDelivery } from "../telemetry/delivery.ts";
import { openQueue } from "../telemetry/queue.ts";
import type { Recorder } from "../telemetry/record.ts";
import { createSync } from "../telemetry/sync.ts";

/** Forgets a person on this device: progress, and events that were not sent. */
export async function erase(guest: Guest): Promise<void> {
  await forgetProgress(guest);
  await openQueue(partition(guest)).clear();
}

/** Starts sending, and for signed people the exchange of progress. */
export function startDelivery(guest: Guest, recorder: Recorder): Stop {
  const scope = createScope();
  scope.add(createDelivery(guest, recorder));
  scope.add(createSync(guest));
  return scope.stop;
}
