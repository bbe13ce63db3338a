import { randomUUID } from "node:crypto";
import type { RoleNode } from "../blocks/partition.ts";
import { CollectorError } from "../errors.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** What someone at the dashboard may see. */
export type DashboardRole = "owner" | "author" | "csm" | "manager";

export const dashboardRoles: readonly DashboardRole[] = ["owner", "author", "csm", "manager"];

/** Fails with `member_invalid` for what is no role, whoever hands it in: JavaScript lets any text through. */
export function checkRole(role: unknown): asserts role is DashboardRole {
  if (dashboardRoles.some((each) => each === role)) return;
  const message = `${JSON.stringify(String(role).slice(0, 40))} is no role: choose one of ${dashboardRoles.join(", ")}.`;
  throw new CollectorError("member_invalid", { message });
}

/** Somebody who signs in to a project's dashboard. */
export interface Member {
  id: string;
  /** How the owner calls them. */
  name: string;
  role: DashboardRole;
  /** The topmost roles of the part of the tree they see; `null`: all of it. */
  scope: string[] | null;
  createdAt: number;
}

export function scopeOf(text: string | null): string[] | null {
  return text === null ? null : (JSON.parse(text) as string[]);
}

/** Fails with `member_invalid` where somebody would see roles that are not there, or has a part where theirs has none. */
export function checkScope(role: DashboardRole, scope: readonly string[] | null, roles: readonly RoleNode[]): void {
  checkRole(role);
  if (scope === null) return;
  const refuse = (message: string): never => {
    throw new CollectorError("member_invalid", { message });
  };
  if (role === "owner" || role === "author") refuse(`Leave scope out: an ${role} sees the whole project.`);
  if (scope.length === 0) refuse("Name one role or more in scope, or leave it out for the whole tree.");
  const unknown = scope.find((each) => roles.every(({ id }) => id !== each));
  if (unknown !== undefined) refuse(`The role tree has no ${unknown}: name roles of the tree in scope.`);
}

/** Whether a role lies in the part of the tree that someone sees. */
export function isInScope(
  role: string,
  scope: readonly string[] | null | undefined,
  tree: readonly RoleNode[],
): boolean {
  if (scope === null || scope === undefined) return true;
  for (let at = tree.find(({ id }) => id === role); at !== undefined; at = tree.find(({ id }) => id === at?.parent))
    if (scope.includes(at.id)) return true;
  return false;
}

const membersOf = (db: ControlDb, project: string) =>
  db.selectFrom("members").selectAll().where("project", "=", project);

/** By name. */
export async function listMembers(db: ControlDb, project: string): Promise<Member[]> {
  const rows = await membersOf(db, project).orderBy("name").orderBy("id").execute();
  return rows.map(({ project: _, role, scope, ...row }) => ({
    ...row,
    role: role as DashboardRole,
    scope: scopeOf(scope),
  }));
}

/** Fails with `member_unknown`. */
export async function getMember(db: ControlDb, project: string, id: string): Promise<Member> {
  const member = (await listMembers(db, project)).find((each) => each.id === id);
  if (member === undefined) throw new CollectorError("member_unknown", { member: id });
  return member;
}

/** Lets somebody into a project. */
export async function addMember(
  db: ControlDb,
  project: string,
  it: Pick<Member, "name" | "role" | "scope">,
  now: number,
): Promise<Member> {
  const member: Member = { id: randomUUID(), ...it, createdAt: now };
  const scope = member.scope === null ? null : JSON.stringify(member.scope);
  await db
    .insertInto("members")
    .values({ ...member, scope, project })
    .execute();
  return member;
}

/** Gives a member another role, and a part of the tree or none. Fails with `member_unknown`. */
export async function updateMember(
  db: ControlDb,
  project: string,
  id: string,
  { role, scope }: Pick<Member, "role" | "scope">,
): Promise<Member> {
  const before = await getMember(db, project, id);
  await db
    .updateTable("members")
    .set({ role, scope: scope === null ? null : JSON.stringify(scope) })
    .where("project", "=", project)
    .where("id", "=", id)
    .execute();
  return { ...before, role, scope };
}

/** Takes somebody out, and whatever they were signed in with. Fails with `member_unknown`. */
export async function removeMember(db: ControlDb, project: string, id: string): Promise<Member> {
  return transact(db, async (tx) => {
    const member = await getMember(tx, project, id);
    for (const table of ["invites", "sessions"] as const)
      await tx.deleteFrom(table).where("project", "=", project).where("member", "=", id).execute();
    await tx.deleteFrom("members").where("project", "=", project).where("id", "=", id).execute();
    return member;
  });
}
