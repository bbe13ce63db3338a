import {
  batchEnvelopeSchema,
  eventSchema,
  handoffActsSchema,
  journeySchema,
  progressSchema,
  thanksActsSchema,
} from "@waymark/schema";
import * as z from "zod/mini";
import { failures } from "../errors.ts";
import { memberBody, newKeyBody, newMemberBody, newTokenKeyBody, projectBody } from "../http/bodies.ts";
import { figureShapes } from "./figure-shapes.ts";
import { planShapes } from "./plan-shapes.ts";
import { voiceShapes } from "./voice-shapes.ts";

/** What goes over the wire, by the name it has in the description. Answers are strict: a field that is not here is a fault. */
const text = z.string();
const count = z.int().check(z.nonnegative());
const whole = z.int();
const orNull = <T extends z.ZodMiniType>(of: T) => z.nullable(of);
const moment = z.iso.datetime({ offset: true });
const list = <T extends z.ZodMiniType>(of: T) => z.array(of);
const strict = z.strictObject;
const free = z.record(text, z.unknown());

const problem = z.looseObject({
  type: text,
  code: z.enum(Object.keys(failures) as [string, ...string[]]),
  status: whole,
  title: text,
  detail: text,
});

const rejection = strict({ index: count, code: text, path: text, message: text });
const tally = {
  accepted: count,
  duplicates: orNull(count),
  conflicts: list(strict({ index: count })),
  rejected: list(rejection),
};

const reason = orNull(z.enum(["too_few", "not_yet", "unverified"]));
const share = strict({
  value: orNull(z.number()),
  interval: orNull(z.tuple([z.number(), z.number()])),
  through: orNull(count),
  of: orNull(count),
  atLeast: z.boolean(),
  reason,
});
const time = strict({
  medianMs: orNull(z.number()),
  intervalMs: orNull(z.tuple([z.number(), orNull(z.number())])),
  people: orNull(count),
  reason,
});
const picture = strict({
  journey: strict({ id: text, title: text, version: orNull(count), destination: orNull(text) }),
  role: strict({ id: text, title: text }),
  people: orNull(count),
  simulated: z.boolean(),
  blocks: list(strict({ from: text, to: text, frozenAt: moment })),
  nextAt: orNull(moment),
  reason,
  steps: list(strict({ id: text, title: text, through: share, time, plannedMs: orNull(z.number()) })),
});

const barrier = z.enum([
  ...(["not_reached", "not_clear", "not_useful", "opens_help"] as const),
  ...(["tries_and_fails", "blocked", "does_not_apply", "not_now"] as const),
]);
const forecast = z.union([
  strict({ says: z.literal("date"), on: text, interval: z.tuple([text, orNull(text)]) }),
  strict({ says: z.literal("not_at_this_pace") }),
  strict({ says: z.literal("too_early"), missing: z.enum(["weeks", "people", "levelling_off", "clarity"]) }),
]);
const why = z.enum([
  ...([
    "too_few",
    "not_yet",
    "unverified",
    "few_answers",
    "tied",
    "part_missing",
    "nearly_all",
    "nearly_none",
  ] as const),
  ...([
    "no_expectation",
    "not_due",
    "not_believed",
    "estimate_first",
    "sees_from",
    "of_journey",
    "weakest_step",
    "stands",
  ] as const),
]);
const gapReason = strict({
  of: z.enum(["expected", "believed", "reported", "measured", "verdict", "barrier", "forecast"]),
  why,
  points: z.optional(z.number()),
  step: z.optional(text),
});
const gapRow = strict({
  ...{ journey: text, version: count, role: text, step: orNull(text) },
  ...{ expected: orNull(z.number()), believed: orNull(z.number()), reported: orNull(z.number()) },
  ...{ measured: orNull(z.number()), interval: orNull(z.tuple([z.number(), z.number()])), n: orNull(count) },
  verdict: orNull(z.enum(["behind", "ahead", "on_plan", "unclear"])),
  barrier: orNull(barrier),
  forecast: orNull(forecast),
  reasons: list(gapReason),
});
const gap = strict({
  simulated: z.boolean(),
  blocks: list(strict({ from: text, to: text, frozenAt: moment })),
  nextAt: orNull(moment),
  reason,
  rows: list(gapRow),
  courses: list(
    strict({
      ...{ journey: text, version: count, role: text, step: text },
      points: list(
        strict({ to: text, measured: orNull(z.number()), interval: z.tuple([z.number(), z.number()]), n: count }),
      ),
    }),
  ),
  worst: list(strict({ journey: text, version: count, role: text, steps: list(text) })),
});

const arrivals = strict({
  received: count,
  simulated: count,
  rejected: count,
  duplicates: orNull(count),
  dropped: z.record(text, count),
  lastAt: orNull(moment),
  perMinute: list(count),
  byType: list(strict({ type: text, count, lastAt: moment })),
  rejects: list(strict({ at: moment, code: text, path: text, message: text })),
});

const session = strict({
  role: z.enum(["owner", "author", "csm", "manager"]),
  name: z.optional(text),
  project: strict({ id: text, title: text, timeZone: text }),
  journeys: list(strict({ id: text, title: text, version: count, roles: list(text) })),
  roles: list(strict({ id: text, title: text, parent: orNull(text) })),
});

const origin = z.enum(["collector", "git"]);
const versions = list(strict({ version: count, publishedAt: moment, publishedBy: text, note: orNull(text) }));
const step = strict({ id: text, title: text });
const changes = strict({
  journey: text,
  from: count,
  to: z.union([count, z.literal("draft")]),
  fields: list(text),
  added: list(step),
  removed: list(step),
  renamed: list(strict({ id: text, from: text, to: text })),
  moved: list(strict({ id: text, from: count, to: count })),
  changed: list(strict({ id: text, fields: list(text) })),
});

const role = strict({ id: text, title: text, parent: z.optional(text), headcount: z.optional(count) });
const project = strict({
  id: text,
  title: text,
  timeZone: text,
  roles: list(role),
  origins: list(text),
  audience: orNull(text),
  retention: strict({ eventMonths: count, progressMonths: count, rejectDays: count, auditMonths: count }),
  createdAt: moment,
});
const kind = z.enum(["write", "server", "author", "owner"]);
const tokenKey = strict({ kid: text, alg: z.enum(["HS256", "ES256"]), jwk: orNull(free), createdAt: moment });
const member = strict({
  id: text,
  name: text,
  role: z.enum(["owner", "author", "csm", "manager"]),
  scope: orNull(list(text)),
  createdAt: moment,
});

const exported = z.looseObject({ id: text, type: text, ts: text, person: text, props: free });
const refusals = list(strict({ id: text, act: text, code: text }));

/** Every shape by name. */
export const shapes: Readonly<Record<string, z.ZodMiniType>> = {
  Problem: problem,
  Journey: journeySchema,
  Progress: progressSchema,
  Event: eventSchema,
  Batch: batchEnvelopeSchema,
  Receipt: strict({ ...tally, token: z.optional(text) }),
  ClientReceipt: strict({ success: z.literal(true), ...tally, ignored: count }),
  OtlpReceipt: strict({
    partialSuccess: z.optional(strict({ rejectedLogRecords: count, errorMessage: text })),
  }),
  Anything: free,
  Journeys: strict({ project: strict({ timeZone: text }), journeys: list(journeySchema) }),
  Draft: strict({ journey: text, draft: z.literal(true), hash: text }),
  DraftToken: strict({ token: text, expiresAt: moment }),
  Drafts: strict({
    drafts: list(
      strict({
        journey: text,
        title: text,
        steps: count,
        draft: z.boolean(),
        version: orNull(whole),
        updatedAt: moment,
      }),
    ),
  }),
  DraftAsKept: strict({ journey: journeySchema, draft: z.boolean(), version: orNull(whole) }),
  Versions: strict({ versions, origin }),
  JourneyChanges: changes,
  Publishing: strict({ note: z.optional(text), hash: z.optional(text), origin: z.optional(origin) }),
  KeptDraft: strict({ draft: orNull(free), published: orNull(strict({ version: z.int(), journey: free })), origin }),
  RollBack: strict({ version: z.int().check(z.positive()) }),
  Version: strict({ version: z.int().check(z.positive()) }),
  HandoffActs: handoffActsSchema,
  ThanksActs: thanksActsSchema,
  Handoffs: strict({ format: z.literal("waymark.handoffs/1"), handoffs: list(free), refused: refusals }),
  ThanksList: strict({ format: z.literal("waymark.thanks/1"), thanks: list(free), refused: refusals }),
  Picture: picture,
  Summary: strict({
    format: z.literal("waymark.summary/1"),
    project: strict({ id: text, title: text, timeZone: text }),
    block: orNull(strict({ from: text, to: text, frozenAt: moment })),
    nextAt: orNull(moment),
    pictures: list(picture),
    voices: strict({ places: count, open: count }),
  }),
  Periods: strict({
    periods: list(strict({ from: text, to: text, frozenAt: moment, version: orNull(count), simulated: z.boolean() })),
  }),
  GapReport: gap,
  Frozen: strict({ frozen: count }),
  Arrivals: arrivals,
  Session: session,
  Rejects: strict({
    rejects: list(
      strict({ id: text, at: moment, code: text, path: text, message: text, body: text, whole: z.boolean() }),
    ),
    next: orNull(text),
  }),
  Resubmissions: strict({ rejects: list(strict({ id: text, event: z.optional(z.unknown()) })) }),
  Resubmitted: strict({
    accepted: count,
    duplicates: orNull(count),
    conflicts: list(strict({ id: text })),
    rejected: list(strict({ id: text, code: text, path: text, message: text })),
  }),
  NewKey: newKeyBody,
  Key: strict({ id: text, kind, label: orNull(text), key: text }),
  Keys: strict({ keys: list(strict({ id: text, kind, label: orNull(text), createdAt: moment })) }),
  NewTokenKey: newTokenKeyBody,
  TokenKeys: strict({ keys: list(tokenKey), secret: z.optional(text) }),
  NewMember: newMemberBody,
  MemberChange: memberBody,
  Member: member,
  Members: strict({ members: list(member) }),
  Welcome: strict({ member, link: text }),
  ProjectChange: projectBody,
  Project: project,
  Audit: strict({ acts: list(strict({ id: count, who: text, act: text, detail: text, at: moment })) }),
  Person: strict({
    format: z.literal("waymark.person/1"),
    events: list(exported),
    progress: list(progressSchema),
    rows: strict({ progress: list(free), reach: list(free), sayings: list(free), people: list(free) }),
    rejects: list(strict({ at: whole, code: text, path: text, message: text, body: text })),
    handoffs: list(free),
    thanks: list(free),
    erasedAt: orNull(moment),
  }),
  ...voiceShapes,
  ...planShapes,
  ...figureShapes,
  Erased: strict({ events: count, suppressed: z.literal(true) }),
  Readmitted: strict({ lifted: z.boolean() }),
  Alive: strict({ ok: z.literal(true) }),
  Ready: strict({
    ready: z.literal(true),
    events: strict({ outcomes: z.enum(["each", "none"]), conflicts: z.enum(["at once", "later"]) }),
  }),
};
