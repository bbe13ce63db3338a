import * as z from "zod/mini";
import {
  type Audience,
  audienceSchema,
  type Condition,
  conditionSchema,
  pagePatternSchema,
  type Where,
  whereSchema,
} from "./condition.ts";
import { type Duration, durationSchema } from "./duration.ts";
import type { Same } from "./same.ts";
import { type Target, targetSchema } from "./target.ts";

/** What a person reads before any guide: three answers in their own words. */
export interface Brief {
  /** What it is for. At most 240 characters. */
  purpose: string;
  /** What the *person* gains. Benefits to the company belong elsewhere. */
  benefit: string;
  /** What is asked of them, and by when. */
  expectation: string;
}

/** How a step is done: where, on which element, in which words. */
export interface Do {
  /** A path in the host app; `{deal.id}` is filled in from the record. */
  open?: string | undefined;
  /** A function of the host's that begins the deed, by its name in the `actions` option. */
  action?: string | undefined;
  /** The element the guide points at. */
  target?: Target | undefined;
  /** One sentence saying what to do. At most 90 characters read well; 200 is the limit. */
  say?: string | undefined;
  /** The primary button, named after the act: "Set the next date". At most 24 characters read well. */
  label?: string | undefined;
  /** The fields this step needs; the focus view keeps them lit. */
  focus?: Target[] | undefined;
}

/** A variant of the guidance for people who need less (`light`) or more (`full`). */
export interface Guidance {
  say?: string | undefined;
  /** Up to four stops on the real screen. Only in `full`. */
  tour?: { target: Target; say: string }[] | undefined;
}

/** One station on the map. */
export interface Step {
  /** Slug, unique in the journey. Progress is kept under it across versions. */
  id: string;
  /** The station's name, at most 60 characters; up to 24 stand well on the map. */
  title: string;
  /** A longer name for the card, at most 80 characters; up to 40 stand in one line. Default: `title`. */
  heading?: string | undefined;
  /** Why it helps the person. At most 90 characters read well. */
  why?: string | undefined;
  /** The author's own estimate, in minutes. */
  minutes?: number | undefined;
  do?: Do | undefined;
  /** When the step counts as done. Without it only the person can tick it. */
  done?: Condition | undefined;
  saves?: { minutes: number; instead?: string | undefined } | undefined;
  /** Counted from the previous step's completion; ends with the person's local day. */
  due?: Duration | undefined;
  /** Default `true`. */
  skippable?: boolean | undefined;
  guide?: { light?: Guidance | undefined; full?: Guidance | undefined } | undefined;
  handoff?: { role: string; journey: string; step?: string | undefined } | undefined;
}

/** Runs once for the person, or once for every record of a type. */
export type Per =
  | "person"
  | {
      /** The type of record, as in the wire form `deal:17`. */
      subject: string;
      /** The record's page: `:id` in the pattern is the record's id. */
      page?: string | undefined;
      /** Where the page shows the record's name. It stays on the device. */
      label?: Target | undefined;
      /** How a page of the host lists records, for one that its server renders. */
      list?: RecordListing | undefined;
    };

/**
 * Reads records off a page of the host. What is read stays on the device.
 *
 * @example
 * ```ts
 * const list: RecordListing = { item: "[data-ticket]", id: "data-ticket", label: ".subject", due: "data-due" };
 * ```
 */
export interface RecordListing {
  /** A CSS selector: each element that matches is one record. */
  item: string;
  /** The attribute of the item that holds the record's id, or the path of its first link that fits: `/tickets/:id`. */
  id: string;
  /** A CSS selector inside the item: where its name stands. Default: the item's first link, else its own text. */
  label?: string | undefined;
  /** The attribute of the item that says when its next step is due: RFC 3339, or a day alone. */
  due?: string | undefined;
}

export interface StepTexts {
  title?: string | undefined;
  heading?: string | undefined;
  why?: string | undefined;
  say?: string | undefined;
  label?: string | undefined;
}

/** Texts of one language. What is left out stays as in the document. */
export interface JourneyTexts {
  title?: string | undefined;
  destination?: string | undefined;
  keywords?: string[] | undefined;
  brief?: { purpose?: string | undefined; benefit?: string | undefined; expectation?: string | undefined } | undefined;
  steps?: Record<string, StepTexts> | undefined;
}

/**
 * A journey document, `waymark.journey/1`.
 *
 * @example
 * ```ts
 * const journey: Journey = {
 *   format: "waymark.journey/1", id: "log-calls", title: "Log your calls", roles: ["sales-rep"],
 *   steps: [{ id: "log", title: "Log the call", done: { event: "call.logged" } }],
 * };
 * ```
 */
export interface Journey {
  $schema?: string | undefined;
  format: "waymark.journey/1";
  /** Slug, unique in the project. */
  id: string;
  /** At most 80 characters; up to 40 stand in one line. */
  title: string;
  /** What the person gains at the end, at most 16 characters: "40 min a week". */
  destination?: string | undefined;
  /** Matches any of a person's roles. Empty or left out: everybody. */
  roles?: string[] | undefined;
  /** Work that comes again. Default `false`. */
  repeat?: boolean | undefined;
  audience?: Audience | undefined;
  /**
   * A small journey for a request: found in the library, offered to nobody. Once begun it is under way like any other.
   * Default `false`.
   */
  library?: boolean | undefined;
  /** Other words that people look for it by. At most 20, of 40 characters each. */
  keywords?: string[] | undefined;
  /** Where it helps: the library puts it first on these pages. Pages of its steps and records count by themselves. */
  pages?: string[] | undefined;
  brief?: Brief | undefined;
  /** Default `"person"`. */
  per?: Per | undefined;
  /** The event that shows the value was reached. */
  value?: { event: string; where?: Where | undefined } | undefined;
  /** What people in the role should keep doing, and how often. */
  core?: { event: string; every: Duration }[] | undefined;
  /** Share of people (0 to 0.5) that is shown nothing, for comparison. */
  holdout?: number | undefined;
  /** 1 to 7 steps; more than 5 warns. */
  steps: Step[];
  /** Languages by BCP 47 tag. */
  texts?: Record<string, JourneyTexts> | undefined;
  /** Assigned by the collector at publish; ignored in a file. */
  version?: number | undefined;
  /** Another role's way leads into this one. The collector says so of what it publishes. */
  takesOver?: boolean | undefined;
  /**
   * Of this journey of the library only what is searched and shown in a list is here; the mark of its whole. The collector
   * says so to pages that ask for an index.
   */
  index?: string | undefined;
  /** The mark of this journey as a whole: an index of it bears the same. The collector says so. */
  body?: string | undefined;
}

const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "slug" }), z.maxLength(60));
const line = (max: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(max));
const eventName = line(120);
const where = z.optional(whereSchema);

const keywords = z.optional(z.array(line(40)).check(z.maxLength(20)));

const brief = z.strictObject({ purpose: line(240), benefit: line(240), expectation: line(240) });

const guidance = z.strictObject({
  say: z.optional(line(200)),
  tour: z.optional(z.array(z.strictObject({ target: targetSchema, say: line(220) })).check(z.maxLength(4))),
});

const step = z.strictObject({
  id: slug,
  title: line(60),
  heading: z.optional(line(80)),
  why: z.optional(line(200)),
  minutes: z.optional(z.number().check(z.positive(), z.maximum(480))),
  do: z.optional(
    z.strictObject({
      open: z.optional(z.string().check(z.regex(/^\/(?![/\\])[^?#]*$/, { error: "page_pattern" }))),
      action: z.optional(line(120)),
      target: z.optional(targetSchema),
      say: z.optional(line(200)),
      label: z.optional(line(40)),
      focus: z.optional(z.array(targetSchema).check(z.minLength(1), z.maxLength(20))),
    }),
  ),
  done: z.optional(conditionSchema),
  saves: z.optional(z.strictObject({ minutes: z.number().check(z.positive()), instead: z.optional(line(80)) })),
  due: z.optional(durationSchema),
  skippable: z.optional(z.boolean()),
  guide: z.optional(z.strictObject({ light: z.optional(guidance), full: z.optional(guidance) })),
  handoff: z.optional(z.strictObject({ role: slug, journey: slug, step: z.optional(slug) })),
});

const selector = line(200);
const listing = z.strictObject({
  item: selector,
  id: z.string().check(z.regex(/^(\/[^?#]*:id[^?#]*|[a-z][a-z0-9-]*)$/, { error: "list_id" }), z.maxLength(200)),
  label: z.optional(selector),
  due: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, { error: "list_due" }), z.maxLength(64))),
});

const per = z.union([
  z.literal("person"),
  z.strictObject({
    subject: slug,
    page: z.optional(pagePatternSchema),
    label: z.optional(targetSchema),
    list: z.optional(listing),
  }),
]);

const stepTexts = z.strictObject({
  title: z.optional(line(60)),
  heading: z.optional(line(80)),
  why: z.optional(line(200)),
  say: z.optional(line(200)),
  label: z.optional(line(40)),
});

const texts = z.strictObject({
  title: z.optional(line(80)),
  destination: z.optional(line(40)),
  keywords,
  brief: z.optional(
    z.strictObject({
      purpose: z.optional(line(240)),
      benefit: z.optional(line(240)),
      expectation: z.optional(line(240)),
    }),
  ),
  steps: z.optional(z.record(slug, stepTexts)),
});

const journey = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal("waymark.journey/1"),
  id: slug,
  title: line(80),
  destination: z.optional(line(40)),
  roles: z.optional(z.array(slug)),
  repeat: z.optional(z.boolean()),
  audience: z.optional(audienceSchema),
  library: z.optional(z.boolean()),
  keywords,
  pages: z.optional(z.array(pagePatternSchema).check(z.maxLength(20))),
  brief: z.optional(brief),
  per: z.optional(per),
  value: z.optional(z.strictObject({ event: eventName, where })),
  core: z.optional(z.array(z.strictObject({ event: eventName, every: durationSchema }))),
  holdout: z.optional(z.number().check(z.minimum(0), z.maximum(0.5))),
  steps: z.array(step).check(z.minLength(1), z.maxLength(7)),
  texts: z.optional(z.record(z.string(), texts)),
  version: z.optional(z.int().check(z.positive())),
  takesOver: z.optional(z.boolean()),
  index: z.optional(line(64)),
  body: z.optional(line(64)),
});

// The interface above is what people read; the compiler proves that it says the same as the schema.
type Inferred = z.output<typeof journey>;
const same: Same<Inferred, Journey> = true;
void same;

function uniqueStepIds(value: Journey): boolean {
  return new Set(value.steps.map((each) => each.id)).size === value.steps.length;
}

export const journeySchema: z.ZodMiniType<Journey> = journey.check(
  z.refine(uniqueStepIds, { error: "step_id_twice", path: ["steps"] }),
);
