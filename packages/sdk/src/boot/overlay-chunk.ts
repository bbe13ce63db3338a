import { type Explanation, explain } from "@waymark/engine";
import { mount } from "../overlay/mount.ts";
import { startPage } from "../page/index.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { createRuntime } from "../runtime/create-runtime.ts";
import { forgetProgress } from "../runtime/forget-progress.ts";
import type { Guest } from "../runtime/guest.ts";
import { shareProgress } from "../runtime/share-progress.ts";

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

/** Rule by rule, why a journey is (not) shown, and what has failed so far, by reason; `null` where it is not loaded. */
export function explainJourney(guest: Guest, id: string): (Explanation & Pick<Guest, "failures">) | null {
  const journey = guest.$documents.get().find((each) => each.id === id);
  if (!journey) return null;
  const { $progress, $scene, $person, platform } = guest;
  const explained = explain(journey, $progress.get(), $scene.get(), $person.get().id, platform.now());
  return { ...explained, failures: { ...guest.failures } };
}

/** Takes along at sign-in what was done under no name, once: the next person on this device begins anew. */
export function handOver(from: Guest, to: Guest): void {
  to.join(from.$progress.get());
  forgetProgress(from).catch(() => to.fail("storage"));
}

export { erasePerson as erase } from "../runtime/share-progress.ts";
