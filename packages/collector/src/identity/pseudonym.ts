import { createHmac } from "node:crypto";

/**
 * The code a person is stored under: HMAC-SHA256 of the host's user id under the project's secret, 43 characters. Without
 * the secret nobody can find a person's rows; two projects give the same user two different codes.
 */
export function pseudonymOf(secret: string, person: string): string {
  return createHmac("sha256", secret).update(person).digest("base64url");
}

/** A simulated person's code. It is never a real person's, even where a simulation uses a real user's id. */
export function simulatedPseudonymOf(secret: string, person: string): string {
  return pseudonymOf(`${secret}\nsimulated`, person);
}
