import type { WaymarkEvent } from "@waymark/schema";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { createBackoff } from "./backoff.ts";
import { openQueue } from "./queue.ts";
import type { Recorder } from "./record.ts";
import { tokenOf } from "./token.ts";

declare const __VERSION__: string;

/** Gathers what comes in quick succession into one request. */
const gatherMs = 800;
const batchEvents = 200;
/** Browsers refuse keepalive bodies past 64 KiB in flight, headers and address included. */
const leavingBytes = 60_000;

async function gzip(text: string): Promise<Blob | string> {
  if (typeof CompressionStream === "undefined") return text;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  // Sent as text/plain so that the browser asks nobody first; the collector knows gzip by its first bytes.
  return new Blob([await new Response(stream).arrayBuffer()], { type: "text/plain" });
}

/** Sends what waits on disk and removes what was answered. Starts at once; retries by itself, with growing pauses. */
export function createDelivery(guest: Guest, recorder: Recorder): Stop {
  const { platform, options } = guest;
  const scope = createScope();
  const queue = openQueue(partition(guest));
  const address = `${options.collector}/v1/events?key=${encodeURIComponent(options.key ?? "")}`;
  const backoff = createBackoff(platform, () => void run());
  let busy = false;
  let gathering: Stop | undefined;

  const envelope = (events: readonly WaymarkEvent[], token: string | undefined): string =>
    JSON.stringify({
      sentAt: new Date(platform.now()).toISOString(),
      person: guest.$person.get().id,
      roles: guest.$person.get().roles,
      locale: guest.locale,
      sdk: `sdk/${__VERSION__}`,
      ...(token === undefined ? {} : { token }),
      events,
    });

  const post = (body: BodyInit, keepalive: boolean): Promise<Response> =>
    platform.fetch(address, { method: "POST", body, keepalive, credentials: "omit", referrerPolicy: "no-referrer" });

  const forget = async (ids: string[]): Promise<void> => {
    for (const id of ids) recorder.unsent.delete(id);
    await queue.remove(ids).catch(() => guest.fail("queue"));
  };

  /** What waits on disk, also from earlier visits; without a disk, what this page remembers. */
  const waiting = async (): Promise<WaymarkEvent[]> => {
    const stored = await queue.peek<WaymarkEvent>(batchEvents).catch((): WaymarkEvent[] => []);
    return stored.length > 0 ? stored : [...recorder.unsent.values()].slice(0, batchEvents);
  };

  /** True when a full batch went and more may wait. */
  const sendOnce = async (): Promise<boolean> => {
    const events = await waiting();
    if (events.length === 0) return false;
    const response = await post(await gzip(envelope(events, await tokenOf(guest))), false);
    // 202 judges every event. A body that is refused as a whole would be refused again: it must not block what comes after.
    const final =
      response.status === 202 || (response.status === 413 && events.length === 1) || response.status === 400;
    if (!final) throw backoff.refusal(response);
    if (response.status !== 202) guest.fail("refused");
    await forget(events.map(({ id }) => id));
    return events.length === batchEvents;
  };

  const drain = async (): Promise<void> => {
    while (!scope.stopped && guest.$consent.get() === "granted" && (await sendOnce()));
  };

  const run = async (): Promise<void> => {
    if (busy || backoff.waiting() || scope.stopped || guest.$consent.get() !== "granted") return;
    busy = true;
    try {
      const locks = navigator.locks as LockManager | undefined;
      // Another tab that holds the lock sends our events too: they are on the same disk.
      if (locks)
        await locks.request(`waymark-${partition(guest)}`, { ifAvailable: true }, (lock) =>
          lock ? drain() : undefined,
        );
      else await drain();
      backoff.succeed();
    } catch (error) {
      backoff.fail(error);
    } finally {
      busy = false;
    }
  };

  const soon = (): void => {
    gathering?.();
    gathering = platform.after(gatherMs, () => void run());
  };

  /** The page may never run again: send plain what no answer has come for. The copy on disk stays until an answer. */
  const leave = guest.guard("leave", () => {
    if (recorder.unsent.size === 0 || guest.$consent.get() !== "granted") return;
    const events: WaymarkEvent[] = [];
    let bytes = 400;
    for (const event of recorder.unsent.values()) {
      bytes += JSON.stringify(event).length * 2;
      if (bytes > leavingBytes) break;
      events.push(event);
    }
    const token = typeof guest.$person.get().token === "string" ? (guest.$person.get().token as string) : undefined;
    post(envelope(events, token), true).then(
      (response) => (response.status === 202 ? forget(events.map(({ id }) => id)) : undefined),
      () => guest.fail("leave"),
    );
  });

  scope.add(recorder.onQueued(soon));
  listen(scope, window, "online", () => {
    backoff.succeed();
    soon();
  });
  listen(scope, document, "visibilitychange", () => (document.visibilityState === "hidden" ? leave() : soon()));
  listen(scope, window, "pagehide", leave);
  scope.add(guest.$consent.listen(soon));
  scope.add(backoff.stop);
  scope.add(() => gathering?.());
  soon();
  return scope.stop;
}
