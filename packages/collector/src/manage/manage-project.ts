import type { RoleNode } from "../blocks/partition.ts";
import { checkRoles, getProject, type Project, updateProject } from "../control/projects.ts";
import type { Retention } from "../control/retention.ts";
import { CollectorError } from "../errors.ts";
import type { World } from "../world.ts";
import { type By, noteAct } from "./by.ts";

/** What an owner may change. What is left out stays. */
export interface ProjectChange {
  title?: string | undefined;
  roles?: RoleNode[] | undefined;
  origins?: string[] | undefined;
  audience?: string | null | undefined;
  retention?: Partial<Retention> | undefined;
}

/** Fails with `project_invalid` unless each is a page's origin as browsers send it. */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    const isOrigin =
      URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin;
    if (isOrigin) continue;
    const message = `Write ${JSON.stringify(origin.slice(0, 80))} as an origin: scheme, host and port, like https://crm.example.`;
    throw new CollectorError("project_invalid", { message });
  }
}

/** Changes a project and writes down which of its fields. */
export async function changeProject(world: World, by: By, change: ProjectChange): Promise<Project> {
  const before = await getProject(world.control, by.project);
  if (change.roles !== undefined) checkRoles(change.roles);
  if (change.origins !== undefined) checkOrigins(change.origins);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Project = { ...before, ...given, retention: { ...before.retention, ...change.retention } };
  await updateProject(world.control, after);
  for (const name of Object.keys(given)) await noteAct(world, by, `${name}.set`, detailOf(name, after));
  return after;
}

/** What is worth reading later; a role tree by its roles' ids. */
function detailOf(name: string, project: Project): string {
  if (name === "roles") return project.roles.map(({ id }) => id).join(" ");
  if (name === "origins") return project.origins.join(" ");
  if (name === "retention") return JSON.stringify(project.retention);
  return String(project[name as "title" | "audience"]);
}
