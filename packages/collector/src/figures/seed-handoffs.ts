import type { Handoff } from "@waymark/schema";
import { leavesOf } from "../blocks/partition.ts";
import { getProject } from "../control/projects.ts";
import type { World } from "../world.ts";
import { madeUp } from "./handoff-waits.ts";

/** Hand-overs of people who were made up: as many as `hours` has, each with how long it waited for a yes; `null`: it waits still. */
export interface SimulatedHandoffs {
  journey: string;
  step: string;
  /** Leaves of the role tree. */
  from: string;
  to: string;
  /** The first was offered so many days ago, each of the others a day later. */
  daysAgo: number;
  hours: readonly (number | null)[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So that ten people stand behind a number, and nobody behind more than a third. */
const hands = 12;

const idOf = (group: number, nth: number): string =>
  `00000000-0000-4000-8${String(group).padStart(3, "0")}-${String(nth).padStart(12, "0")}`;

/**
 * Keeps hand-overs of people who were made up, to try the page out: no real person is ever shown one, and no number of real people
 * holds one. Fails with a RangeError for a role that is none.
 */
export async function seedHandoffs(world: World, projectId: string, all: readonly SimulatedHandoffs[]): Promise<void> {
  const { roles } = await getProject(world.control, projectId);
  const now = world.now();
  for (const [group, { journey, step, from, to, daysAgo, hours }] of all.entries()) {
    const odd = [from, to].find((role) => leavesOf(roles).every(({ id }) => id !== role));
    if (odd !== undefined) throw new RangeError(`No leaf of the role tree is called ${odd}.`);
    for (const [nth, waited] of hours.entries()) {
      const at = now - (daysAgo - nth) * dayMs;
      const stamp = { at, order: at };
      const answered = waited === null ? null : at + waited * hourMs;
      const handoff: Handoff = {
        ...{ id: idOf(group, nth), journey, step, attempt: 1, subject: `deal:simulated-${group}-${nth}` },
        ...{ from: { role: from }, to: { role: to }, offered: stamp },
        ...(answered === null ? {} : { accepted: { at: answered, order: answered, by: { role: to } } }),
      };
      await world.control
        .insertInto("handoffs")
        .values({
          ...{ project: projectId, id: handoff.id, place: JSON.stringify([journey, step, handoff.subject, 1]) },
          ...{ offerer: madeUp(`from-${nth % hands}`), taker: answered === null ? null : madeUp(`to-${nth % hands}`) },
          // Nobody finds it among what is offered: what still waits waits for nobody real.
          ...{ toRole: to, state: answered === null ? "withdrawn" : "accepted", content: JSON.stringify(handoff) },
          changedAt: now,
        })
        .execute();
    }
  }
}
