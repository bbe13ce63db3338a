/** `later`: it comes after an act, so that nothing can be said without changing the app's data. */
export type Verdict = "ok" | "broken" | "later";

/** Why something is broken; permanent, for those who read the JSON. */
export type Cause =
  | "event_never"
  | "page_gone"
  | "page_moved"
  | "page_unknown"
  | "record_missing"
  | "target_ambiguous"
  | "target_hidden"
  | "target_missing"
  | "target_weak";

/** One thing that a step needs, as one role finds it. */
export interface Finding {
  journey: string;
  step: string;
  role: string;
  /** `page`, `target`, `focus 1`, `done`. */
  part: string;
  verdict: Verdict;
  /** Set where it is broken. */
  cause?: Cause | undefined;
  /** The page it was looked for on. */
  page: string | null;
  /** One sentence: what was found, or what was not and what to do. */
  says: string;
  /** 0 to 1, for a target that was found. */
  confidence?: number | undefined;
  screenshot?: string | undefined;
}
