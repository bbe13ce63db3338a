import { mintSecret, secretHash } from "./keys.ts";
import { checkRole, type DashboardRole, scopeOf } from "./members.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

export interface Session {
  project: string;
  role: DashboardRole;
  /** What tells this sign-in from others; opens nothing. */
  mark?: string | undefined;
  /** The member's name. */
  name?: string | null | undefined;
  /** Whose it is; `null` for a link that the operator printed for nobody in particular. */
  member?: string | null | undefined;
  /** The part of the role tree they see, by its topmost roles; `null`: all of it. */
  scope?: readonly string[] | null | undefined;
}

const inviteMs = 10 * 60_000;
/** How long a sign-in lasts, in seconds: 30 days. */
export const sessionSeconds: number = 30 * 86_400;

/** The token of a one-time link. It is shown once and kept as a hash. */
export async function mintInvite(db: ControlDb, session: Session, now: number): Promise<string> {
  const { project, role, member = null } = session;
  checkRole(role);
  const token = mintSecret("in_");
  await db
    .insertInto("invites")
    .values({ hash: secretHash(token), project, role, member, expiresAt: now + inviteMs })
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
    const { project, member } = invite;
    const session: Session = { project, role: invite.role as DashboardRole, member };
    await tx
      .insertInto("sessions")
      .values({ hash: secretHash(cookie), project, role: session.role, member, expiresAt: now + sessionSeconds * 1000 })
      .execute();
    return { cookie, session };
  });
}

/** Whose session a cookie is, or `null`. A member's role and part of the tree are those of now, not those of the link. */
export async function findSession(db: ControlDb, cookie: string, now: number): Promise<Session | null> {
  const row = await db
    .selectFrom("sessions as s")
    .leftJoin("members as m", "m.id", "s.member")
    .select(["s.project", "s.role", "s.member", "m.role as memberRole", "m.scope", "m.name"])
    .where("s.hash", "=", secretHash(cookie))
    .where("s.expiresAt", ">", now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { project, member, name } = row;
  const mark = secretHash(cookie).slice(0, 16);
  if (member === null) return { project, role: row.role as DashboardRole, member, scope: null, mark };
  // Somebody who was taken out of the project is signed out with it.
  if (row.memberRole === null) return null;
  return { project, role: row.memberRole as DashboardRole, member, name, mark, scope: scopeOf(row.scope) };
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
