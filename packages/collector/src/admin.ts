import { createCalendar } from "./blocks/calendar.ts";
import type { RoleNode } from "./blocks/partition.ts";
import { type AuditEntry, listActs, recordAct } from "./control/audit.ts";
import { eraseNeighbour } from "./control/handoffs.ts";
import { issueKey } from "./control/keys.ts";
import {
  checkRoles,
  findProject,
  getProject,
  insertProject,
  listProjects,
  type Project,
  updateRoles,
} from "./control/projects.ts";
import { type DashboardRole, mintInvite } from "./control/sessions.ts";
import { CollectorError } from "./errors.ts";
import { pseudonymOf } from "./identity/pseudonym.ts";
import type { World } from "./world.ts";

/** What a project is made from. */
export interface NewProject {
  /** Slug. */
  id: string;
  title: string;
  /** IANA name. Default `UTC`. It decides ISO weeks and cannot change later. */
  timeZone?: string | undefined;
  /** The role tree; leaves are the groups that reports are about. */
  roles: RoleNode[];
  /** Origins of pages that may talk to the collector. Default: loopback pages only. */
  origins?: string[] | undefined;
}

/** Shown once: keys are kept as hashes. */
export interface ProjectKeys {
  writeKey: string;
  authorKey: string;
  ownerKey: string;
  /** The host's server signs its users' tokens with it (HS256 over the text's UTF-8 bytes). */
  signingSecret: string;
}

/** Acts of the operator, for the command line and for tests. Each is written to the audit log. */
export interface Admin {
  /** Makes a project and its keys. Fails with `project_exists`, `roles_invalid` or a RangeError for the time zone. */
  createProject(project: NewProject): Promise<ProjectKeys>;
  /** A one-time link, as a path below the collector's address: `/signin?token=...`. It opens once, within 10 minutes. */
  invite(project: string, role: DashboardRole): Promise<string>;
  /** Replaces the role tree. Groups that were frozen stay as they are. */
  setRoles(project: string, roles: RoleNode[]): Promise<void>;
  listProjects(): Promise<Project[]>;
  /** The latest administrative acts first. */
  audit(project: string): Promise<AuditEntry[]>;
  /** Freezes every block of every project that is due, and gives how many. */
  freezeDue(): Promise<number>;
  /** Forgets a person's hand-overs and thanks, by the host's user id. */
  forgetHandoffs(project: string, person: string): Promise<void>;
  /** Computes a project's rows again from its events. */
  rebuild(project: string): Promise<void>;
}

async function createProject(world: World, it: NewProject): Promise<ProjectKeys> {
  const { id, title, roles } = it;
  const now = world.now();
  checkRoles(roles);
  const timeZone = it.timeZone ?? "UTC";
  createCalendar(timeZone);
  if ((await findProject(world.control, id)) !== null) throw new CollectorError("project_exists", { project: id });
  // Secrets first: a project without secrets could not take an event, secrets without a project harm nobody.
  const { signing } = world.secrets.create(id);
  await insertProject(world.control, { id, title, timeZone, roles, origins: it.origins ?? [], createdAt: now });
  const issue = (kind: "write" | "author" | "owner"): Promise<string> => issueKey(world.control, id, kind, now);
  const keys = { writeKey: await issue("write"), authorKey: await issue("author"), ownerKey: await issue("owner") };
  await recordAct(world.control, { project: id, who: "operator", act: "project.create", detail: title, at: now });
  return { ...keys, signingSecret: signing };
}

/** The operator's acts over one collector. */
export function createAdmin(world: World): Admin {
  const record = (project: string, act: string, detail: string): Promise<void> =>
    recordAct(world.control, { project, who: "operator", act, detail, at: world.now() });
  return {
    createProject: (project) => createProject(world, project),
    async invite(project, role) {
      await getProject(world.control, project);
      const token = await mintInvite(world.control, { project, role }, world.now());
      await record(project, "session.invite", role);
      return `/signin?token=${token}`;
    },
    async setRoles(project, roles) {
      await getProject(world.control, project);
      checkRoles(roles);
      await updateRoles(world.control, project, roles);
      await record(project, "roles.set", roles.map((each) => each.id).join(" "));
    },
    listProjects: () => listProjects(world.control),
    audit: (project) => listActs(world.control, project),
    freezeDue: () => world.freezer.freezeAll(world.now()),
    async forgetHandoffs(project, person) {
      await eraseNeighbour(world.control, project, pseudonymOf(world.secrets.get(project).pseudonym, person));
      await record(project, "handoffs.forget", "one person");
    },
    rebuild: (project) => world.events.rebuild(project),
  };
}
