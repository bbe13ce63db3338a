import { type Explanation, explain } from "@waymark/engine";
import { mount } from "../overlay/mount.ts";
import { explainTargets } from "../page/explain-targets.ts";
import { startPage } from "../page/index.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { createRuntime } from "../runtime/create-runtime.ts";
import { forgetProgress } from "../runtime/forget-progress.ts";
import type { Guest } from "../runtime/guest.ts";
import { shareProgress } from "../runtime/share-progress.ts";
import type { DeliveryChunk } from "./chunks.ts";

/** Starts what a person can see. */
export function startOverlay(guest: Guest): Stop {
  const scope = createScope();
  scope.add(shareProgress(guest));
  const page = startPage(guest);
  scope.add(page.stop);
  const { runtime, stop } = createRuntime(guest, page);
  scope.add(stop);
  scope.add(mount(runtime));
  return scope.stop;
}

/** Rule by rule, why a journey is (not) shown; `null` where it is not loaded. */
export function explainJourney(guest: Guest, id: string): Explanation | null {
  const journey = guest.$documents.get().find((each) => each.id === id);
  if (!journey) return null;
  const now = guest.platform.now();
  const said = explain(journey, guest.$progress.get(), guest.$scene.get(), guest.$person.get().id, now);
  return { ...said, rules: [...said.rules, ...explainTargets(journey, guest.options.targets)] };
}

/** Takes along at sign-in what was done under no name, once: the next person on this device begins anew. */
export function handOver(from: Guest, to: Guest): void {
  to.join(from.$progress.get());
  forgetProgress(from).catch(() => to.fail("storage"));
}

/** Forgets a person on this device: progress, and events that were not sent. */
export async function erase(guest: Guest, delivery: DeliveryChunk): Promise<void> {
  await forgetProgress(guest);
  await delivery.forgetQueue(guest);
}
