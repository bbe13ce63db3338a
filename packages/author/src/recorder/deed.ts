import type { Scalar, TargetWays } from "@waymark/schema";

/** How an element will be found again, and how far that may be trusted. */
export interface Seen {
  target: TargetWays;
  /** 0 to 1. */
  confidence: number;
  /** The next best element's confidence on the page it was recorded on. */
  runnerUp: number;
  /** Ways that it stands on alone: where one of these changes, it is lost. */
  breaks: readonly string[];
  /** What people call it. */
  name: string;
}

/** An event that the host told while it was recorded. */
export interface HostEvent {
  name: string;
  props: Readonly<Record<string, Scalar>>;
}

/** One thing that somebody did while recording. What they typed is not in it. */
export interface Deed extends Seen {
  kind: "click" | "input" | "submit" | "page";
  /** The page it was done on, as a path. */
  page: string;
  /** The page that it led to, where that is another one. */
  to?: string | undefined;
  /** Names the form or dialog it stands in: equal for all its fields. */
  form?: string | undefined;
  /** What the host told before the next deed. */
  events: readonly HostEvent[];
}

/** Below this a target is called fragile: `find-target` gives up at 0.5. */
export const fragileBelow = 0.75;
