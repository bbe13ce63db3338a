import { randomInt } from "node:crypto";
import {
  type EnvelopeContent,
  envelopeContentSchema,
  envelopeInfo,
  parseWith,
  type SealedReport,
} from "@waymark/schema";
import { hear } from "./echoes.ts";
import type { KeyRing, KnownKey } from "./key-ring.ts";
import { openSealed } from "./open-sealed.ts";
import { leastActive } from "./publish.ts";
import { atomOf, type VoiceState } from "./state.ts";
import { challengeDigest, readToken, type Token, tokenHolds } from "./token.ts";

/** In an order that says nothing about when something came. */
function shuffle<T>(all: readonly T[]): T[] {
  const left = [...all];
  const mixed: T[] = [];
  while (left.length > 0) mixed.push(...left.splice(randomInt(left.length), 1));
  return mixed;
}

/** What is in an envelope; one that cannot be opened or read is as an empty one. */
function openEnvelope(body: string, ring: KeyRing): EnvelopeContent | null {
  for (const { secret } of ring.quarters) {
    const plain = openSealed(secret, envelopeInfo, Buffer.from(body, "base64url"));
    if (plain === null) continue;
    try {
      const parsed = parseWith(envelopeContentSchema, JSON.parse(plain.toString()));
      return parsed.ok ? parsed.value : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** The key of a token that holds, or `null`. */
function judge(token: Token, ring: KeyRing, challenge: Buffer): KnownKey | null {
  const key = ring.keys.get(token.keyId);
  return key !== undefined && token.challenge.equals(challenge) && tokenHolds(token, key.modulus) ? key : null;
}

/** What of a report is believed: its token must hold, be for this very step, and never have come before. */
function take(state: VoiceState, ring: KeyRing, challenge: Buffer, { token: text, ...report }: SealedReport): void {
  const token = readToken(text);
  const key = token && judge(token, ring, challenge);
  if (!token || !key || key.journey !== report.journey || key.step !== report.step) return;
  const spent = state.spent[key.quarter] ?? [];
  if (spent.includes(token.mark)) return;
  state.spent[key.quarter] = [...spent, token.mark].sort();
  state.held.push({
    key: key.id,
    report: { mark: token.mark, reason: report.reason, before: report.before, text: report.text },
  });
}

/** Takes a report back that no block holds; its token may be used again then. */
function takeBack(state: VoiceState, ring: KeyRing, challenge: Buffer, text: string): void {
  const token = readToken(text);
  const key = token && judge(token, ring, challenge);
  if (!token || !key) return;
  const other = ({ mark }: { mark: string }): boolean => mark !== token.mark;
  const before = count(state);
  state.held = state.held.filter(({ report }) => other(report));
  for (const atom of state.atoms) atom.pending = atom.pending.filter(other);
  if (count(state) < before)
    state.spent[key.quarter] = (state.spent[key.quarter] ?? []).filter((mark) => mark !== token.mark);
}

const count = ({ held, atoms }: VoiceState): number =>
  held.length + atoms.reduce((sum, { pending }) => sum + pending.length, 0);

/**
 * Puts a week's envelopes to what waits. A report counts once ten people had been given a token of its key in weeks before:
 * it could be any of theirs. Until then it is held.
 *
 * @param answers The cell of each answer, by the answer's id.
 */
export function gather(
  state: VoiceState,
  bodies: readonly string[],
  ring: KeyRing,
  issuer: string,
  answers: ReadonlyMap<string, string>,
): void {
  const challenge = challengeDigest(issuer);
  const contents = shuffle(bodies).flatMap((body) => openEnvelope(body, ring) ?? []);
  hear(state, contents, answers);
  for (const { withdrawn } of contents) for (const token of withdrawn) takeBack(state, ring, challenge, token);
  for (const { reports } of contents) for (const report of reports) take(state, ring, challenge, report);
  const ready = shuffle(state.held).filter(({ key }) => (ring.issued.get(key) ?? 0) >= leastActive);
  for (const { key: id, report } of ready) {
    const key = ring.keys.get(id);
    const quarter = ring.quarters.find((each) => each.quarter === key?.quarter);
    if (key && quarter) atomOf(state, key, quarter.fromWeek).pending.push(report);
  }
  state.held = state.held.filter((each) => !ready.includes(each));
}
