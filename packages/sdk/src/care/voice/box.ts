import type { Platform } from "../../ports/platform.ts";
import type { Help, Place, Reason } from "../../ports/voice.ts";
import { fromPadded, toPadded } from "./padded.ts";
import type { RawToken } from "./token.ts";

/** A token that is asked for, or was given. */
export interface HeldToken {
  modulus: string;
  raw: RawToken;
  /** 354 bytes, base64url; `null` until it is signed. */
  token: string | null;
}

/** A report on its way. */
export interface Waiting extends Place {
  id: string;
  reason: Reason | null;
  before: boolean | null;
  text: string;
  token: string;
  /** The week it was made in: it leaves in a later one. */
  made: string;
  /** The week the collector took it in. */
  sent: string | null;
}

/** Something that is said later about a report: it rides the next envelope that has room. */
export interface Later {
  id: string;
  /** What it says, by the receipt of the report or by its token. */
  say:
    | { kind: "rating"; receipt: string; answer: string; help: Help }
    | { kind: "reply"; receipt: string; answer: string; text: string }
    | { kind: "withdrawn"; token: string };
  sent: string | null;
}

/** When this week's envelope leaves; drawn before anybody reports anything, and never moved by a report. */
export interface Plan {
  week: string;
  /** Unix ms. */
  at: number;
  sent: boolean;
}

/** All that this device has for the anonymous channel. Whoever reports and whoever does not have the same of it. */
export interface BoxState {
  /** The quarter of the tokens. */
  quarter: string;
  /** What envelopes are sealed for; `null`: nothing leaves. */
  seal: string | null;
  /** Journeys that were asked for in this quarter. */
  asked: readonly string[];
  /** By place. */
  tokens: Readonly<Record<string, HeldToken>>;
  /** Places that were reported in this quarter. */
  used: readonly string[];
  plan: Plan | null;
  outbox: readonly Waiting[];
  later: readonly Later[];
}

export const emptyBox: BoxState = {
  ...{ quarter: "", seal: null, asked: [], tokens: {}, used: [] },
  ...{ plan: null, outbox: [], later: [] },
};

/** A place as one text. */
export const placeKey = ({ journey, step }: Place): string => JSON.stringify([journey, step]);

/** Under which name a person's box lies in this device's store. */
export const boxKey = (owner: string): string => `voice-box-${owner}`;

/** The box of one person on this device. */
export interface Box {
  /** As it was read or changed last. */
  now(): BoxState;
  read(): Promise<BoxState>;
  /** Reads, changes and writes in one transaction. */
  change(act: (old: BoxState) => BoxState): Promise<BoxState>;
}

const isBox = (value: unknown): value is BoxState => typeof value === "object" && value !== null && "outbox" in value;

/** Opens a person's box. */
export function openBox({ store }: Pick<Platform, "store">, owner: string): Box {
  const key = boxKey(owner);
  let state = emptyBox;
  const take = (kept: unknown): BoxState => {
    const found = fromPadded(kept);
    state = isBox(found) ? { ...emptyBox, ...found } : emptyBox;
    return state;
  };
  /** Of one size for all who have the same tokens, whatever they reported. */
  const written = (next: BoxState): string => {
    state = next;
    const { tokens, asked } = next;
    return toPadded(next, JSON.stringify([tokens, asked]).length);
  };
  return {
    now: () => state,
    read: async () => take(await store.get<unknown>(key)),
    change: async (act) => {
      await store.update<unknown>(key, (old) => written(act(take(old))));
      return state;
    },
  };
}
