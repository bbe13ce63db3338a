import type { OpenAttempt } from "@waymark/engine";
import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";
import type { AttemptHere } from "./attempt-here.ts";

/** So many attempts under way are remembered on a device; the oldest go first. */
const mostAttempts = 200;

/** What this device remembers of the person's work after the tab is closed. Nothing sends it. */
export interface OpenWork {
  attempts: OpenAttempt[];
  /** Their last answer to "Is it useful to you?", 1 to 7; missing: never answered here. */
  useful?: number | undefined;
}

const isOpenWork = (value: unknown): value is OpenWork =>
  Array.isArray((value as Partial<OpenWork> | null | undefined)?.attempts);

/** Changes it in one transaction, so that two tabs lose nothing of each other's; resolves with what stands then. */
export async function changeOpenWork(guest: Guest, by: (work: OpenWork) => OpenWork): Promise<OpenWork> {
  let after: OpenWork = { attempts: [] };
  await guest.platform.store.update<OpenWork>(`attempts-${partition(guest)}`, (old) => {
    after = by(isOpenWork(old) ? old : { attempts: [] });
    return after;
  });
  return after;
}

export const isSame = (one: AttemptHere, other: AttemptHere): boolean =>
  one.journey === other.journey &&
  one.subject === other.subject &&
  one.step === other.step &&
  one.attempt === other.attempt;

/** Remembers an attempt, or more of one that is remembered. */
export function remember(work: OpenWork, at: AttemptHere, more: Partial<OpenAttempt> & { at: number }): OpenWork {
  const { journey, subject, step, attempt } = at;
  const fresh: OpenAttempt = { journey, subject, step, attempt, at: 0, helped: false, failed: 0, blocked: false };
  const known = work.attempts.find((each) => isSame(each, at)) ?? fresh;
  const attempts = [...work.attempts.filter((each) => each !== known), { ...known, ...more }];
  return { ...work, attempts: attempts.sort((a, b) => a.at - b.at).slice(-mostAttempts) };
}
