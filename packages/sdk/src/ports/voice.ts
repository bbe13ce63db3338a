import type { AnswersFile } from "@waymark/schema";

/** What makes a step hard, as one tap says it. */
export type Reason = "slow" | "unsure" | "blocked" | "not_mine";

/** What a report is about. */
export interface Place {
  journey: string;
  /** `""`: about the role brief, not about a step. */
  step: string;
}

/** What the person wrote and has not given away yet. */
export interface ReportDraft extends Place {
  reason: Reason | null;
  /** Whether it was as hard before the roll-out; `null`: not said. */
  before: boolean | null;
  /** At most 500 characters. */
  text: string;
}

/** What stays on the device, so that an answer finds its way back. */
export interface Receipt extends ReportDraft {
  id: string;
  /** ISO week, `2026-W47`; the day and the hour are not kept. */
  week: string;
  /** Until when it can be taken back, Unix milliseconds; `null`: at any time. */
  until: number | null;
}

/** How much an answer helped. */
export type Help = "yes" | "little" | "no";

/**
 * What a channel can hold. The words beside the button are made from this, so that they promise no more than that; a
 * channel that keeps less than it says breaks its contract (`voice.contract.ts`).
 */
export interface VoicePromises {
  /** Whether reports leave this device at all. */
  leaves: boolean;
  /** Who reads the words before anybody else, as people know them: `Ines, customer success`. */
  reader: string | null;
  /** So many people must have said so before anybody sees a count. */
  least: number;
}

/**
 * The way of a report: out, back again, and the answers. It knows nothing of the person, and no call of it may be told
 * apart from outside by what is reported (`ANONYMITY.md`).
 */
export interface VoiceChannel {
  /** Reads what is kept on the device; before that nothing is promised to leave. */
  read(): Promise<void>;
  /** What holds for a report about a place, made now. */
  promises(place: Place): VoicePromises;
  /** Until when a report made now could be taken back; `null`: at any time. */
  until(now: number, place: Place): number | null;
  /** The week a report counts in, by which an answer is found; `null`: it has not left yet. */
  week(receipt: Receipt): string | null;
  /** Takes a report. `null`: there is one about this step in this quarter already. */
  report(draft: ReportDraft): Promise<Receipt | null>;
  /** Takes a report back. `false`: too late. */
  withdraw(receipt: Receipt): Promise<boolean>;
  /** The one public file that everybody fetches alike; `null` where there is none. */
  answers(): Promise<AnswersFile | null>;
  /**
   * Asks for a report that has left: it is taken out unless it was shown by then, which nobody here learns. `false`: there is
   * nothing to ask for.
   */
  askBack(receipt: Receipt): Promise<boolean>;
  /** Whether an answer helped. Said again before it leaves it takes the place of what was said first. */
  helped(receipt: Receipt, answer: string, help: Help): Promise<void>;
  /** Answers back, at most 500 characters. `false`: it would not leave this device, or was said before. */
  reply(receipt: Receipt, answer: string, text: string): Promise<boolean>;
}
