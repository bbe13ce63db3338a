import type { BriefAnswer, How, Scalar } from "@waymark/schema";

/** A record of the host, as far as the device knows it. */
export interface Subject {
  id: string;
  label?: string | undefined;
  url?: string | undefined;
  data?: Record<string, Scalar> | undefined;
  /** When the host says its next step is due: RFC 3339, or a day alone (`2026-12-01`), which ends in the person's own zone. */
  due?: string | undefined;
}

/** What is true at the moment of a fact. The collector knows roles only; the page knows all of it. */
export interface Scene {
  /** Path of the open page without query; hash routes as paths. `null` where there is no page. */
  page: string | null;
  roles: readonly string[];
  traits: Readonly<Record<string, Scalar>>;
  /** Leaf keys of `visible`, `gone`, `text` and `custom` conditions that hold now. */
  levels: readonly string[];
  /** Records the host declared, by type and id. */
  subjects: Readonly<Record<string, Readonly<Record<string, Subject>>>>;
  /** The record whose page is open, by type: `{ deal: "17" }`. */
  current: Readonly<Record<string, string>>;
}

/**
 * What the host and its page say.
 *
 * `scene`: what is true now changed, or time passed. `event`: the host said so. `dom`: clicks, inputs and submits that
 * satisfied the listed leaf keys. `offer`: the journey is for this person from now on. `hold`: it would be, and is held out.
 */
export type HostFact = { scene: Scene } & (
  | { kind: "scene" | "offer" | "hold" }
  | { kind: "event"; name: string; props: Readonly<Record<string, Scalar>> }
  | { kind: "dom"; leaves: readonly string[] }
);

/** What the person does with the guide itself. `subject` is `""` for their own way. */
export type Command = { scene: Scene } & (
  | { kind: "begin"; subject: string; step?: string | undefined }
  | { kind: "tick" | "untick" | "skip"; subject: string; step: string }
  | { kind: "plan"; subject: string; step: string; due: number | null }
  | { kind: "answer"; answer: BriefAnswer }
  | { kind: "hide"; until: number | null }
);

/** Something that happened, with the scene it happened in. */
export type Fact = HostFact | Command;

/** What a transition asks the shell to tell others. `subject` is `""` for the person's own way. */
export type Effect =
  | { type: "journey.offered" | "journey.held" | "journey.started" | "journey.completed"; subject: string; at: number }
  | { type: "journey.dismissed" | "journey.snoozed" | "journey.resumed"; subject: ""; at: number; until?: number }
  | { type: "brief.answered"; subject: ""; at: number; answer: BriefAnswer }
  | {
      type: "step.started" | "step.undone" | "step.skipped";
      subject: string;
      step: string;
      attempt: number;
      at: number;
    }
  | { type: "step.planned"; subject: string; step: string; at: number; due?: string }
  | { type: "step.completed"; subject: string; step: string; attempt: number; how: How; at: number };

/** A scene in which nothing is known: where a caller starts from. */
export const emptyScene: Scene = { page: null, roles: [], traits: {}, levels: [], subjects: {}, current: {} };
