import type { RoleNode } from "../blocks/partition.ts";
import { CollectorError } from "../errors.ts";
import { defaultRetention, type Retention } from "./retention.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** A project: one host app and the people who use it. Projects never see each other. */
export interface Project {
  id: string;
  title: string;
  /** IANA name; decides ISO weeks. */
  timeZone: string;
  /** The role tree. */
  roles: RoleNode[];
  /** Origins of pages that may talk to the collector. Empty: loopback pages only. */
  origins: string[];
  createdAt: number;
  /** The `aud` that people's tokens must carry; `null`: none, and a token that names one must name `waymark` or the id. */
  audience: string | null;
  /** How long what is kept. */
  retention: Retention;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Fails with `roles_invalid` unless the tree is one: unique slugs, known parents, no circle. */
export function checkRoles(roles: readonly RoleNode[]): void {
  const byId = new Map(roles.map((each) => [each.id, each]));
  const refuse = (message: string): never => {
    throw new CollectorError("roles_invalid", { message });
  };
  if (byId.size !== roles.length) refuse("Two roles have the same id: give each its own.");
  for (const role of roles) {
    if (!slug.test(role.id)) refuse(`Write the role ${role.id} as lower-case words joined by hyphens.`);
    const above = new Set<string>();
    for (let at: RoleNode | undefined = role; at?.parent !== undefined; at = byId.get(at.parent)) {
      if (above.has(at.id)) refuse(`The role ${role.id} is its own ancestor: take one parent out.`);
      above.add(at.id);
      if (!byId.has(at.parent))
        refuse(`The role ${at.id} names a parent ${at.parent} that is not in the tree: add it.`);
    }
  }
}

/** The project, or `null`. */
export async function findProject(db: ControlDb, id: string): Promise<Project | null> {
  const row = await db.selectFrom("projects").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...row,
    roles: JSON.parse(row.roles) as RoleNode[],
    origins: JSON.parse(row.origins) as string[],
    retention: row.retention === null ? defaultRetention : (JSON.parse(row.retention) as Retention),
  };
}

/** The project; fails with `project_unknown`. */
export async function getProject(db: ControlDb, id: string): Promise<Project> {
  const project = await findProject(db, id);
  if (project === null) throw new CollectorError("project_unknown", { project: id });
  return project;
}

/** All projects by id. */
export async function listProjects(db: ControlDb): Promise<Project[]> {
  const rows = await db.selectFrom("projects").select("id").orderBy("id").execute();
  return Promise.all(rows.map((row) => getProject(db, row.id)));
}

/** Fails with `project_exists` where the id is taken. */
export async function insertProject(db: ControlDb, project: Project): Promise<void> {
  await transact(db, async (tx) => {
    if ((await findProject(tx, project.id)) !== null)
      throw new CollectorError("project_exists", { project: project.id });
    await tx
      .insertInto("projects")
      .values({ ...project, ...documentsOf(project) })
      .execute();
  });
}

interface Documents {
  roles: string;
  origins: string;
  retention: string;
}

const documentsOf = ({ roles, origins, retention }: Project): Documents => ({
  roles: JSON.stringify(roles),
  origins: JSON.stringify(origins),
  retention: JSON.stringify(retention),
});

/** Writes what may change of a project. Groups that were frozen stay as they are. */
export async function updateProject(db: ControlDb, project: Project): Promise<void> {
  const { title, audience } = project;
  await db
    .updateTable("projects")
    .set({ title, audience, ...documentsOf(project) })
    .where("id", "=", project.id)
    .execute();
}
