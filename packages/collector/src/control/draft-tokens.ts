import { mintSecret, secretHash } from "./keys.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** What such a token begins with. */
export const draftTokenPrefix = "dt_";

/** How it is called in a sentence. */
export const draftTokenName = "a draft token (dt_...)";

/** How long one lasts, in ms: an hour. Whoever writes longer signs in again. */
export const draftTokenMs = 3_600_000;

/** The most that live at a time of one key or sign-in: the oldest give way. */
export const mostDraftTokens = 20;

/** Whose token it is. */
export interface DraftToken {
  project: string;
  /** For the audit log: the key's id or the role it was made with, never a name. */
  who: string;
  expiresAt: number;
}

interface Minting {
  project: string;
  who: string;
  /** The key, or the session's cookie, that it is made with: it lives no longer than that. */
  issuer: string;
  now: number;
}

/** Makes a token. It is shown once, here, and kept as a hash. */
export async function mintDraftToken(
  db: ControlDb,
  { project, who, issuer, now }: Minting,
): Promise<{ token: string; expiresAt: number }> {
  const token = mintSecret(draftTokenPrefix);
  const expiresAt = now + draftTokenMs;
  const issuedBy = secretHash(issuer);
  await transact(db, async (tx) => {
    const own = await tx
      .selectFrom("draftTokens")
      .select("hash")
      .where("issuer", "=", issuedBy)
      .orderBy("expiresAt", "desc")
      .execute();
    const over = own.slice(mostDraftTokens - 1).map(({ hash }) => hash);
    if (over.length > 0) await tx.deleteFrom("draftTokens").where("hash", "in", over).execute();
    await tx
      .insertInto("draftTokens")
      .values({ hash: secretHash(token), project, issuer: issuedBy, who, expiresAt })
      .execute();
  });
  return { token, expiresAt };
}

/** Whose token it is, or `null`: over, ended, or made with a key or a sign-in that is no more. */
export async function findDraftToken(db: ControlDb, token: string, now: number): Promise<DraftToken | null> {
  const row = await db
    .selectFrom("draftTokens as t")
    .leftJoin("keys as k", "k.hash", "t.issuer")
    .leftJoin("sessions as s", "s.hash", "t.issuer")
    .leftJoin("members as m", "m.id", "s.member")
    .select(["t.project", "t.who", "t.expiresAt", "k.kind", "s.role", "s.member", "s.expiresAt as until"])
    .select("m.role as memberRole")
    .where("t.hash", "=", secretHash(token))
    .where("t.expiresAt", ">", now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const signedIn = row.until !== null && row.until > now ? (row.member === null ? row.role : row.memberRole) : null;
  if (!mayWrite(row.kind) && !mayWrite(signedIn)) return null;
  const { project, who, expiresAt } = row;
  return { project, who, expiresAt };
}

/** Whether a kind of key, or a role of the dashboard, writes journeys. */
export function mayWrite(kind: string | null): boolean {
  return kind === "author" || kind === "owner";
}

/** Ends a token. */
export async function endDraftToken(db: ControlDb, token: string): Promise<void> {
  await db.deleteFrom("draftTokens").where("hash", "=", secretHash(token)).execute();
}

/** Drops tokens whose time is over. */
export async function expireDraftTokens(db: ControlDb, now: number): Promise<void> {
  await db.deleteFrom("draftTokens").where("expiresAt", "<=", now).execute();
}
