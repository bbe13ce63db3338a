import { handoffsOf } from "../control/handoffs.ts";
import { getProject } from "../control/projects.ts";
import { findSuppression } from "../control/suppressed.ts";
import { thanksOf } from "../control/thanks.ts";
import type { PersonData } from "../events/event-store.ts";
import { pseudonymOf, simulatedPseudonymOf } from "../identity/pseudonym.ts";
import type { World } from "../world.ts";
import { type By, noteAct } from "./by.ts";

/** Everything that is kept of one person, as they may ask for it. */
export interface PersonExport extends PersonData {
  format: "waymark.person/1";
  handoffs: unknown[];
  thanks: unknown[];
  /** When they were erased; `null` where they were not. */
  erasedAt: string | null;
}

/** The codes of a host's user id: the person's own, and that of a simulation that used their id. */
function codesOf(world: World, project: string, id: string): [string, string] {
  const { pseudonym } = world.secrets.get(project);
  return [pseudonymOf(pseudonym, id), simulatedPseudonymOf(pseudonym, id)];
}

/** Collects a person's data by the host's user id. */
export async function exportPerson(world: World, by: By, id: string): Promise<PersonExport> {
  const { control, events } = world;
  const codes = codesOf(world, by.project, id);
  const { roles } = await getProject(control, by.project);
  const titles = new Map(roles.map((role) => [role.id, role.title]));
  const kept = await events.personOf(by.project, codes);
  const who = { project: by.project, person: codes[0], roles: [] };
  // Thanks that others show to everybody are not this person's data.
  const isTheirs = ({ from, to }: { from: { me?: boolean }; to: { me?: boolean } }): boolean => !!(from.me || to.me);
  const erased = await findSuppression(control, by.project, codes[0]);
  await noteAct(world, by, "person.export", "one person");
  return {
    format: "waymark.person/1",
    ...kept,
    handoffs: await handoffsOf(control, who, titles),
    thanks: (await thanksOf(control, who, titles)).filter(isTheirs),
    erasedAt: erased === null ? null : new Date(erased.erasedAt).toISOString(),
  };
}

/** Erases a person everywhere and refuses what comes of them later; gives how many events went. */
export async function erasePerson(world: World, by: By, id: string): Promise<number> {
  const count = await world.erasures.erase(by.project, codesOf(world, by.project, id), world.now());
  await noteAct(world, by, "person.erase", "one person");
  world.changes.emit(by.project);
  return count;
}

/** Lets a person in again. What happened before stays refused. Gives whether they had been erased. */
export async function readmitPerson(world: World, by: By, id: string): Promise<boolean> {
  const lifted = await world.erasures.readmit(by.project, codesOf(world, by.project, id), world.now());
  if (lifted) await noteAct(world, by, "person.readmit", "one person");
  return lifted;
}
