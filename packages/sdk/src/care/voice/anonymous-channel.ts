import { isoWeek, nextMonday, quarterOfWeek } from "@waymark/engine";
import type { Platform } from "../../ports/platform.ts";
import type { Place, Receipt, VoiceChannel } from "../../ports/voice.ts";
import { type Box, type BoxState, type Later, placeKey, type Waiting } from "./box.ts";
import { fromBase64url, toBase64url } from "./bytes.ts";

/** The collector publishes nothing of fewer people. */
const least = 5;

/**
 * The channel that leaves: a report is put into the box and rides in a later week's envelope, which this device sends
 * whether there is one or not. So taking it back until Monday is certain: until then it has not left. Where there is no
 * token for a place, the device's own channel keeps it.
 */
export function createAnonymousChannel(
  platform: Pick<Platform, "now" | "id">,
  device: VoiceChannel,
  box: Box,
  /** Whether anything may be sent at all: the host's consent, or the person's objection. */
  maySend: () => boolean,
): VoiceChannel {
  const week = (): string => isoWeek(platform.now());
  const tokenFor = (state: BoxState, place: Place): string | null =>
    maySend() && state.seal !== null && state.quarter === quarterOfWeek(week())
      ? (state.tokens[placeKey(place)]?.token ?? null)
      : null;
  const leaves = (place: Place): boolean => tokenFor(box.now(), place) !== null;
  const entryOf = ({ id }: Receipt): Waiting | undefined => box.now().outbox.find((each) => each.id === id);
  /** What proves a report without its words: the nonce of its token. Of one that has not left there is nothing to prove. */
  const nonceOf = (receipt: Receipt): string | null => {
    const entry = maySend() ? entryOf(receipt) : undefined;
    if (entry === undefined || entry.sent === null) return null;
    return toBase64url(fromBase64url(entry.token).subarray(2, 34));
  };
  /** Puts something by for the next envelope, in the place of what was said before; `false`: that has left. */
  const say = async (later: Later): Promise<boolean> => {
    let taken = false;
    await box.change((old) => {
      taken = old.later.every((each) => each.id !== later.id || each.sent === null);
      return taken ? { ...old, later: [...old.later.filter(({ id }) => id !== later.id), later] } : old;
    });
    return taken;
  };
  return {
    read: async () => {
      await box.read();
    },
    promises: (place) => (leaves(place) ? { leaves: true, reader: null, least } : device.promises(place)),
    until: (now, place) => (leaves(place) ? nextMonday(now) : device.until(now, place)),
    week: (receipt) =>
      receipt.until === null ? receipt.week : (box.now().outbox.find(({ id }) => id === receipt.id)?.sent ?? null),
    report: async (draft) => {
      const { journey, step, reason, before, text } = draft;
      const now = platform.now();
      const made = isoWeek(now);
      const receipt: Receipt = { ...draft, id: platform.id(now), week: made, until: nextMonday(now) };
      let found: "token" | "used" | "none" = "none";
      await box.change((old) => {
        const token = tokenFor(old, draft);
        const place = placeKey(draft);
        found = token === null ? "none" : old.used.includes(place) ? "used" : "token";
        if (token === null || found === "used") return old;
        const waiting = { journey, step, reason, before, text, id: receipt.id, token, made, sent: null };
        return { ...old, used: [...old.used, place], outbox: [...old.outbox, waiting] };
      });
      if (found === "none") return device.report(draft);
      return found === "token" ? receipt : null;
    },
    withdraw: async (receipt) => {
      if (receipt.until === null) return device.withdraw(receipt);
      let gone = false;
      await box.change((old) => {
        const entry = old.outbox.find(({ id }) => id === receipt.id);
        gone = entry !== undefined && entry.sent === null && entry.made === week();
        if (!gone) return old;
        const place = placeKey(receipt);
        return {
          ...old,
          used: old.used.filter((each) => each !== place),
          outbox: old.outbox.filter((each) => each !== entry),
        };
      });
      return gone;
    },
    answers: device.answers,
    askBack: async (receipt) => {
      const entry = entryOf(receipt);
      if (entry === undefined || entry.sent === null) return false;
      const id = `back ${receipt.id}`;
      await say({ id, say: { kind: "withdrawn", token: entry.token }, sent: null });
      return true;
    },
    helped: async (receipt, answer, help) => {
      const nonce = nonceOf(receipt);
      if (nonce === null) return device.helped(receipt, answer, help);
      const id = `rating ${receipt.id} ${answer}`;
      await say({ id, say: { kind: "rating", receipt: nonce, answer, help }, sent: null });
    },
    reply: async (receipt, answer, text) => {
      const nonce = nonceOf(receipt);
      if (nonce === null) return false;
      const id = `reply ${receipt.id} ${answer}`;
      return say({ id, say: { kind: "reply", receipt: nonce, answer, text }, sent: null });
    },
  };
}
