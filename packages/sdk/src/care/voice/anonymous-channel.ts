import { isoWeek, nextMonday, quarterOfWeek } from "@waymark/engine";
import type { Platform } from "../../ports/platform.ts";
import type { Place, Receipt, VoiceChannel } from "../../ports/voice.ts";
import { type Box, type BoxState, placeKey } from "./box.ts";

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
  return {
    read: async () => {
      await box.read();
    },
    promises: (place) => (leaves(place) ? { leaves: true, reader: null, least } : device.promises(place)),
    until: (now, place) => (leaves(place) ? nextMonday(now) : device.until(now, place)),
    week: (receipt) =>
      receipt.until === null ? receipt.week : (box.now().outbox.find(({ id }) => id === receipt.id)?.sent ?? null),
    report: async (draft) => {
      const { journey, step, reason, text } = draft;
      const now = platform.now();
      const made = isoWeek(now);
      const receipt: Receipt = { ...draft, id: platform.id(now), week: made, until: nextMonday(now) };
      let found: "token" | "used" | "none" = "none";
      await box.change((old) => {
        const token = tokenFor(old, draft);
        const place = placeKey(draft);
        found = token === null ? "none" : old.used.includes(place) ? "used" : "token";
        if (token === null || found === "used") return old;
        const waiting = { journey, step, reason, text, id: receipt.id, token, made, sent: null };
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
    helped: device.helped,
  };
}
