import { type Explanation, explain } from "@waymark/engine";
import type { Guest } from "../runtime/guest.ts";

/** Rule by rule, why a journey is (not) shown; `null` where it is not loaded. */
export function explainJourney(guest: Guest, id: string): Explanation | null {
  const journey = guest.$documents.get().find((each) => each.id === id);
  if (!journey) return null;
  return explain(journey, guest.$progress.get(), guest.$scene.get(), guest.$person.get().id, guest.platform.now());
}
