import { createHmac } from "node:crypto";
import { firstKid } from "../control/token-keys.ts";
import type { ProjectSecrets } from "./secrets.ts";

/**
 * The HS256 secret of one of a project's keys. Later ones are derived from the secret that never leaves the collector, so
 * that rotating needs no second place for secrets, and who knew the first one cannot compute the next.
 */
export function signingSecretOf(secrets: ProjectSecrets, kid: string): string {
  if (kid === firstKid) return secrets.signing;
  return `ss_${createHmac("sha256", secrets.pseudonym).update(`signing\n${kid}`).digest("base64url")}`;
}
