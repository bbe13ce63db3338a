import type { Rejection } from "./judge-events.ts";

/** The answer to a delivery: what became of each of its events. */
export interface Receipt {
  accepted: number;
  /** `null` where the store cannot know; `accepted` then counts all that is durable, new or not. */
  duplicates: number | null;
  /** Ids that are known with other content; the first copy stays. */
  conflicts: { index: number }[];
  rejected: Rejection[];
  /** `refused: <reason>`; missing where there was no token or it holds. */
  token?: string;
}
