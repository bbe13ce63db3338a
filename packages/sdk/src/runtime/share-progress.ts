import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";
import { progressKey } from "./keep-progress.ts";

/** Tells the other tabs of a change and hears of theirs; what was missed before is read from the store. */
export function shareProgress(guest: Guest): Stop {
  const scope = createScope();
  const key = progressKey(guest);
  const channel = new BroadcastChannel(`waymark-${key}`);
  channel.onmessage = guest.guard("channel", (event: MessageEvent) => guest.join(event.data));
  scope.add(() => channel.close());
  scope.add(guest.$progress.listen((progress) => channel.postMessage(progress)));
  guest.platform.store.get(key).then(
    (stored) => scope.stopped || guest.join(stored),
    () => guest.fail("storage"),
  );
  return scope.stop;
}
