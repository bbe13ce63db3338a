import type { Journey, JourneyPicture, PicturePeriods } from "@waymark/schema";
import { blockAt, dueAt } from "../blocks/block.ts";
import { createCalendar } from "../blocks/calendar.ts";
import { type Group, isSimulated, leavesOf, type RoleNode } from "../blocks/partition.ts";
import { hasShown, withheldPicture } from "../blocks/picture.ts";
import { publishedJourneys } from "../control/journeys.ts";
import { isInScope } from "../control/members.ts";
import type { Project } from "../control/projects.ts";
import { type FrozenBlock, frozenBlocks, frozenGroups, latestSnapshot, type Snapshot } from "../control/snapshots.ts";
import { CollectorError } from "../errors.ts";
import { nextAt, spanOf } from "../freezing/compute-snapshots.ts";
import type { World } from "../world.ts";

/** Somebody's part of a project as it was frozen at one moment: a block that is frozen meanwhile is not in it. */
export interface FrozenView {
  project: Project;
  /** The topmost roles they see; `null`: all. */
  scope: readonly string[] | null;
  journeys: readonly Journey[];
  blocks: readonly FrozenBlock[];
  /** Those that lie wholly in the scope. */
  groups: readonly Group[];
  /** What is served where nothing is frozen yet says when the first block can be. Unix ms. */
  firstDue: string | null;
}

/** What pictures are asked for. */
export interface Viewer {
  project: Project;
  scope: readonly string[] | null;
}

/**
 * Takes down what a viewer may be shown.
 *
 * @param until - The Monday after a closed block, `2026-10-05`: the view ends with that block. Default: the latest.
 * @throws CollectorError `query_invalid` where no block ends there.
 */
export async function frozenView(world: World, { project, scope }: Viewer, until?: string): Promise<FrozenView> {
  const { control, events } = world;
  const calendar = createCalendar(project.timeZone);
  const [all, groups, journeys, start] = await Promise.all([
    frozenBlocks(control, project.id),
    frozenGroups(control, project.id),
    publishedJourneys(control, project.id),
    events.firstWeek(project.id),
  ]);
  const ends = all.map(({ toWeek }) => calendar.mondayOf(toWeek));
  const last = until === undefined ? all.length - 1 : ends.indexOf(until);
  if (until !== undefined && last < 0) {
    const known = ends.length === 0 ? "none is closed yet: leave until out." : `write one of ${ends.join(", ")}.`;
    throw new CollectorError("query_invalid", { message: `No block of weeks ends on ${until}: ${known}` });
  }
  const mine = (id: string): boolean => isInScope(id, scope, project.roles);
  return {
    project,
    scope,
    journeys,
    blocks: all.slice(0, last + 1),
    // A group that reaches beyond somebody's part is about others too: for them it is as if there were none.
    groups: groups.filter((group) => group.leaves.every(mine)),
    firstDue: start === null ? null : new Date(dueAt(blockAt(start, 0), calendar)).toISOString(),
  };
}

/** The roles of a view that have a picture of a journey: leaves that it is for, in the viewer's part. */
export function rolesOf(view: FrozenView, journey: Journey): RoleNode[] {
  const leaves = leavesOf(view.project.roles).filter(({ id }) => isInScope(id, view.scope, view.project.roles));
  const wanted = new Set<string>(journey.roles ?? []);
  const fitting = leaves.filter(({ id }) => wanted.has(id));
  return fitting.length > 0 ? fitting : leaves;
}

/** The picture where there is no snapshot: nothing of the journey was frozen yet, or the role is in no group. */
function pictureWithout(view: FrozenView, journey: Journey, role: RoleNode, inGroup: boolean): string {
  const { blocks, project } = view;
  const calendar = createCalendar(project.timeZone);
  const last = blocks.at(-1);
  const subject = {
    journey,
    role: { id: role.id, title: role.title },
    blocks: blocks.map((each) => spanOf(each, calendar)),
    nextAt: last === undefined ? view.firstDue : nextAt(last, calendar),
  };
  const frozen = last?.unsigned ? "unverified" : "too_few";
  return JSON.stringify(withheldPicture(subject, last === undefined || inGroup ? "not_yet" : frozen));
}

function groupOf(groups: readonly Group[], role: string): Group | undefined {
  return groups.find((each) => each.leaves.includes(role)) ?? groups.find((each) => each.role === role);
}

function getRole({ project, scope }: FrozenView, id: string): RoleNode {
  const role = project.roles.find((each) => each.id === id);
  if (role === undefined) {
    const roles = leavesOf(project.roles).map((each) => each.id);
    throw new CollectorError("role_unknown", { role: id, roles: roles.join(", ") });
  }
  if (!isInScope(role.id, scope, project.roles))
    throw new CollectorError("role_out_of_scope", { roles: (scope ?? []).join(", ") });
  return role;
}

/** The picture of one journey for one role as JSON, byte for byte what was frozen. */
export async function readPicture(world: World, view: FrozenView, journeyId: string, roleId: string): Promise<string> {
  const { project, groups } = view;
  const role = getRole(view, roleId);
  const journey = view.journeys.find((each) => each.id === journeyId);
  if (journey === undefined) throw new CollectorError("journey_unpublished", { journey: journeyId });
  const last = view.blocks.at(-1)?.index ?? -1;
  const real = groupOf(
    groups.filter((each) => !isSimulated(each)),
    role.id,
  );
  const made = groupOf(groups.filter(isSimulated), role.id);
  const isLeaf = leavesOf(project.roles).some((each) => each.id === role.id);
  if (real === undefined && made === undefined && !isLeaf) {
    // A total beside its parts would let small parts be computed: a role with parts has no numbers of its own.
    const roles = leavesOf(project.roles).map((each) => each.id);
    throw new CollectorError("role_has_no_picture", { roles: roles.join(", ") });
  }
  const latest = (group: Group | undefined): Promise<Snapshot | null> =>
    group === undefined ? Promise.resolve(null) : latestSnapshot(world.control, project.id, group.id, journey.id, last);
  const [ofReal, ofMade] = await Promise.all([latest(real), latest(made)]);
  // Simulated people fill the page until real ones can be shown; from then on they are out of it for good.
  const shown = ofReal !== null && hasShown(ofReal.ledger) ? ofReal : (ofMade ?? ofReal);
  return shown?.picture ?? pictureWithout(view, journey, role, real !== undefined || made !== undefined);
}

/** The blocks that a picture was drawn for, oldest first, each with the version of the journey that was published then. */
export async function readPeriods(
  world: World,
  view: FrozenView,
  journey: string,
  role: string,
): Promise<PicturePeriods["periods"]> {
  const made: PicturePeriods["periods"] = [];
  for (let count = 1; count <= view.blocks.length; count += 1) {
    const then = { ...view, blocks: view.blocks.slice(0, count) };
    const picture = JSON.parse(await readPicture(world, then, journey, role)) as JourneyPicture;
    const span = picture.blocks.at(-1);
    // Where nothing was drawn for a block, what was served then is the picture of the one before.
    if (picture.reason !== null || span === undefined || span.to === made.at(-1)?.to) continue;
    made.push({ ...span, version: picture.journey.version, simulated: picture.simulated });
  }
  return made;
}
