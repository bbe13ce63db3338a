import type { WaymarkEvent } from "@waymark/schema";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { openQueue } from "./queue.ts";
import type { Recorder } from "./record.ts";
import { createRounds } from "./rounds.ts";
import { toJson } from "./to-json.ts";
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

/** One tab sends at a time. Where locks are missing or refused (a sandboxed frame) everybody sends: ids make it harmless. */
async function withLock(name: string, act: () => Promise<void>, taken: () => void): Promise<void> {
  let asked = false;
  const inside = async (lock: Lock | null): Promise<void> => {
    asked = true;
    if (lock) await act();
    else taken();
  };
  try {
    await navigator.locks.request(name, { ifAvailable: true }, inside);
  } catch (error) {
    if (asked) throw error;
    await act();
  }
}

/** Sends what waits on disk and removes what was answered. Starts at once; retries by itself, with growing pauses. */
export function createDelivery(guest: Guest, recorder: Recorder): Stop {
  const { platform, options } = guest;
  const scope = createScope();
  const queue = openQueue(partition(guest));
  const address = `${options.collector}/v1/events?key=${encodeURIComponent(options.key ?? "")}`;
  /** Halved when the collector finds a body too large. */
  let size = batchEvents;
  /** As it was last asked for: leaving cannot wait for a new one. */
  let token: string | undefined;

  const envelope = (events: readonly WaymarkEvent[], token: string | undefined): string =>
    toJson({
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
    for (const id of ids) guest.unsent.delete(id);
    await queue.remove(ids).catch(() => guest.fail("queue"));
  };

  /** What waits on disk, also from earlier visits; without a disk, what this page remembers. */
  const waiting = async (): Promise<WaymarkEvent[]> => {
    const stored = await queue.peek<WaymarkEvent>(size).catch((): WaymarkEvent[] => []);
    return stored.length > 0 ? stored : [...guest.unsent.values()].slice(0, size);
  };

  /** True when a full batch went and more may wait. */
  const sendOnce = async (): Promise<boolean> => {
    const events = await waiting();
    if (events.length === 0) return false;
    token = await tokenOf(guest);
    // Somebody else may have signed in meanwhile: their token must never carry this person's events.
    if (scope.stopped) return false;
    const response = await post(await gzip(envelope(events, token)), false);
    // 202 judges every event. A body that is refused as a whole would be refused again: it must not block what comes after.
    if (response.status === 413 && size > 1) {
      size = Math.ceil(size / 2);
      return true;
    }
    const final = [202, 400, 413].includes(response.status);
    if (!final) throw rounds.refusal(response);
    if (response.status !== 202) guest.fail("refused");
    await forget(events.map(({ id }) => id));
    const full = events.length === size;
    size = batchEvents;
    return full;
  };

  const drain = async (): Promise<void> => {
    while (!scope.stopped && guest.$consent.get() === "granted" && (await sendOnce()));
  };

  // Another tab that holds the lock sends our events too, as far as it has seen them on the disk: ask again.
  const rounds = createRounds(guest, scope, gatherMs, () =>
    withLock(`waymark-${partition(guest)}`, drain, () => rounds.soon()),
  );

  /** The page may never run again: send plain what no answer has come for. The copy on disk stays until an answer. */
  const leave = guest.guard("leave", () => {
    if (guest.unsent.size === 0 || guest.$consent.get() !== "granted") return;
    const events: WaymarkEvent[] = [];
    let bytes = 400;
    for (const event of guest.unsent.values()) {
      bytes += toJson(event).length * 2;
      if (bytes > leavingBytes) break;
      events.push(event);
    }
    const given = guest.$person.get().token;
    post(envelope(events, typeof given === "string" ? given : token), true).then(
      (response) => (response.status === 202 ? forget(events.map(({ id }) => id)) : undefined),
      () => guest.fail("leave"),
    );
  });

  scope.add(recorder.onQueued(rounds.soon));
  listen(scope, document, "visibilitychange", () => (document.visibilityState === "hidden" ? leave() : rounds.soon()));
  listen(scope, window, "pagehide", leave);
  // Whoever signs out, or stops us, does not wait for the next visit.
  scope.add(leave);
  rounds.soon();
  return scope.stop;
}
