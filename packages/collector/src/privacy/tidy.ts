import { expireActs } from "../control/audit.ts";
import { expireDraftTokens } from "../control/draft-tokens.ts";
import { expireHandoffs } from "../control/handoffs.ts";
import { listProjects } from "../control/projects.ts";
import { daysBefore, monthsBefore } from "../control/retention.ts";
import { expireSessions } from "../control/sessions.ts";
import { closeAllWeeks } from "../voices/batch.ts";
import type { World } from "../world.ts";

const dayMs = 86_400_000;

/** What is done every hour: freeze what is due first, then forget what is over. */
export async function tidy(world: World): Promise<void> {
  const { control, events } = world;
  const now = world.now();
  await events.settle();
  await world.freezer.freezeAll(now);
  await closeAllWeeks(world);
  await expireSessions(control, now);
  await expireDraftTokens(control, now);
  await expireHandoffs(control, now);
  await world.erasures.again(now - dayMs);
  for (const { id, retention } of await listProjects(control)) {
    await expireActs(control, id, monthsBefore(now, retention.auditMonths));
    await events.expire(id, {
      events: monthsBefore(now, retention.eventMonths),
      progress: monthsBefore(now, retention.progressMonths),
      rejects: daysBefore(now, retention.rejectDays),
    });
  }
}
