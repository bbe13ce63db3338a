import { createCalendar } from "./blocks/calendar.ts";
import type { RoleNode } from "./blocks/partition.ts";
import { type AuditEntry, listActs, recordAct } from "./control/audit.ts";
import { eraseNeighbour } from "./control/handoffs.ts";
import { issueKey, type KeyFacts, type KeyKind, listKeys } from "./control/keys.ts";
import type { DashboardRole, Member } from "./control/members.ts";
import { checkRoles, findProject, getProject, insertProject, listProjects, type Project } from "./control/projects.ts";
import { defaultRetention } from "./control/retention.ts";
import { mintInvite } from "./control/sessions.ts";
import { addTokenKeys, firstTokenKey } from "./control/token-keys.ts";
import { CollectorError } from "./errors.ts";
import { type SimulatedHandoffs, seedHandoffs } from "./figures/seed-handoffs.ts";
import { pseudonymOf } from "./identity/pseudonym.ts";
import type { By } from "./manage/by.ts";
import { dropKey, makeKey, type NewKey } from "./manage/manage-keys.ts";
import { changeMember, dismiss, type Welcome, welcome } from "./manage/manage-members.ts";
import { erasePerson, exportPerson, type PersonExport, readmitPerson } from "./manage/manage-people.ts";
import { changeProject, checkOrigins, type ProjectChange } from "./manage/manage-project.ts";
import { tidy } from "./privacy/tidy.ts";
import type { Summaries } from "./summaries/summaries.ts";
import type { TargetNotices } from "./summaries/target-notices.ts";
import { type SimulatedVoice, seedVoices } from "./voices/seed.ts";
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
  /**
   * A one-time link, as a path below the collector's address: `/signin?token=...`. It opens once, within 10 minutes. Fails
   * with `project_unknown` or `member_invalid`.
   */
  invite(project: string, role: DashboardRole): Promise<string>;
  /** Replaces the role tree. Groups that were frozen stay as they are. */
  setRoles(project: string, roles: RoleNode[]): Promise<void>;
  listProjects(): Promise<Project[]>;
  /** The latest administrative acts first. */
  audit(project: string): Promise<AuditEntry[]>;
  /** Changes a project's title, roles, origins, audience or retention. Fails with `roles_invalid` or `project_invalid`. */
  change(project: string, change: ProjectChange): Promise<Project>;
  /** A project's keys, without what opens anything. */
  keys(project: string): Promise<KeyFacts[]>;
  /** Makes a key; it is shown here only. Fails with `key_kind`. */
  issueKey(project: string, kind: KeyKind, label?: string): Promise<NewKey>;
  /** Takes a key out of use at once. Fails with `key_gone` or `key_last`. */
  revokeKey(project: string, id: string): Promise<void>;
  /** Lets somebody into the dashboard, a manager say with a part of the role tree. Fails with `member_invalid`. */
  addMember(project: string, member: Pick<Member, "name" | "role" | "scope">): Promise<Welcome>;
  /** Gives a member another role, with a part of the role tree or the whole. Fails with `member_unknown` or `member_invalid`. */
  changeMember(project: string, id: string, to: Pick<Member, "role" | "scope">): Promise<Member>;
  /** Takes somebody out of the dashboard, and their sessions with them. Fails with `member_unknown`. */
  removeMember(project: string, id: string): Promise<void>;
  /** All that is kept of a person, by the host's user id. */
  exportPerson(project: string, person: string): Promise<PersonExport>;
  /** Erases a person and refuses what comes of them later; gives how many events went. */
  erasePerson(project: string, person: string): Promise<number>;
  /** Lets an erased person in again. What happened before stays refused. */
  readmitPerson(project: string, person: string): Promise<boolean>;
  /** What is done every hour by itself: freezes what is due, and forgets what a project keeps no longer. */
  tidy(): Promise<void>;
  /** Sends the summaries that are due, where the collector was given a place for them; gives how many went out. */
  sendSummaries(): Promise<number>;
  /** Tells of lost targets that were not told of yet, where the collector was given a place for it; gives how many notices went out. */
  sendTargetNotices(): Promise<number>;
  /** Freezes every block of every project that is due, and gives how many. */
  freezeDue(): Promise<number>;
  /** Forgets a person's hand-overs and thanks, by the host's user id. */
  forgetHandoffs(project: string, person: string): Promise<void>;
  /** Publishes voices of people that were made up, marked as simulated; for a demo. Fails with a RangeError. */
  seedVoices(project: string, voices: readonly SimulatedVoice[]): Promise<void>;
  /** Keeps hand-overs of people that were made up, which real people never see; for a demo. Fails with a RangeError. */
  seedHandoffs(project: string, handoffs: readonly SimulatedHandoffs[]): Promise<void>;
  /**
   * Computes a project's rows again from its events. Takes minutes where there are many.
   *
   * @param told - Hears the share that is done, from 0 to 1, now and then and at the end.
   */
  rebuild(project: string, told?: (share: number) => void): Promise<void>;
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
  const origins = it.origins ?? [];
  checkOrigins(origins);
  const settings = { audience: null, retention: defaultRetention };
  await insertProject(world.control, { id, title, timeZone, roles, origins, createdAt: now, ...settings });
  await addTokenKeys(world.control, id, [firstTokenKey(now)]);
  const issue = (kind: "write" | "author" | "owner"): Promise<string> => issueKey(world.control, id, kind, now);
  const keys = { writeKey: await issue("write"), authorKey: await issue("author"), ownerKey: await issue("owner") };
  await recordAct(world.control, { project: id, who: "operator", act: "project.create", detail: title, at: now });
  return { ...keys, signingSecret: signing };
}

/** The operator's acts over one collector. */
export function createAdmin(
  world: World,
  { summaries, notices }: { summaries: Summaries; notices: TargetNotices },
): Admin {
  const by = (project: string): By => ({ project, who: "operator" });
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
      await changeProject(world, by(project), { roles });
    },
    change: (project, change) => changeProject(world, by(project), change),
    keys: (project) => listKeys(world.control, project),
    issueKey: (project, kind, label) => makeKey(world, by(project), kind, label ?? null),
    revokeKey: async (project, id) => void (await dropKey(world, by(project), id)),
    addMember: (project, member) => welcome(world, by(project), member),
    changeMember: (project, id, to) => changeMember(world, by(project), id, to),
    removeMember: (project, id) => dismiss(world, by(project), id),
    exportPerson: (project, person) => exportPerson(world, by(project), person),
    erasePerson: (project, person) => erasePerson(world, by(project), person),
    readmitPerson: (project, person) => readmitPerson(world, by(project), person),
    tidy: () => tidy(world),
    sendSummaries: () => summaries.sendDue(),
    sendTargetNotices: () => notices.sendDue(),
    listProjects: () => listProjects(world.control),
    audit: (project) => listActs(world.control, project),
    freezeDue: () => world.freezer.freezeAll(world.now()),
    async forgetHandoffs(project, person) {
      await eraseNeighbour(world.control, project, pseudonymOf(world.secrets.get(project).pseudonym, person));
      await record(project, "handoffs.forget", "one person");
    },
    async seedVoices(project, voices) {
      await seedVoices(world, project, voices);
      await record(project, "voices.seed", `${voices.length} simulated`);
    },
    async seedHandoffs(project, handoffs) {
      await seedHandoffs(world, project, handoffs);
      await record(project, "handoffs.seed", `${handoffs.length} simulated`);
    },
    rebuild: (project, told) => world.events.rebuild(project, told),
  };
}
