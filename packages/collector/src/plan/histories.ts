import type { GapBlock, GapHistory, StepCourse } from "@waymark/engine/metrics";
import type { Withheld } from "@waymark/schema";
import { type Calendar, createCalendar } from "../blocks/calendar.ts";
import { gapBlock, type VersionCells, type VersionSteps } from "../blocks/gap-cells.ts";
import { type Group, isSimulated, leavesOf } from "../blocks/partition.ts";
import { blocksRead, frozenCells, frozenCourses } from "../control/gap-cells.ts";
import { publishedJourneys, publishedSteps } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import { type FrozenBlock, frozenBlocks, frozenGroups } from "../control/snapshots.ts";
import type { World } from "../world.ts";
import { concerns } from "./place.ts";

type Content = Omit<VersionCells, "courses">;

/** What is frozen of a project, ready for the report. */
export interface Histories {
  histories: GapHistory[];
  blocks: FrozenBlock[];
  simulated: boolean;
  reason: Withheld | null;
}

/** What is kept of one version for one group, by block. */
interface Kept {
  group: string;
  journey: string;
  version: number;
  byBlock: Map<number, Content>;
}

const keyOf = (it: { group: string; journey: string; version: number }): string =>
  JSON.stringify([it.group, it.journey, it.version]);

const showsAnything = ({ byBlock }: Kept): boolean =>
  [...byBlock.values()].some(({ cells }) => cells.some(({ ability }) => ability.shows !== "nothing"));

/** One group for each role. Simulated people fill in until a number of real ones can be shown. */
function groupsToShow(project: Project, groups: readonly Group[], shown: ReadonlySet<string>): Group[] {
  const real = groups.filter((each) => !isSimulated(each));
  const chosen = real.map((each) => {
    const made = groups.find((other) => isSimulated(other) && other.role === each.role);
    return made !== undefined && !shown.has(each.id) ? made : each;
  });
  const others = groups.filter((each) => isSimulated(each) && real.every(({ role }) => role !== each.role));
  const covered = new Set([...chosen, ...others].flatMap(({ leaves }) => leaves));
  const alone = leavesOf(project.roles)
    .filter(({ id }) => !covered.has(id))
    .map(({ id, title }): Group => ({ id: "", role: id, title, leaves: [id] }));
  return [...chosen, ...others, ...alone];
}

const nothing: GapBlock["barrier"] = { barrier: null, of: null, why: "too_few" };

function blocksOf(
  kept: Kept | undefined,
  courses: Record<string, StepCourse>,
  blocks: readonly FrozenBlock[],
  calendar: Calendar,
  now: number,
): GapBlock[] {
  if (blocks.length === 0) return [{ end: now, cells: [], barrier: nothing }];
  return blocks.slice(-blocksRead).map(({ index, toWeek }) => {
    const end = calendar.startOf(toWeek, 0);
    const content = kept?.byBlock.get(index);
    return content === undefined ? { end, cells: [], barrier: nothing } : gapBlock({ ...content, courses }, end);
  });
}

function gather(rows: Awaited<ReturnType<typeof frozenCells>>): Map<string, Kept> {
  const all = new Map<string, Kept>();
  for (const { block, content, group, journey, version } of rows) {
    const key = keyOf({ group, journey, version });
    const kept = all.get(key) ?? { group, journey, version, byBlock: new Map<number, Content>() };
    kept.byBlock.set(block, JSON.parse(content) as Content);
    all.set(key, kept);
  }
  return all;
}

/**
 * Everything that is frozen of a project: versions in which something was done, and the newest of each journey.
 *
 * @param upTo Index of the last block that is looked at. Default: the latest.
 */
export async function frozenHistories(
  world: World,
  project: Project,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<Histories> {
  const { control } = world;
  const blocks = (await frozenBlocks(control, project.id)).filter(({ index }) => index <= upTo);
  const last = blocks.at(-1);
  const [groups, journeys, versions, rows, latest] = await Promise.all([
    frozenGroups(control, project.id),
    publishedJourneys(control, project.id),
    publishedSteps(control, project.id),
    last === undefined ? [] : frozenCells(control, project.id, last.index),
    last === undefined ? [] : frozenCourses(control, project.id, last.index),
  ]);
  const kept = gather(rows);
  const courses = new Map(latest.map((each) => [keyOf(each), JSON.parse(each.courses) as Record<string, StepCourse>]));
  const shown = new Set([...kept.values()].filter(showsAnything).map(({ group }) => group));
  const chosen = groupsToShow(project, groups, shown);
  const reason = last === undefined ? "not_yet" : last.unsigned ? "unverified" : null;
  const calendar = createCalendar(project.timeZone);
  const historyOf = ({ id, role }: Group, { journey, version, steps }: VersionSteps): GapHistory => {
    const key = keyOf({ group: id, journey, version });
    const frozen = blocksOf(kept.get(key), courses.get(key) ?? {}, blocks, calendar, world.now());
    return {
      journey,
      version,
      role,
      steps: steps.map((each) => each.id),
      blocks: frozen,
      missing: reason ?? "too_few",
    };
  };
  const isNewest = ({ journey, version }: VersionSteps, role: string): boolean =>
    journeys.some((each) => each.id === journey && each.version === version && concerns(each, role, project.roles));
  const histories = chosen.flatMap((group) =>
    versions
      .filter((each) => kept.has(keyOf({ ...each, group: group.id })) || isNewest(each, group.role))
      .map((each) => historyOf(group, each)),
  );
  return { histories, blocks, simulated: chosen.some((each) => isSimulated(each) && shown.has(each.id)), reason };
}
