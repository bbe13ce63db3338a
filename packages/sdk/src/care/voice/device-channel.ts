import { isoWeek, quarterOfWeek } from "@waymark/engine";
import type { AnswersFile } from "@waymark/schema";
import type { Platform } from "../../ports/platform.ts";
import type { Receipt, VoiceChannel } from "../../ports/voice.ts";

/** Where the answers come from: an address, or a function of the host's. */
export type AnswersSource = string | (() => Promise<unknown>);

const isReceipts = (value: unknown): value is Receipt[] => Array.isArray(value);

/** Under which name the reports of one person lie in this device's store. */
export const outboxKey = (owner: string): string => `voice-outbox-${owner}`;

/**
 * A channel that keeps every report on this device: nothing of it leaves, so nothing is promised to anybody. For as long
 * as the collector has no anonymous way in.
 */
export function createDeviceChannel(
  platform: Pick<Platform, "now" | "id" | "store" | "fetch">,
  owner: string,
  source: AnswersSource | undefined,
): VoiceChannel {
  const key = outboxKey(owner);
  const change = async (act: (outbox: Receipt[]) => Receipt[]): Promise<void> => {
    await platform.store.update<unknown>(key, (old) => act(isReceipts(old) ? old : []));
  };
  return {
    read: async () => undefined,
    promises: () => ({ leaves: false, reader: null, least: 0 }),
    until: () => null,
    week: ({ week }) => week,
    report: async (draft) => {
      const now = platform.now();
      const week = isoWeek(now);
      const receipt: Receipt = { ...draft, id: platform.id(now), week, until: null };
      let taken = false;
      await change((outbox) => {
        taken = outbox.some(
          (each) =>
            each.journey === draft.journey &&
            each.step === draft.step &&
            quarterOfWeek(each.week) === quarterOfWeek(week),
        );
        return taken ? outbox : [...outbox, receipt];
      });
      return taken ? null : receipt;
    },
    withdraw: async ({ id }) => {
      await change((outbox) => outbox.filter((each) => each.id !== id));
      return true;
    },
    answers: async () => {
      if (source === undefined) return null;
      if (typeof source === "function") return (await source()) as AnswersFile;
      const response = await platform.fetch(source, { credentials: "omit", referrerPolicy: "no-referrer" });
      return response.ok ? ((await response.json()) as AnswersFile) : null;
    },
    // Nobody is there to be told; that it was said is kept with the receipt.
    helped: async () => undefined,
    askBack: async () => false,
    reply: async () => false,
  };
}
