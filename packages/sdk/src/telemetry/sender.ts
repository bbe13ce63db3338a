import type { Stop } from "../ports/platform.ts";
import type { Scope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { byteLength, envelope, gzip } from "./envelope.ts";
import { sendLeaving } from "./leave.ts";
import { ledgerOf } from "./ledger.ts";
import { endLosses, type Losses, lossesKey } from "./losses.ts";
import { tokenOf } from "./token.ts";
import type { Waiting } from "./waiting.ts";

const batchEvents = 200;
/** Before compression; the collector unpacks 4 MB, and a slow line should not carry one body for minutes. */
const batchBytes = 256_000;
/** A server that takes a body and never answers is asked again after this. */
const patienceMs = 30_000;

/** Sends a person's events. Knows no document: `delivery.ts` tells it when. */
export interface Sender {
  /** Sends until nothing waits; rejects where it should be tried again later. */
  drain(): Promise<void>;
  /** The page may never run again: sends once more what no answer has come for. The copy on disk stays until an answer. */
  leave(last: boolean): void;
  /** Ends the request under way. */
  cancel: Stop;
}

/** What the sender asks of whoever times it. */
export interface Times {
  refusal(response: Response): Error;
  soon(): void;
  /** Whether the collector asked to be left alone for a while. */
  asked(): boolean;
}

/** The oldest that fit in one body, and whether more wait. At least one: what is too large alone is for the collector to say. */
function firstOf(events: ReadonlyMap<string, string>, size: number): { batch: Map<string, string>; more: boolean } {
  const batch = new Map<string, string>();
  let bytes = 0;
  for (const [id, text] of events) {
    bytes += byteLength(text);
    if (batch.size === size || (batch.size > 0 && bytes > batchBytes)) return { batch, more: true };
    batch.set(id, text);
  }
  return { batch, more: false };
}

/** Answers that another try cannot change: a wrong key, origin or address. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![408, 425, 429].includes(status);

export function createSender(guest: Guest, scope: Scope, waiting: Waiting, times: Times): Sender {
  const { platform, options, unsent } = guest;
  const address = `${options.collector}/v1/events?key=${encodeURIComponent(options.key ?? "")}`;
  const stamp = { method: "POST", credentials: "omit", referrerPolicy: "no-referrer" } as const;
  /** Under way in a body sent at leaving, and in the request of this round. */
  const flying = new Set<string>();
  const sending = new Set<string>();
  /** Halved when the collector finds a body too large, grown again by what goes well. */
  let size = batchEvents;
  /** As it was last asked for: leaving cannot wait for a new one. */
  let token: string | undefined;
  /** The token under which the collector turned us away: asking again is no use before there is another, or a new page. */
  let turnedAway: { token: unknown } | null = null;
  let controller = new AbortController();

  const may = (): boolean => {
    if (turnedAway && turnedAway.token !== guest.$person.get().token) turnedAway = null;
    return !turnedAway && guest.$consent.get() === "granted";
  };

  const accept = async (ids: readonly string[], answer: string): Promise<void> => {
    const { rejected } = JSON.parse(answer) as { rejected: { index: number }[] };
    const bad = new Set(rejected.map(({ index }) => ids[index]));
    await waiting.giveUp(
      ids.filter((id) => bad.has(id)),
      "rejected",
    );
    await waiting.release(ids.filter((id) => !bad.has(id)));
    size = Math.min(batchEvents, size * 2);
  };

  /** Acts on the collector's word; rejects where the same may go well later. */
  const settle = async (ids: readonly string[], response: Response): Promise<void> => {
    const { status } = response;
    // Read to its end, whatever it says: until then Chromium counts the body that was sent as under way. And an answer that
    // is cut short is none: the same events again are duplicates, and their verdict comes again.
    const answer = await response.text();
    if (status === 202) await accept(ids, answer);
    // What is refused as a whole would be refused again: it must not block what comes after.
    else if (status === 400) await waiting.giveUp(ids, "refused");
    else if (status === 413 && ids.length > 1) size = Math.ceil(ids.length / 2);
    else if (status === 413) await waiting.giveUp(ids, "too_large");
    else if (isFinal(status)) {
      // Somebody's slip, mended within hours: nothing is lost by it, and nobody is asked in vain meanwhile.
      turnedAway = { token: guest.$person.get().token };
      guest.fail(`status_${status}`);
    } else throw times.refusal(response);
  };

  /** True when the next batch may go at once. */
  const sendOnce = async (signal: AbortSignal): Promise<boolean> => {
    const { batch, more } = firstOf(await waiting.peek(size + 1, flying), size);
    if (batch.size === 0) return false;
    token = await tokenOf(guest);
    const lossesAt = lossesKey(partition(guest));
    const told = await platform.store.get<Losses>(lossesAt);
    const body = await gzip(envelope(guest, batch.values(), token, told));
    // Somebody else may have signed in meanwhile, or consent was withdrawn: this must not travel any more.
    if (signal.aborted || scope.stopped || !may()) return false;
    const ids = [...batch.keys()];
    for (const id of ids) sending.add(id);
    const response = await platform.fetch(address, { ...stamp, body, signal });
    await settle(ids, response);
    if (response.status === 202 && told) await endLosses(platform, partition(guest), told);
    return more || response.status !== 202;
  };

  const drain = async (): Promise<void> => {
    controller = new AbortController();
    const { signal } = controller;
    const cut = new Promise<never>((_, reject) => {
      signal.onabort = () => reject(new Error("cut off"));
    });
    // Raced below; where no race is under way its rejection is nobody's.
    cut.catch(() => undefined);
    await waiting.reconcile();
    while (!signal.aborted && !scope.stopped && may()) {
      const stop = platform.after(patienceMs, () => controller.abort());
      try {
        if (!(await Promise.race([sendOnce(signal), cut]))) return;
      } finally {
        stop();
        sending.clear();
      }
    }
  };

  const sendLeft = (left: readonly (readonly [id: string, { text: string }])[]): void => {
    const { token: given } = guest.$person.get();
    sendLeaving(
      {
        platform,
        address,
        stamp,
        flying,
        ledger: ledgerOf(platform),
        wrap: (texts) => envelope(guest, texts, typeof given === "string" ? given : token),
        answered: settle,
        landed: times.soon,
      },
      new Map(left.map(([id, { text }]) => [id, text])),
    );
  };

  const leave = (last: boolean): void => {
    if (guest.$consent.get() === "granted") waiting.keepPending();
    const left = [...unsent].filter(([id]) => !flying.has(id) && (last || !sending.has(id)));
    if (may() && !times.asked()) sendLeft(left);
    if (last) waiting.leaveBehind(left.filter(([id, { stored }]) => stored === false && !flying.has(id)).length);
  };

  return { drain, leave, cancel: () => controller.abort() };
}
