import type { CheckOptions } from "../check/check.ts";

/** Asks the person at the other end; `null` where their program cannot. */
export type Confirm = (message: string) => Promise<boolean | null>;

/** What the tools work on, as the person who started them says. */
export interface Workplace {
  /** The folder of the journey files. */
  folder: string;
  /** The running app; `null`: none was named. */
  app: Omit<CheckOptions, "journeys" | "onStep"> | null;
  collector: string | null;
  authorKey: string | null;
  ownerKey: string | null;
}

export type Args = Readonly<Record<string, unknown>>;
