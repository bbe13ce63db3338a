import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { draftTokenName, draftTokenPrefix, findDraftToken } from "../control/draft-tokens.ts";
import { unnamed } from "../control/estimates.ts";
import { findKey, type KeyKind, keyId, keyNames } from "../control/keys.ts";
import type { DashboardRole } from "../control/members.ts";
import { getProject, type Project } from "../control/projects.ts";
import { findSession, type Session } from "../control/sessions.ts";
import { remembering } from "../control/writes.ts";
import { CollectorError } from "../errors.ts";
import type { By } from "../manage/by.ts";
import type { World } from "../world.ts";
import { requireOrigin, requireOwnPage } from "./cors.ts";

/** The dashboard's session cookie. */
export const sessionCookie = "waymark_session";

/** The text after `Authorization: Bearer`, or `null`. */
export function bearerOf(c: Context): string | null {
  return /^Bearer\s+(\S+)\s*$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
}

const namesOf = (kinds: readonly KeyKind[]): string => kinds.map((kind) => keyNames[kind]).join(" or ");

/** The project of a key; fails unless it is of one of the kinds. */
export async function projectOfKey(
  world: World,
  key: string | null,
  kinds: readonly KeyKind[],
  where = "as Authorization: Bearer",
): Promise<{ project: Project; kind: KeyKind }> {
  const expected = namesOf(kinds);
  if (key === null || key === "") throw new CollectorError("key_missing", { expected, where });
  // A token for drafts is no key: whoever sends it elsewhere is told so, and learns nothing of it.
  if (key.startsWith(draftTokenPrefix))
    throw new CollectorError("key_wrong_kind", { expected, received: draftTokenName });
  const found = await findKey(world.control, key);
  if (found === null) throw new CollectorError("key_unknown", { expected });
  if (!kinds.includes(found.kind))
    throw new CollectorError("key_wrong_kind", { expected, received: keyNames[found.kind] });
  return { project: await getProject(world.control, found.project), kind: found.kind };
}

/** The write key of a delivery, in `Authorization` or in `?key=`; `null` where there is none. */
export function writeKeyOf(c: Context): string | null {
  return bearerOf(c) ?? c.req.query("key") ?? null;
}

const rememberedPages = new WeakMap<World, ReturnType<typeof remembering<Project>>>();

/** A write key's project, asked for with every delivery: remembered for a moment. */
async function projectOfWriteKey(world: World, key: string | null): Promise<Project> {
  const remembered = rememberedPages.get(world) ?? remembering<Project>();
  rememberedPages.set(world, remembered);
  return remembered(key ?? "", async () => (await projectOfKey(world, key, ["write"])).project);
}

/** The project a page's write key belongs to, in `Authorization` or in `?key=`; its origin must be allowed. */
export async function pageProject(world: World, c: Context): Promise<Project> {
  const project = await projectOfWriteKey(world, writeKeyOf(c));
  requireOrigin(project, c);
  return project;
}

/** The same where `Authorization` carries the person's token and `?key=` the write key. */
export async function pageProjectByQuery(world: World, c: Context): Promise<Project> {
  const { project } = await projectOfKey(world, c.req.query("key") ?? null, ["write"], "in the address, as ?key=");
  requireOrigin(project, c);
  return project;
}

/** The project of a key for people who write journeys or run the project; `who` is for the audit log. */
export async function projectByKey(
  world: World,
  c: Context,
  kinds: readonly KeyKind[],
): Promise<{ project: Project; kind: KeyKind; who: string }> {
  const key = bearerOf(c);
  const { project, kind } = await projectOfKey(world, key, kinds);
  return { project, kind, who: `${kind} key ${keyId(key ?? "")}` };
}

/** Who reads and writes drafts: a key for people who write journeys, or the token that their page holds for an hour. */
export async function draftWriter(world: World, c: Context): Promise<{ project: Project; who: string }> {
  const key = bearerOf(c);
  if (!key?.startsWith(draftTokenPrefix)) return projectByKey(world, c, ["author", "owner"]);
  const token = await findDraftToken(world.control, key, world.now());
  if (token === null) throw new CollectorError("draft_token_over");
  const project = await getProject(world.control, token.project);
  requireOrigin(project, c);
  return { project, who: `${token.who} by draft token` };
}

/** Who is signed in; fails with `not_signed_in`. */
export async function signedIn(world: World, c: Context): Promise<Session> {
  const cookie = getCookie(c, sessionCookie);
  const session = cookie === undefined ? null : await findSession(world.control, cookie, world.now());
  if (session === null) throw new CollectorError("not_signed_in");
  return session;
}

/** Who is signed in, for the audit log: the role with the member's id where there is one, never a name. */
export const sessionName = ({ role, member }: Session): string => (member ? `${role} ${member}` : role);

/** Somebody who reads reports. */
export interface Reader {
  project: Project;
  /** The topmost roles they see; `null`: all. */
  scope: readonly string[] | null;
  role: DashboardRole;
  /** For the audit log: the key's id or the role, never a name. */
  name: string;
  /** The member's name; `null` for a key, and for a sign-in that is nobody's in particular. */
  author: string | null;
  /** What their estimates are kept under. */
  estimates: string;
}

/** A session in one of the roles, or the owner key where owners may read. */
export async function reader(world: World, c: Context, roles: readonly DashboardRole[]): Promise<Reader> {
  const bearer = bearerOf(c);
  if (bearer !== null && roles.includes("owner")) {
    const { project } = await projectOfKey(world, bearer, ["owner"]);
    const name = `owner key ${keyId(bearer)}`;
    return { project, scope: null, role: "owner", name, author: null, estimates: name };
  }
  const session = await signedIn(world, c);
  if (!roles.includes(session.role))
    throw new CollectorError("role_refused", { expected: roles.join(" or "), received: session.role });
  const { role, member, name: author = null, mark = "", scope = null } = session;
  const name = sessionName(session);
  const estimates = member ? `member ${member}` : `${unnamed}${mark}`;
  return { project: await getProject(world.control, session.project), scope, role, name, author, estimates };
}

/** The project of such a reader. */
export async function readerProject(world: World, c: Context, roles: readonly DashboardRole[]): Promise<Project> {
  return (await reader(world, c, roles)).project;
}

/** Who runs a project: the owner key, or an owner who is signed in, from the collector's own pages only. */
export async function owner(world: World, c: Context): Promise<By> {
  const bearer = bearerOf(c);
  if (bearer !== null) {
    const { project } = await projectOfKey(world, bearer, ["owner"]);
    return { project: project.id, who: `owner key ${keyId(bearer)}` };
  }
  const session = await signedIn(world, c);
  // A browser sends its cookies for whoever asks: reading is closed to other origins, acting must be closed too.
  if (c.req.method !== "GET") requireOwnPage(c);
  if (session.role !== "owner") throw new CollectorError("role_refused", { expected: "owner", received: session.role });
  return { project: session.project, who: sessionName(session) };
}
