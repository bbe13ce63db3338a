import type { Generated, Kysely } from "kysely";

/** Documents are kept as JSON text, moments as Unix ms: the same in SQLite and PostgreSQL. */
export interface ControlTables {
  projects: {
    id: string;
    title: string;
    timeZone: string;
    roles: string;
    origins: string;
    createdAt: number;
    /** The `aud` that people's tokens must carry; `null`: none. */
    audience: string | null;
    /** JSON of `Retention`; `null`: the defaults. */
    retention: string | null;
  };
  keys: { hash: string; project: string; kind: string; createdAt: number; label: string | null };
  drafts: { project: string; journey: string; content: string; updatedAt: number };
  versions: {
    project: string;
    journey: string;
    version: number;
    content: string;
    hash: string;
    note: string | null;
    publishedBy: string;
    publishedAt: number;
  };
  /** Journeys that files in git hold: publishing comes from there. */
  inGit: { project: string; journey: string; since: number };
  invites: { hash: string; project: string; role: string; expiresAt: number; member: string | null };
  sessions: { hash: string; project: string; role: string; expiresAt: number; member: string | null };
  /** Tokens that can only read and write drafts, by the key or sign-in they were made with. */
  draftTokens: { hash: string; project: string; issuer: string; who: string; expiresAt: number };
  audit: { id: Generated<number>; project: string; who: string; act: string; detail: string; at: number };
  blocks: {
    project: string;
    block: number;
    fromWeek: number;
    toWeek: number;
    frozenAt: number;
    /** 1 where people were seen and none was verified. */
    unsigned: number;
  };
  groups: { project: string; group: string; role: string; title: string; leaves: string; block: number };
  /** What the gap report is read from, by block. */
  gapCells: {
    project: string;
    block: number;
    group: string;
    journey: string;
    version: number;
    content: string;
    courses: string;
  };
  /** What the pages of their own are read from, by block. `journey` `""`: of all; `version` 0: of each. */
  figures: { project: string; block: number; group: string; journey: string; version: number; content: string };
  /** What journeys did to their value, as it is served, and what of it was released so far. */
  experiments: { project: string; block: number; content: string; ledger: string };
  snapshots: { project: string; block: number; group: string; journey: string; picture: string; ledger: string };
  handoffs: HandoffRow;
  thanks: ThanksRow;
  /** Keys that people's tokens are checked with. An HS256 secret is not here: it is derived from the project's own. */
  tokenKeys: { project: string; kid: string; alg: string; jwk: string | null; createdAt: number };
  members: { id: string; project: string; name: string; role: string; scope: string | null; createdAt: number };
  /** Whose events are refused: their code under the project's secret. */
  suppressed: { project: string; person: string; erasedAt: number; liftedAt: number | null };
  /** People's progress, where the event store has no transactions. */
  states: { project: string; person: string; progress: string };
  /** A quarter of the anonymous channel: its groups, frozen, and the pair that envelopes are sealed for. */
  voiceQuarters: { project: string; quarter: string; fromWeek: number; groups: string; seal: string; secret: string };
  /** One journey's token keys for a quarter: the public file as it is served, and what signs, sealed. */
  voiceKeys: { project: string; quarter: string; journey: string; file: string; secret: string };
  /** That somebody was given a token, as a keyed hash; no time, and no order. */
  voiceIssued: { project: string; mark: string; quarter: string; message: string };
  /** How many people were given a token under a key, by week: no person. */
  voiceCounts: { project: string; quarter: string; key: string; week: number; people: number };
  /** Sealed envelopes of a week that is not over; all are of one size. */
  envelopes: { project: string; week: number; id: string; body: string };
  /** What waits to be published, sealed and of one size: counts appear nowhere. */
  voiceStates: { project: string; week: number; body: string };
  /** What was published, never written again. */
  voiceBlocks: { project: string; week: number; id: string; content: string; seal: string };
  /** Words that wait for moderation or were released. */
  voiceTexts: { project: string; id: string; block: string; text: string; state: string };
  voiceAnswers: { project: string; id: string; block: string; content: string; at: number };
  /** What managers said of steps, with their names. */
  voiceStatements: { project: string; id: string; content: string; at: number };
  /** What stakeholders expect, every version. `content` is the `Expectation` as JSON. */
  expectations: {
    project: string;
    journey: string;
    step: string;
    role: string;
    version: number;
    content: string;
    at: number;
  };
  /** What managers believed before they saw a result, one for each of them and place. */
  estimates: {
    project: string;
    who: string;
    journey: string;
    step: string;
    role: string;
    content: string;
    at: number;
  };
  decisions: { project: string; id: string; journey: string; content: string; at: number };
  /** PostgreSQL: the version of the tables. */
  meta: { version: number };
}

/** One hand-over. People are codes; what they are called is in `content` only. */
export interface HandoffRow {
  project: string;
  id: string;
  /** Journey, step, subject and attempt: one offer of a person for each. */
  place: string;
  offerer: string;
  /** Who accepted or returned it. */
  taker: string | null;
  toRole: string;
  state: string;
  /** The hand-over without the reader's point of view, JSON. */
  content: string;
  changedAt: number;
}

/** One thank-you. */
export interface ThanksRow {
  project: string;
  id: string;
  handoff: string;
  sender: string;
  receiver: string;
  /** 1 where the receiver shows it to others. */
  shown: number;
  content: string;
  sentAt: number;
}

/** The control store's queries. */
export type ControlDb = Kysely<ControlTables>;
