import { answerTo, isoWeek, quarterOfWeek, readAnswers } from "@waymark/engine";
import type { Answer } from "@waymark/schema";
import type { Help, Receipt, ReportDraft, VoiceChannel } from "../../ports/voice.ts";
import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";
import { createAnonymousChannel } from "./anonymous-channel.ts";
import { type Box, openBox } from "./box.ts";
import { createDeviceChannel } from "./device-channel.ts";
import { fromPadded, toPadded } from "./padded.ts";

/** A report of this person on this device, and what they said about its answer. */
export interface Kept extends Receipt {
  /** The answer that was rated last. */
  rated?: { answer: string; help: Help } | undefined;
  /** The answer that was answered back last. */
  replied?: string | undefined;
  /** It was asked for after it had left. */
  asked?: boolean | undefined;
}

/** All that is known here about what the person reported: for the service and the room alike. */
export interface Voice {
  readonly channel: VoiceChannel;
  /** What waits to be sent and what may be sent with; `null` where there is no collector to send to. */
  readonly box: Box | null;
  /** Reports of this person on this device, the newest first. */
  kept(): readonly Kept[];
  /** The report about a step in this quarter; `""`: about the brief. */
  current(journey: string, step: string): Kept | null;
  /** An answer to a report about a step that was not rated yet. */
  open(journey: string, step: string): { receipt: Kept; answer: Answer } | null;
  /** The first report with an answer that was not rated yet. */
  firstOpen(): Kept | null;
  report(draft: ReportDraft): Promise<boolean>;
  withdraw(receipt: Kept): Promise<boolean>;
  /** Asks for a report that has left already. */
  askBack(receipt: Kept): Promise<boolean>;
  rate(receipt: Kept, answer: string, help: Help): Promise<void>;
  /** Answers back. `false`: it cannot leave. */
  reply(receipt: Kept, answer: string, text: string): Promise<boolean>;
  /** Reads what is kept on the device. */
  read(): Promise<void>;
  /** Fetches the answers. Once a visit, when idle: on opening the room it would tell who is about to report. */
  fetchAnswers(): Promise<void>;
}

/** Under which name a person's receipts lie in this device's store. */
export const receiptsKey = (owner: string): string => `voice-receipts-${owner}`;

/** In every device's store, and in nobody's list: that there are receipts says nothing. */
const dummy = { id: "", journey: "", step: "", reason: null, before: null, text: "", week: "", until: null } as const;

const readKept = (stored: unknown): Kept[] => {
  const found = fromPadded(stored);
  return Array.isArray(found) ? (found as Kept[]).filter(({ id }) => id !== "") : [];
};
const writeKept = (kept: readonly Kept[]): string => toPadded([...kept, dummy]);

const voices = new WeakMap<Guest, Voice>();

/** The one voice of a guest. */
export function voiceOf(guest: Guest): Voice {
  const known = voices.get(guest);
  if (known) return known;
  const made = createVoice(guest);
  voices.set(guest, made);
  return made;
}

function createVoice(guest: Guest): Voice {
  const { platform, options } = guest;
  const owner = partition(guest);
  const key = receiptsKey(owner);
  const { collector, key: writeKey } = options;
  const box = collector && writeKey ? openBox(platform, owner) : null;
  const page = `${collector}/v1/answers?key=${encodeURIComponent(writeKey ?? "")}`;
  const device = createDeviceChannel(platform, owner, options.answers ?? (box ? page : undefined));
  const channel = box
    ? createAnonymousChannel(platform, device, box, () => guest.$consent.get() === "granted")
    : device;
  let kept: readonly Kept[] = [];
  let answers: readonly Answer[] = [];
  const keep = async (change: (old: readonly Kept[]) => readonly Kept[]): Promise<void> => {
    await platform.store.update<unknown>(key, (old) => {
      kept = change(readKept(old));
      return writeKept(kept);
    });
  };
  const amend = (receipt: Kept, change: Partial<Kept>): Promise<void> =>
    keep((old) => old.map((each) => (each.id === receipt.id ? { ...each, ...change } : each)));
  const open = (journey: string, step: string): { receipt: Kept; answer: Answer } | null => {
    for (const receipt of kept) {
      if (receipt.journey !== journey || receipt.step !== step) continue;
      const week = channel.week(receipt);
      const answer = week && answerTo(answers, { ...receipt, week });
      if (answer && receipt.rated?.answer !== answer.id) return { receipt, answer };
    }
    return null;
  };
  return {
    channel,
    box,
    kept: () => kept,
    current: (journey, step) => {
      const quarter = quarterOfWeek(isoWeek(platform.now()));
      const isIt = (each: Kept): boolean => each.journey === journey && each.step === step;
      return kept.find((each) => isIt(each) && quarterOfWeek(each.week) === quarter) ?? null;
    },
    open,
    firstOpen: () => kept.find(({ journey, step }) => open(journey, step) !== null) ?? null,
    report: async (draft) => {
      const receipt = await channel.report(draft);
      if (receipt) await keep((old) => [receipt, ...old]);
      return receipt !== null;
    },
    withdraw: async (receipt) => {
      const gone = await channel.withdraw(receipt);
      if (gone) await keep((old) => old.filter(({ id }) => id !== receipt.id));
      return gone;
    },
    askBack: async (receipt) => {
      const asked = await channel.askBack(receipt);
      if (asked) await amend(receipt, { asked });
      return asked;
    },
    reply: async (receipt, answer, text) => {
      const left = await channel.reply(receipt, answer, text);
      if (left) await amend(receipt, { replied: answer });
      return left;
    },
    rate: async (receipt, answer, help) => {
      await channel.helped(receipt, answer, help);
      await amend(receipt, { rated: { answer, help } });
    },
    read: async () => {
      await channel.read();
      const stored = await platform.store.get<unknown>(key);
      kept = readKept(stored);
      // Everybody's device has receipts, whether they ever reported or not.
      if (box && stored === undefined) await keep((old) => old);
    },
    fetchAnswers: async () => {
      answers = readAnswers(await channel.answers().catch(() => null));
    },
  };
}
