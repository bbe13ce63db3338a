import type { ReadableAtom } from "nanostores";
import type { Keys } from "./keys.ts";

/** What a person has set for themselves on this device. What is left out is as it comes. */
export interface Settings {
  /** Until when nothing opens by itself, Unix milliseconds; `null`: until the person says otherwise. */
  paused?: number | null | undefined;
  /** The language of the interface, a BCP 47 tag; beats the host's. */
  language?: string | undefined;
  /** The corner the launcher stands in, and how far it was moved from there along the bottom edge, px. */
  launcher?: { side?: "start" | "end"; shift?: number; hidden?: boolean } | undefined;
  /** The person's own keys, by act. */
  keys?: Keys | undefined;
  /** Only the next act, without what explains it. */
  brief?: boolean | undefined;
  /** What the person said about sending; beats the host's `consent` where it is the stricter one. */
  sending?: "denied" | undefined;
}

/** The person's settings as they are now; empty until they were loaded. */
export function readSettings({ $settings }: { $settings: ReadableAtom<Settings> }): Settings {
  return $settings.get();
}

/**
 * Whether nothing may open by itself now: the person paused all prompts.
 * @param now - Unix milliseconds.
 */
export function isPaused({ paused }: Settings, now: number): boolean {
  return paused === null || (paused !== undefined && paused > now);
}
