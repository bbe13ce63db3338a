import { isoWeek, quarterOfWeek } from "@waymark/engine";
import type { Calendar } from "../blocks/calendar.ts";
import { type Group, isSimulated, leavesOf, partition, type RoleNode, smallestGroup } from "../blocks/partition.ts";
import type { Project } from "../control/projects.ts";
import { frozenBlocks, frozenGroups } from "../control/snapshots.ts";
import { transact } from "../control/transact.ts";
import type { World } from "../world.ts";
import { keyFor, openAtRest, sealAtRest } from "./at-rest.ts";
import { makeSealPair } from "./open-sealed.ts";

/** Weeks that a quarter's keys and unpublished reports outlive it. */
export const carriedWeeks = 4;

/** A group with its head count, both frozen for the quarter. */
export interface VoiceGroup extends Group {
  heads: number;
}

/** What holds for a quarter. */
export interface Quarter {
  quarter: string;
  /** The week its groups were frozen in. */
  fromWeek: number;
  groups: VoiceGroup[];
  /** What envelopes are sealed for, base64url. */
  seal: string;
  /** What opens them. */
  secret: Buffer;
}

/** An ISO week as people write it: `2026-W47`. */
export const weekName = (week: number, calendar: Calendar): string => isoWeek(Date.parse(calendar.mondayOf(week)));

/** The quarter that a week counts in: `2026-Q4`. */
export const quarterOf = (week: number, calendar: Calendar): string => quarterOfWeek(weekName(week, calendar));

/** Whether a quarter and the weeks it is carried over are past in a week. */
export const isOver = (quarter: string, week: number, calendar: Calendar): boolean =>
  quarterOf(week - carriedWeeks, calendar) > quarter;

/** People per leaf role: as the host says, else as many verified ones as were seen. */
export function headsOf(roles: readonly RoleNode[], seen: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(leavesOf(roles).map(({ id, headcount }) => [id, headcount ?? seen[id] ?? 0]));
}

/** The groups of a quarter: those of the blocks, and new ones of roles that are in none, each of ten people or more. */
async function groupsNow(world: World, project: Project): Promise<VoiceGroup[]> {
  const { control, events } = world;
  const unsaid = leavesOf(project.roles).some(({ headcount }) => headcount === undefined);
  const heads = headsOf(project.roles, unsaid ? await events.heads(project.id) : {});
  const frozen = (await frozenGroups(control, project.id)).filter((each) => !isSimulated(each));
  const blocks = await frozenBlocks(control, project.id);
  return partition(project.roles, heads, frozen, blocks.length)
    .map((group) => ({ ...group, heads: group.leaves.reduce((sum, leaf) => sum + (heads.get(leaf) ?? 0), 0) }))
    .filter((group) => group.heads >= smallestGroup);
}

const purpose = (quarter: string): string => `seal ${quarter}`;

/** The quarter as it was frozen, or `null`. */
export async function findQuarter(world: World, project: string, quarter: string): Promise<Quarter | null> {
  const row = await world.control
    .selectFrom("voiceQuarters")
    .selectAll()
    .where("project", "=", project)
    .where("quarter", "=", quarter)
    .executeTakeFirst();
  if (row === undefined) return null;
  const key = keyFor(world.secrets.get(project).pseudonym, purpose(quarter));
  return {
    quarter,
    fromWeek: row.fromWeek,
    groups: JSON.parse(row.groups) as VoiceGroup[],
    seal: row.seal,
    secret: Buffer.from(openAtRest(key, row.secret) as string, "base64url"),
  };
}

/**
 * The quarter of a week: frozen at the first look that finds a group of ten people; `null` while there is none. From then on
 * neither groups nor head counts move until it is over.
 */
export async function openQuarter(
  world: World,
  project: Project,
  week: number,
  quarter: string,
): Promise<Quarter | null> {
  const known = await findQuarter(world, project.id, quarter);
  if (known !== null) return known;
  const groups = await groupsNow(world, project);
  if (groups.length === 0) return null;
  const pair = makeSealPair();
  const key = keyFor(world.secrets.get(project.id).pseudonym, purpose(quarter));
  await transact(world.control, (tx) =>
    tx
      .insertInto("voiceQuarters")
      .values({
        project: project.id,
        quarter,
        fromWeek: week,
        groups: JSON.stringify(groups),
        seal: pair.publicKey.toString("base64url"),
        secret: sealAtRest(key, pair.privateKey.toString("base64url"), 256),
      })
      // Another collector froze it meanwhile: its groups hold.
      .onConflict((c) => c.columns(["project", "quarter"]).doNothing())
      .execute(),
  );
  return findQuarter(world, project.id, quarter);
}
