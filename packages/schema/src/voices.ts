import * as z from "zod/mini";
import type { Answer, Verdict } from "./answers.ts";
import type { Same } from "./same.ts";

/** What makes a step hard, as one tap says it. */
export type ReportReason = "slow" | "unsure" | "blocked" | "not_mine";

/** The keys of one group: one for each step, since the key is all that a token says. */
export interface GroupKeys {
  id: string;
  /** Leaf roles of the group. */
  roles: string[];
  /** RSA-2048 moduli, base64url, by step; `""` is the role brief. */
  keys: Record<string, string>;
}

/**
 * One journey's public keys for a quarter, `waymark.token-keys/1`: the same bytes for everybody, and the same until the
 * quarter is over, so that nobody can be known by the key they were given.
 */
export interface TokenKeys {
  format: "waymark.token-keys/1";
  journey: string;
  /** `2026-Q4`. */
  quarter: string;
  /** The issuer's name in the token's challenge. */
  issuer: string;
  /** What envelopes are sealed for: a P-256 point, base64url; `null` where there are no groups. */
  seal: string | null;
  groups: GroupKeys[];
}

/** One blinded message, 256 bytes as base64url. */
export interface BlindedMessage {
  journey: string;
  step: string;
  message: string;
}

/** Body of `POST /v1/tokens`. */
export interface TokenRequest {
  format: "waymark.tokens/1";
  quarter: string;
  blinded: BlindedMessage[];
}

/** What `POST /v1/tokens` answers: a signature for each message, in its order. */
export interface SignedTokens {
  format: "waymark.signatures/1";
  group: string;
  signatures: string[];
}

/** One report as it lies in an envelope. Its token says group, step and quarter; journey and step are said again. */
export interface SealedReport {
  journey: string;
  step: string;
  reason: ReportReason | null;
  /** Whether it was as hard before the roll-out; `null`: not said. */
  before: boolean | null;
  text: string;
  /** 354 bytes, base64url. */
  token: string;
}

/** How much an answer helped. */
export type Help = "yes" | "little" | "no";

/** What a reporter says of an answer: by the receipt of their report, the nonce of its token, 32 bytes as base64url. */
export interface SealedRating {
  receipt: string;
  /** The answer's id. */
  answer: string;
  help: Help;
}

/** What a reporter answers back; it is read as words are, and belongs to no report that anybody could find. */
export interface SealedReply {
  receipt: string;
  answer: string;
  text: string;
}

/** What an envelope holds: nothing, most weeks. */
export interface EnvelopeContent {
  format: "waymark.envelope/1";
  reports: SealedReport[];
  /** Tokens whose reports are taken back, where that is not too late. */
  withdrawn: string[];
  ratings: SealedRating[];
  replies: SealedReply[];
}

/** What some people of one group reported about a step in some weeks, as it was published. It never changes. */
export interface VoiceCell {
  /** Chance; what an answer is addressed to. */
  id: string;
  journey: string;
  /** `""`: the role brief. */
  step: string;
  group: string;
  /** The group's title in the role tree. */
  title: string;
  /** Leaf roles of the group. */
  roles: string[];
  quarter: string;
  /** First and last week: `2026-W45`. */
  from: string;
  to: string;
  count: number;
  /** How often each reason was given, `none` where nobody gave one; `null` where one of them stands for fewer than five. */
  reasons: Record<string, number> | null;
  /** How many faced it `before` the roll-out and still do, only `since`, or did not say (`none`); `null` as above. */
  faced: Record<string, number> | null;
  /** Said by people who were made up. */
  simulated: boolean;
}

/** What five or more reporters of a cell said about one answer, as it was published. It never changes. */
export interface RatingBlock {
  id: string;
  /** The cell. */
  voice: string;
  answer: string;
  /** The week it was published after. */
  week: string;
  count: number;
  /** `yes`, `little`, `no`; `null` where one of them stands for fewer than five. */
  helps: Record<string, number> | null;
}

/** That five or more reporters of a cell answered back. Their words are read before anybody else sees them. */
export interface ReplyBlock {
  id: string;
  voice: string;
  week: string;
  count: number;
}

/** What a manager says of a step, with their name. */
export interface Statement {
  id: string;
  journey: string;
  /** `""`: the role brief. */
  step: string;
  /** A role of the tree. */
  role: string;
  text: string;
  by: string;
  /** The day, `2026-11-23`. */
  on: string;
  /** Whether a report on it was published already. */
  informed: boolean;
}

/** What stands beside a report (M9): never a third word. */
export interface Evidence {
  says: "backed" | "reported";
  because: ("ability" | "effort")[];
  /** The reader says first what they believe of the step: until then nothing of its figures is told. */
  estimateFirst: boolean;
  /** Share of people who do the step alone, as it was frozen last, and how many at least; `null`: none is shown. */
  ability: { value: number; interval: [number, number]; n: number } | null;
}

/** Body of `POST /v1/voices/:id/answer`. */
export interface NewAnswer {
  verdict: Verdict;
  text: string;
  by?: string | undefined;
}

/** Body of `POST /v1/statements`. */
export interface NewStatement {
  journey: string;
  /** `""`: the role brief. */
  step: string;
  role: string;
  text: string;
  /** Only where the session is of nobody in particular: members sign with their own name. */
  by?: string | undefined;
}

/** Whether reports are answered (M19), of published ones only. */
export interface LoopFigures {
  /** Published cells. */
  reports: number;
  medianDays: { value: number; interval: [number, number | null] } | null;
  answeredBy14: { value: number; interval: [number, number | null] } | null;
  /** Of those who rated an answer, whom it helped. */
  helped: { value: number; interval: [number, number | null]; people: number } | null;
}

/** A place as the published journey calls it now; the step's is `null` for the brief. */
export interface PlaceTitles {
  journey: string;
  step: string | null;
}

/** A published cell with all that belongs to it. */
export interface VoiceThread extends VoiceCell {
  titles: PlaceTitles;
  /** The Monday of its release, `2026-11-23`: its age counts from there. */
  released: string;
  /** Earlier cells of this group and step were published: it is said again. */
  again: boolean;
  evidence: Evidence;
  texts: string[];
  /** The newest first. */
  answers: Answer[];
  ratings: RatingBlock[];
  replies: (ReplyBlock & { texts: string[] })[];
}

/** What `GET /v1/voices` answers. */
export interface VoicesReport {
  format: "waymark.voices/1";
  /** The day of the reading in the project's time zone, `2026-11-25`. */
  today: string;
  /** Oldest first. */
  cells: VoiceThread[];
  /** Newest first. */
  statements: (Statement & { titles: PlaceTitles & { role: string }; evidence: Evidence })[];
  loop: LoopFigures;
}

/** What `GET /v1/voices/texts` answers: words that wait for a look, beside nothing that says where they are from. */
export interface WaitingTexts {
  texts: { id: string; text: string }[];
}

/** Bytes of every envelope, full or empty. */
export const envelopeBytes: number = 4096;
/** What a sealed envelope can hold: its size without the sender's key of 65 bytes and the tag of 16. */
export const envelopeRoom: number = envelopeBytes - 65 - 16;
/** What envelopes are sealed about. */
export const envelopeInfo: string = "waymark.envelope/1";
/** As many characters as a report's words may have. */
export const longestReport: number = 500;
/** As many messages as one request for tokens may hold. */
export const mostBlinded: number = 200;

const key = z.string().check(z.maxLength(200));
const bytesOf = (bytes: number): z.ZodMiniString =>
  z.string().check(z.regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`)));

const tokenRequest = z.strictObject({
  format: z.literal("waymark.tokens/1"),
  quarter: z.string().check(z.regex(/^\d{4}-Q[1-4]$/)),
  blinded: z
    .array(z.strictObject({ journey: key, step: key, message: bytesOf(256) }))
    .check(z.minLength(1), z.maxLength(mostBlinded)),
});

const receipt = bytesOf(32);

const envelopeContent = z.strictObject({
  format: z.literal("waymark.envelope/1"),
  reports: z
    .array(
      z.strictObject({
        journey: key,
        step: key,
        reason: z.nullable(z.enum(["slow", "unsure", "blocked", "not_mine"])),
        before: z.nullable(z.boolean()),
        text: z.string().check(z.maxLength(longestReport)),
        token: bytesOf(354),
      }),
    )
    .check(z.maxLength(10)),
  withdrawn: z.array(bytesOf(354)).check(z.maxLength(10)),
  ratings: z
    .array(z.strictObject({ receipt, answer: key, help: z.enum(["yes", "little", "no"]) }))
    .check(z.maxLength(10)),
  replies: z
    .array(z.strictObject({ receipt, answer: key, text: z.string().check(z.minLength(1), z.maxLength(longestReport)) }))
    .check(z.maxLength(10)),
});

const same: [
  Same<z.output<typeof tokenRequest>, TokenRequest>,
  Same<z.output<typeof envelopeContent>, EnvelopeContent>,
] = [true, true];
void same;

/** Judges a request for tokens. */
export const tokenRequestSchema: z.ZodMiniType<TokenRequest> = tokenRequest;
/** Judges what was in an envelope. */
export const envelopeContentSchema: z.ZodMiniType<EnvelopeContent> = envelopeContent;
