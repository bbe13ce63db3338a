import type { Expression } from "kysely";

/** What the two databases call differently. */
export interface ColumnKinds {
  /** Compared byte by byte. */
  text: "text" | Expression<unknown>;
  /** Whole numbers that count up. */
  counter: "integer" | "bigserial";
}
