import type { Timestamp } from "./duration.ts";

/**
 * Why a number is not there. `too_few`: fewer than the floor, or it would give a sibling away; the two look the same on
 * purpose. `not_yet`: no block has closed. `unverified`: people in this project are not behind signed tokens.
 */
export type Withheld = "too_few" | "not_yet" | "unverified";

/** A closed block: whole ISO weeks in the project's time zone, half open. */
export interface BlockSpan {
  /** Monday, as `2026-10-19`. */
  from: string;
  /** The Monday after the last week. */
  to: string;
  /** When it was frozen. */
  frozenAt: Timestamp;
}

/** A share of people with its 90% interval, or why it is missing. Shares are 0 to 1. */
export interface CellShare {
  value: number | null;
  interval: [number, number] | null;
  /** People over people: `through` of `of`. `null` where withheld. */
  through: number | null;
  of: number | null;
  /** `through` may be a floor ("22 or more") where the rest is 1 to 4 people. */
  atLeast: boolean;
  reason: Withheld | null;
}

/** A median in milliseconds with its 90% order-statistic interval, or why it is missing. */
export interface CellTime {
  medianMs: number | null;
  intervalMs: [number, number | null] | null;
  /** People behind it. */
  people: number | null;
  reason: Withheld | null;
}

export interface PictureStep {
  id: string;
  title: string;
  /** People who finished the step at least once, of the people who came through the step before (of the role for the first). */
  through: CellShare;
  time: CellTime;
  /** The author's own estimate. */
  plannedMs: number | null;
}

/** `GET /v1/insights/adoption?journey=&role=`: one journey for one group, from closed blocks only. */
export interface JourneyPicture {
  journey: { id: string; title: string; version: number | null; destination: string | null };
  role: { id: string; title: string };
  /** People in the group as frozen with the block; `null` where the group is too small to show. */
  people: number | null;
  /** True when any person behind these numbers was simulated. */
  simulated: boolean;
  blocks: BlockSpan[];
  /** When the next block can be frozen. */
  nextAt: Timestamp | null;
  reason: Withheld | null;
  steps: PictureStep[];
}

/** `GET /v1/insights/periods?journey=&role=`: what can be compared. Oldest first; `to` is what `until` takes. */
export interface PicturePeriods {
  periods: (BlockSpan & { version: number | null; simulated: boolean })[];
}

/**
 * `GET /v1/summary`, and what a scheduled summary carries: the frozen pictures as they are served, and how many reported
 * places are published. Nothing in it is newer than the latest closed block.
 */
export interface Summary {
  format: "waymark.summary/1";
  project: { id: string; title: string; timeZone: string };
  /** The latest closed block; `null` before the first. */
  block: BlockSpan | null;
  nextAt: Timestamp | null;
  pictures: JourneyPicture[];
  /** Published places, and how many of them have no answer yet. */
  voices: { places: number; open: number };
}

/** `GET /v1/arrivals`, owner only, live: operations, no role, step or person. */
export interface ArrivalsReport {
  received: number;
  simulated: number;
  rejected: number;
  /** `null` where the store cannot know. */
  duplicates: number | null;
  /** Events that devices gave up before they could be sent, by reason: `{ queue_full: 12 }`. */
  dropped: Record<string, number>;
  lastAt: Timestamp | null;
  /** Events per minute for the last 30 minutes, oldest first. */
  perMinute: number[];
  byType: { type: string; count: number; lastAt: Timestamp }[];
  /** The latest first, at most 20. */
  rejects: { at: Timestamp; code: string; path: string; message: string }[];
}

/** `GET /v1/session`: who is signed in to the dashboard. */
export interface SessionInfo {
  role: "owner" | "author" | "csm" | "manager";
  /** The member's name; left out where the sign-in is nobody's in particular. */
  name?: string | undefined;
  project: { id: string; title: string; timeZone: string };
  /** `roles` are those the journey is for; empty: everybody. */
  journeys: { id: string; title: string; version: number; roles: string[] }[];
  /** The whole tree. Pictures are about its leaves. */
  roles: { id: string; title: string; parent: string | null }[];
}
