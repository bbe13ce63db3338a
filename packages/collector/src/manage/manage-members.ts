import {
  addMember,
  checkScope,
  type DashboardRole,
  getMember,
  listMembers,
  type Member,
  removeMember,
  updateMember,
} from "../control/members.ts";
import { getProject } from "../control/projects.ts";
import { mintInvite } from "../control/sessions.ts";
import { CollectorError } from "../errors.ts";
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

const plainName = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();
const isReader = (role: DashboardRole): boolean => role === "manager" || role === "csm";

/**
 * An owner may export every event: beside it, whoever answers people's reports could guess at whom they are of. So one name
 * is not both. Fails with `member_invalid`.
 */
async function refuseBoth(
  world: World,
  project: string,
  { name, role }: Pick<Member, "name" | "role">,
  own?: string,
): Promise<void> {
  const same = (await listMembers(world.control, project)).filter(
    (each) => each.id !== own && plainName(each.name) === plainName(name),
  );
  const both = same.some((each) => (role === "owner" ? isReader(each.role) : isReader(role) && each.role === "owner"));
  if (both)
    throw new CollectorError("member_invalid", {
      message: `${name.trim()} has a role already that does not go with ${role}: an owner exports events, so they may not read as a manager or customer success manager too. Take the other role away first.`,
    });
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
  const { name } = await getMember(world.control, by.project, id);
  await refuseBoth(world, by.project, { name, role: to.role }, id);
  const member = await updateMember(world.control, by.project, id, to);
  await noteAct(world, by, "member.change", `${to.role} ${id}${partOf(to.scope)}`);
  return member;
}

/** Lets somebody in. Fails with `member_invalid`. */
export async function welcome(world: World, by: By, it: Pick<Member, "name" | "role" | "scope">): Promise<Welcome> {
  const { roles } = await getProject(world.control, by.project);
  checkScope(it.role, it.scope, roles);
  await refuseBoth(world, by.project, it);
  const { id } = await addMember(world.control, by.project, it, world.now());
  await noteAct(world, by, "member.add", `${it.role} ${id}${partOf(it.scope)}`);
  return linkFor(world, by, id);
}

/** Takes somebody out: their sessions end with it. Fails with `member_unknown`. */
export async function dismiss(world: World, by: By, id: string): Promise<void> {
  const { role } = await removeMember(world.control, by.project, id);
  await noteAct(world, by, "member.remove", `${role} ${id}`);
}
