import * as z from "zod/mini";
import type { Same } from "./same.ts";

/** One side of a hand-over, as the other side may know it: never an id. */
export interface Party {
  role: string;
  /** The role's title in the project's role tree. */
  title?: string | undefined;
  /** The display name they gave, or their token gives. */
  name?: string | undefined;
  /** Set where it is the reader. */
  me?: true | undefined;
}

/**
 * When something was done. `at` is the device's clock and for reading only; `order` is when the collector took it, and
 * decides who was first. Without `order` the collector has not confirmed it yet. Both Unix ms.
 */
export interface Stamp {
  at: number;
  order?: number | undefined;
}

/** Where the work goes on at the other role. */
export interface Onward {
  journey: string;
  step?: string | undefined;
}

/**
 * A record handed from one role to another: offered to a role, accepted by one person of it, or returned with a question.
 * Its state is what it holds (`handoffState` of the engine), so that two copies never disagree about it.
 */
export interface Handoff {
  /** UUID, made by the device that offers. */
  id: string;
  journey: string;
  step: string;
  /** Which attempt of the step it came from: a returned one comes again as the next attempt. */
  attempt: number;
  /** Wire form `deal:17`, never a label; `""` is the person's own way. */
  subject: string;
  from: Party;
  to: Party;
  onward?: Onward | undefined;
  /** A line for whoever takes over: the answer to the question it came back with, say. */
  note?: string | undefined;
  offered: Stamp;
  withdrawn?: Stamp | undefined;
  accepted?: (Stamp & { by: Party }) | undefined;
  returned?: (Stamp & { by: Party; reason: string }) | undefined;
}

/** What a person does about hand-overs. The collector decides whether they may. Doing the same again changes nothing. */
export type HandoffAct =
  | {
      act: "offer";
      id: string;
      journey: string;
      step: string;
      attempt: number;
      subject: string;
      /** The role it is offered in, one of the person's own. */
      role: string;
      to: string;
      onward?: Onward | undefined;
      note?: string | undefined;
      at: number;
    }
  | { act: "accept" | "withdraw"; id: string; at: number }
  | { act: "return"; id: string; reason: string; at: number };

/** Body of `POST /v1/handoffs`. */
export interface HandoffActs {
  format: "waymark.handoffs/1";
  /** The person's display name, where their token holds none. */
  name?: string | undefined;
  acts: HandoffAct[];
}

/** Why an act came to nothing: the list that comes along shows how things stand. */
export type Refusal = "unknown" | "taken" | "too_late" | "not_yours" | "no_role" | "too_many";

/** Everything the reader may see, and what of their acts came to nothing. */
export interface HandoffList {
  format: "waymark.handoffs/1";
  handoffs: Handoff[];
  refused: { id: string; act: string; code: Refusal }[];
}

/** A thank-you for one hand-over, from who offered it to who took it over. */
export interface Thanks {
  id: string;
  handoff: string;
  journey: string;
  subject: string;
  text: string;
  /** Unix ms. */
  at: number;
  /** Others may see it: only its receiver says so. */
  shown: boolean;
  from: Party;
  to: Party;
}

export type ThanksAct =
  | { act: "send"; id: string; handoff: string; text: string; at: number }
  | { act: "show"; id: string; shown: boolean };

/** Body of `POST /v1/thanks`. */
export interface ThanksActs {
  format: "waymark.thanks/1";
  name?: string | undefined;
  acts: ThanksAct[];
}

export interface ThanksList {
  format: "waymark.thanks/1";
  thanks: Thanks[];
  refused: { id: string; act: string; code: Refusal }[];
}

/** Longest question, note or thanks, in characters. */
export const longestLine = 200;

const time = z.number().check(z.nonnegative(), z.maximum(8.64e15));
const key = z.string().check(z.minLength(1), z.maxLength(120));
const line = z.string().check(z.minLength(1), z.maxLength(longestLine));
const name = z.optional(z.string().check(z.maxLength(60)));
const id = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: "uuid" }));

const offer = z.strictObject({
  act: z.literal("offer"),
  id,
  journey: key,
  step: key,
  attempt: z.int().check(z.minimum(1)),
  subject: z.string().check(z.regex(/^([a-z0-9-]+:.{1,120})?$/, { error: "subject" })),
  role: key,
  to: key,
  onward: z.optional(z.strictObject({ journey: key, step: z.optional(key) })),
  note: z.optional(line),
  at: time,
});

const handoffActs = z.strictObject({
  format: z.literal("waymark.handoffs/1"),
  name,
  acts: z
    .array(
      z.discriminatedUnion("act", [
        offer,
        z.strictObject({ act: z.enum(["accept", "withdraw"]), id, at: time }),
        z.strictObject({ act: z.literal("return"), id, reason: line, at: time }),
      ]),
    )
    .check(z.maxLength(100)),
});

const thanksActs = z.strictObject({
  format: z.literal("waymark.thanks/1"),
  name,
  acts: z
    .array(
      z.discriminatedUnion("act", [
        z.strictObject({ act: z.literal("send"), id, handoff: id, text: line, at: time }),
        z.strictObject({ act: z.literal("show"), id, shown: z.boolean() }),
      ]),
    )
    .check(z.maxLength(100)),
});

const same: [Same<z.output<typeof handoffActs>, HandoffActs>, Same<z.output<typeof thanksActs>, ThanksActs>] = [
  true,
  true,
];
void same;

export const handoffActsSchema: z.ZodMiniType<HandoffActs> = handoffActs;
export const thanksActsSchema: z.ZodMiniType<ThanksActs> = thanksActs;
