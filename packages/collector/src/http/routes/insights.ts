import type { Journey } from "@waymark/schema";
import type { Hono } from "hono";
import { blockAt, dueAt } from "../../blocks/block.ts";
import { createCalendar } from "../../blocks/calendar.ts";
import { type Group, isSimulated, leavesOf, type RoleNode } from "../../blocks/partition.ts";
import { hasShown, withheldPicture } from "../../blocks/picture.ts";
import { recordAct } from "../../control/audit.ts";
import { publishedJourneys } from "../../control/journeys.ts";
import { isInScope } from "../../control/members.ts";
import type { Project } from "../../control/projects.ts";
import { frozenBlocks, frozenGroups, latestSnapshot, type Snapshot } from "../../control/snapshots.ts";
import { CollectorError } from "../../errors.ts";
import { shortHash } from "../../events/stored-event.ts";
import { nextAt, spanOf } from "../../freezing/compute-snapshots.ts";
import { reportFor } from "../../plan/report-for.ts";
import { closeWeeks } from "../../voices/batch.ts";
import type { World } from "../../world.ts";
import { projectByKey, type Reader, reader } from "../access.ts";
import { textOf } from "../query.ts";

function getRole(project: Project, id: string): RoleNode {
  const role = project.roles.find((each) => each.id === id);
  if (role !== undefined) return role;
  const roles = leavesOf(project.roles).map((each) => each.id);
  throw new CollectorError("role_unknown", { role: id, roles: roles.join(", ") });
}

async function getJourney(world: World, project: string, id: string): Promise<Journey> {
  const journey = (await publishedJourneys(world.control, project)).find((each) => each.id === id);
  if (journey === undefined) throw new CollectorError("journey_unpublished", { journey: id });
  return journey;
}

/** The picture where there is no snapshot: nothing of the journey was frozen yet, or the role is in no group. */
async function pictureWithout(
  world: World,
  project: Project,
  journey: Journey,
  role: RoleNode,
  inGroup: boolean,
): Promise<string> {
  const blocks = await frozenBlocks(world.control, project.id);
  const calendar = createCalendar(project.timeZone);
  const last = blocks.at(-1);
  const start = await world.events.firstWeek(project.id);
  const first = start === null ? null : new Date(dueAt(blockAt(start, 0), calendar)).toISOString();
  const subject = {
    journey,
    role: { id: role.id, title: role.title },
    blocks: blocks.map((each) => spanOf(each, calendar)),
    nextAt: last === undefined ? first : nextAt(last, calendar),
  };
  const frozen = last?.unsigned ? "unverified" : "too_few";
  return JSON.stringify(withheldPicture(subject, last === undefined || inGroup ? "not_yet" : frozen));
}

function groupOf(groups: readonly Group[], role: string): Group | undefined {
  return groups.find((each) => each.leaves.includes(role)) ?? groups.find((each) => each.role === role);
}

async function picture(world: World, who: Reader, journeyId: string, roleId: string): Promise<string> {
  const { project, scope } = who;
  const mine = (id: string): boolean => isInScope(id, scope, project.roles);
  const role = getRole(project, roleId);
  if (!mine(role.id)) throw new CollectorError("role_out_of_scope", { roles: (scope ?? []).join(", ") });
  const journey = await getJourney(world, project.id, journeyId);
  // A group that reaches beyond somebody's part is about others too: for them it is as if there were none.
  const groups = (await frozenGroups(world.control, project.id)).filter((group) => group.leaves.every(mine));
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
    group === undefined ? Promise.resolve(null) : latestSnapshot(world.control, project.id, group.id, journey.id);
  const [ofReal, ofMade] = await Promise.all([latest(real), latest(made)]);
  // Simulated people fill the page until real ones can be shown; from then on they are out of it for good.
  const shown = ofReal !== null && hasShown(ofReal.ledger) ? ofReal : (ofMade ?? ofReal);
  if (shown !== null) return shown.picture;
  return pictureWithout(world, project, journey, role, real !== undefined || made !== undefined);
}

/** Reports, from frozen snapshots only, and the freezing itself. */
export function insightRoutes(app: Hono, world: World): void {
  app.get("/v1/insights/adoption", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const body = await picture(world, who, textOf(c, "journey"), textOf(c, "role"));
    return c.body(body, 200, { "content-type": "application/json", "cache-control": "no-store" });
  });

  app.get("/v1/insights/gap", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const body = JSON.stringify(await reportFor(world, who));
    const headers = { "cache-control": "no-store", etag: `"${shortHash(body)}"` };
    if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, "content-type": "application/json" });
  });

  app.post("/v1/blocks/freeze", async (c) => {
    const { project } = await projectByKey(world, c, ["owner"]);
    const at = world.now();
    const frozen = await world.freezer.freezeDue(project.id, at);
    await closeWeeks(world, project.id);
    await recordAct(world.control, {
      project: project.id,
      who: "owner",
      act: "blocks.freeze",
      detail: `${frozen}`,
      at,
    });
    return c.json({ frozen });
  });
}
