import { publishJourney, readJourneyFiles, renderFile } from "@waymark/cli";
import type { Collector } from "@waymark/collector";
import { SignJWT } from "jose";
import { type Helpdesk, journeyFiles, serveHelpdesk } from "waymark-example-helpdesk";

/**
 * Starts the helpdesk with a project of its own at the collector. Its ways are other ways than the CRM's: in one project
 * a support agent would meet both.
 */
export async function startHelpdesk(collector: Collector, address: string): Promise<Helpdesk> {
  const roles = [{ id: "support-agent", title: "Support agents" }];
  const keys = await collector.admin.createProject({ id: "harbour", title: "Harbour Desk", roles });
  for (const file of await readJourneyFiles([...journeyFiles])) {
    if (!file.journey) throw new Error(renderFile(file).join("\n"));
    await publishJourney(file.journey, { collector: address, key: keys.authorKey });
  }
  const secret = new TextEncoder().encode(keys.signingSecret);
  const sign = ({ id, role }: { id: string; role: string }): Promise<string> =>
    new SignJWT({ roles: [role] })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime("12h")
      .sign(secret);
  return serveHelpdesk({ source: { collector: address, writeKey: keys.writeKey, sign } });
}
