import { mintSecret, secretHash } from "./keys.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** What someone at the dashboard may see. */
export type DashboardRole = "owner" | "author" | "csm" | "manager";

export interface Session {
  project: string;
  role: DashboardRole;
}

const inviteMs = 10 * 60_000;
/** How long a sign-in lasts, in seconds: 30 days. */
export const sessionSeconds: number = 30 * 86_400;

/** The token of a one-time link. It is shown once and kept as a hash. */
export async function mintInvite(db: ControlDb, session: Session, now: number): Promise<string> {
  const token = mintSecret("in_");
  await db
    .insertInto("invites")
    .values({ hash: secretHash(token), ...session, expiresAt: now + inviteMs })
    .execute();
  return token;
}

/** Whether a link would still open, without opening it: link previews must not use it up. */
export async function isInviteOpen(db: ControlDb, token: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom("invites")
    .select("expiresAt")
    .where("hash", "=", secretHash(token))
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Opens a link once: gives the session's token for the cookie, or `null` where the link is spent. */
export async function spendInvite(
  db: ControlDb,
  token: string,
  now: number,
): Promise<{ cookie: string; session: Session } | null> {
  return transact(db, async (tx) => {
    const invite = await tx
      .deleteFrom("invites")
      .where("hash", "=", secretHash(token))
      .returningAll()
      .executeTakeFirst();
    if (invite === undefined || invite.expiresAt <= now) return null;
    const cookie = mintSecret("ws_");
    const session: Session = { project: invite.project, role: invite.role as DashboardRole };
    await tx
      .insertInto("sessions")
      .values({ hash: secretHash(cookie), ...session, expiresAt: now + sessionSeconds * 1000 })
      .execute();
    return { cookie, session };
  });
}

/** Whose session a cookie is, or `null`. */
export async function findSession(db: ControlDb, cookie: string, now: number): Promise<Session | null> {
  const row = await db
    .selectFrom("sessions")
    .select(["project", "role"])
    .where("hash", "=", secretHash(cookie))
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return row === undefined ? null : { project: row.project, role: row.role as DashboardRole };
}

/** Signs out. */
export async function endSession(db: ControlDb, cookie: string): Promise<void> {
  await db.deleteFrom("sessions").where("hash", "=", secretHash(cookie)).execute();
}

/** Drops links and sessions whose time is over. */
export async function expireSessions(db: ControlDb, now: number): Promise<void> {
  await db.deleteFrom("invites").where("expiresAt", "<=", now).execute();
  await db.deleteFrom("sessions").where("expiresAt", "<=", now).execute();
}
