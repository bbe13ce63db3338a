import { addMember, checkScope, getMember, type Member, removeMember, updateMember } from "../control/members.ts";
import { getProject } from "../control/projects.ts";
import { mintInvite } from "../control/sessions.ts";
import type { World } from "../world.ts";
import { type By, noteAct } from "./by.ts";

/** A member with a link that signs them in, as a path below the collector's address. It opens once, within 10 minutes. */
export interface Welcome {
  member: Member;
  link: string;
}

/** A new link for a member. Fails with `member_unknown`. */
export async function linkFor(world: World, by: By, id: string): Promise<Welcome> {
  const member = await getMember(world.control, by.project, id);
  const session = { project: by.project, role: member.role, member: id };
  const token = await mintInvite(world.control, session, world.now());
  await noteAct(world, by, "session.invite", `${member.role} ${id}`);
  return { member, link: `/signin?token=${token}` };
}

const partOf = (scope: Member["scope"]): string => (scope ? ` for ${scope.join(" ")}` : "");

/**
 * Gives a member another role, and the part of the tree that is named, or the whole. It holds from their next request on.
 * Fails with `member_invalid` or `member_unknown`.
 */
export async function changeMember(
  world: World,
  by: By,
  id: string,
  to: Pick<Member, "role" | "scope">,
): Promise<Member> {
  const { roles } = await getProject(world.control, by.project);
  checkScope(to.role, to.scope, roles);
  const member = await updateMember(world.control, by.project, id, to);
  await noteAct(world, by, "member.change", `${to.role} ${id}${partOf(to.scope)}`);
  return member;
}

/** Lets somebody in. Fails with `member_invalid`. */
export async function welcome(world: World, by: By, it: Pick<Member, "name" | "role" | "scope">): Promise<Welcome> {
  const { roles } = await getProject(world.control, by.project);
  checkScope(it.role, it.scope, roles);
  const { id } = await addMember(world.control, by.project, it, world.now());
  await noteAct(world, by, "member.add", `${it.role} ${id}${partOf(it.scope)}`);
  return linkFor(world, by, id);
}

/** Takes somebody out: their sessions end with it. Fails with `member_unknown`. */
export async function dismiss(world: World, by: By, id: string): Promise<void> {
  const { role } = await removeMember(world.control, by.project, id);
  await noteAct(world, by, "member.remove", `${role} ${id}`);
}
