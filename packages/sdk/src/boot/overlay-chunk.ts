import { type Explanation, explain } from "@waymark/engine";
import { mount } from "../overlay/mount.ts";
import { startPage } from "../page/index.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { createRuntime } from "../runtime/create-runtime.ts";
import type { Guest } from "../runtime/guest.ts";

export { createViews } from "../runtime/views.ts";

/** Starts what a person can see. */
export function startOverlay(guest: Guest): Stop {
  const scope = createScope();
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
  return explain(journey, guest.$progress.get(), guest.$scene.get(), guest.$person.get().id, guest.platform.now());
}
