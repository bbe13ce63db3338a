import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "./guest.ts";
import { progressKey } from "./keep-progress.ts";

/**
 * Tells the other tabs of a change and hears of theirs. This room opens later than the work begins: what it missed of the
 * others is read from the store, and it greets them with what they missed of this tab, which they answer.
 */
export function shareProgress(guest: Guest): Stop {
  const scope = createScope();
  const key = progressKey(guest);
  const channel = new BroadcastChannel(`waymark-${key}`);
  channel.onmessage = guest.guard("channel", ({ data }: MessageEvent) => {
    const hello: unknown = data?.hello;
    guest.join(hello ?? data);
    if (hello) channel.postMessage(guest.$progress.get());
  });
  scope.add(() => channel.close());
  scope.add(guest.$progress.listen((progress) => channel.postMessage(progress)));
  channel.postMessage({ hello: guest.$progress.get() });
  guest.platform.store.get(key).then(
    (stored) => scope.stopped || guest.join(stored),
    () => guest.fail("storage"),
  );
  return scope.stop;
}
