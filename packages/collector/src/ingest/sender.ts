import type { BatchEnvelope } from "@waymark/schema";
import type { Project } from "../control/projects.ts";
import { verifyPersonToken } from "../identity/person-token.ts";
import { pseudonymOf, simulatedPseudonymOf } from "../identity/pseudonym.ts";
import { tokenRulesOf } from "../identity/token-rules.ts";
import type { World } from "../world.ts";

/** Whose delivery it is, as far as it can be known. */
export interface Sender {
  /** Pseudonym. */
  person: string;
  verified: 0 | 1;
  simulated: 0 | 1;
  roles: string[];
  /** Why the token was refused; `null` where there was none or it holds. */
  refused: string | null;
}

/**
 * Finds out who sent an envelope. A token that does not hold costs the delivery nothing but its standing; who is vouched for
 * by a secret key of the project needs none.
 */
export async function identifySender(
  envelope: BatchEnvelope,
  world: World,
  project: Project,
  vouched: boolean,
): Promise<Sender> {
  const secrets = world.secrets.get(project.id);
  const base = envelope.sdk.startsWith("simulate/")
    ? { person: simulatedPseudonymOf(secrets.pseudonym, envelope.person), simulated: 1 as const }
    : { person: pseudonymOf(secrets.pseudonym, envelope.person), simulated: 0 as const };
  const unverified = (refused: string | null): Sender => ({ ...base, verified: 0, roles: envelope.roles, refused });
  if (vouched) return { ...base, verified: 1, roles: envelope.roles, refused: null };
  if (envelope.token === undefined) return unverified(null);
  const verdict = await verifyPersonToken(envelope.token, await tokenRulesOf(world, project));
  if (!verdict.ok) return unverified(verdict.reason);
  if (verdict.claims.sub !== envelope.person) return unverified("its sub is another person than the envelope's");
  return { ...base, verified: 1, roles: verdict.claims.roles, refused: null };
}
