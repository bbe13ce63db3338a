import { CollectorError } from "../errors.ts";

/**
 * Fails with `text_invalid` where a text holds NUL. PostgreSQL cannot keep one; SQLite could, and refuses it too, so that
 * data can move and every store answers alike. Asked of everything that is bound to a statement, to be found or kept.
 */
export function refuseNul(parameters: readonly unknown[]): void {
  if (parameters.some((each) => typeof each === "string" && each.includes("\0")))
    throw new CollectorError("text_invalid");
}
