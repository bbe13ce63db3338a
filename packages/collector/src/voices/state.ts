import type { Help, ReportReason } from "@waymark/schema";

/** A report that was taken, without anything that says when it came. */
export interface TakenReport {
  /** SHA-256 of the token's nonce. */
  mark: string;
  reason: ReportReason | null;
  before: boolean | null;
  text: string;
}

/** One group, journey and step in one quarter, with what waits for it. */
export interface AtomState {
  quarter: string;
  group: string;
  journey: string;
  step: string;
  pending: TakenReport[];
  published: number;
  from: number;
}

/** A published block, as what its reporters say later is judged and counted. */
export interface ShownBlock {
  block: string;
  /** The week it was published after. */
  week: number;
  /** People of its group. */
  heads: number;
  /** Of its reports' tokens: SHA-256 of the nonce, sorted. They are tied to no word. */
  marks: string[];
  /** What was said once and is not taken again: `mark answer` with what it was. */
  said: string[];
  ratings: { mark: string; answer: string; help: Help }[];
  replies: { mark: string; text: string }[];
  /** How many ratings of an answer are published. */
  rated: Record<string, number>;
  /** How many replies are. */
  replied: number;
}

/** Words of published blocks that wait for others to be shown with. */
export interface PooledText {
  block: string;
  text: string;
}

/** All that waits in a project. It is kept sealed and nowhere else: not in logs, not in metrics, not in another table. */
export interface VoiceState {
  /** The last week that was worked through. */
  week: number;
  atoms: AtomState[];
  /** Reports under a key that too few people were given a token of yet, by the key's id. */
  held: { key: string; report: TakenReport }[];
  /** Nonces that came, by quarter. */
  spent: Record<string, string[]>;
  pool: PooledText[];
  shown: ShownBlock[];
}

export const emptyState = (week: number): VoiceState => ({ week, atoms: [], held: [], spent: {}, pool: [], shown: [] });

/** The atom of a place, made where it is missing. */
export function atomOf(
  state: VoiceState,
  place: Pick<AtomState, "quarter" | "group" | "journey" | "step">,
  from: number,
): AtomState {
  const is = (each: AtomState): boolean =>
    each.quarter === place.quarter &&
    each.group === place.group &&
    each.journey === place.journey &&
    each.step === place.step;
  const known = state.atoms.find(is);
  if (known !== undefined) return known;
  const { quarter, group, journey, step } = place;
  const made: AtomState = { quarter, group, journey, step, pending: [], published: 0, from };
  state.atoms.push(made);
  return made;
}
