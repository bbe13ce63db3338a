import type { JourneyView } from "@waymark/engine";
import type { BriefAnswer } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import type { Attachment } from "../anchoring/attachment.ts";
import type { Stop } from "../ports/platform.ts";

/** What is open. The launcher button itself is always there unless the person hid it. */
export type Surface =
  | { name: "closed" }
  /** The list of the person's journeys, opened from the launcher. */
  | { name: "launcher" }
  /**
   * One journey's map with the next action. `subject` is a record of a per-record journey, `null` the list of records;
   * left out, the panel follows the page.
   */
  | { name: "panel"; journey: string; subject?: string | null | undefined }
  /** The role brief: what it is for, what you gain, what we ask. */
  | { name: "brief"; journey: string; subject?: string | null | undefined };

/** The guide on the real screen: one stop at a time. */
export interface GuideView {
  journey: string;
  subject: string | null;
  step: string;
  title: string;
  say: string;
  /** Stops of this step's guide; `index` counts from 0. */
  index: number;
  count: number;
  /** `searching`: awaited; `lost`: not found in time, say so; `found`: `element` is there. */
  status: "searching" | "found" | "lost";
  element: Element | null;
}

/** One polite announcement for screen readers; a new object each time. */
export interface Announcement {
  text: string;
}

/** How it should look: from the host and the person's system. */
export interface Look {
  theme: "light" | "dark" | "auto";
  dir: "ltr" | "rtl";
  /** The host's accent, any CSS colour; `null`: ours. */
  accent: string | null;
  locale: string;
}

/** What the overlay reads and calls. It computes nothing worth testing and imports only types from here. */
export interface Runtime {
  $surface: ReadableAtom<Surface>;
  /** The journeys that are for this person here and now, the one to show first first. */
  $journeys: ReadableAtom<readonly JourneyView[]>;
  /** The journey of the open panel or brief, for its record. */
  $current: ReadableAtom<JourneyView | null>;
  $guide: ReadableAtom<GuideView | null>;
  $announcement: ReadableAtom<Announcement | null>;
  $look: ReadableAtom<Look>;
  /** A step just finished while its panel is open: the overlay draws the walk once. */
  $walked: ReadableAtom<{ journey: string; subject: string | null; step: string } | null>;
  /** The nonce of the host's content security policy, for a `<style>` where sheets cannot be constructed. */
  nonce: string | null;
  /** Words of the interface in the person's language, by key, with `{name}` filled in. */
  say(key: string, values?: Record<string, string | number>): string;
  open(
    surface: "launcher" | "panel" | "brief",
    of?: { journey?: string | undefined; subject?: string | null | undefined },
  ): void;
  close(): void;
  answerBrief(journey: string, answer: BriefAnswer): void;
  /** The primary action: opens the step's page and shows the target there. */
  act(journey: string, step: string, subject: string | null): void;
  /** "Show me": the guide on the real screen. */
  show(journey: string, step: string, subject: string | null): void;
  next(): void;
  back(): void;
  stopGuide(): void;
  /** Holds ring and card on a target; nothing before there is a guide. */
  attach(attachment: Attachment): Stop;
  /** Ticks by hand, takes a tick back, or sets a step aside as "does not apply to my work". */
  tick(journey: string, step: string, subject: string | null): void;
  untick(journey: string, step: string, subject: string | null): void;
  skip(journey: string, step: string, subject: string | null): void;
  /** "Not now": hides the journey until tomorrow morning; `forGood` until it is asked for again. */
  hide(journey: string, forGood: boolean): void;
}
