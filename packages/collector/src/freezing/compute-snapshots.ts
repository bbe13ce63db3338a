import type { BlockSpan, Journey } from "@waymark/schema";
import type { AttemptRow } from "../blocks/attempts.ts";
import { type Block, blockAt, dueAt } from "../blocks/block.ts";
import { type Calendar, createCalendar } from "../blocks/calendar.ts";
import { type ArmLedgers, computeExperiments, type FrozenExperiments, noExperiments } from "../blocks/experiments.ts";
import { type Completion, funnel } from "../blocks/funnel.ts";
import { type Saying, type VersionSteps, versionCells } from "../blocks/gap-cells.ts";
import { asSimulated, type Group, isSimulated, leavesOf, partition, type RoleNode } from "../blocks/partition.ts";
import {
  drawPicture,
  emptyLedger,
  type Ledger,
  moveHeadcount,
  moveLedger,
  type Subject,
  withheldPicture,
} from "../blocks/picture.ts";
import type { Reached } from "../blocks/reached.ts";
import type { FrozenCells } from "../control/gap-cells.ts";
import type { Snapshot } from "../control/snapshots.ts";
import type { PersonRow } from "../events/person-row.ts";
import { isOfStep } from "../events/saying-row.ts";
import type { Carried, FrozenFigures, JourneyFigures } from "../figures/frozen-figures.ts";
import { weeksAsked } from "../figures/staying.ts";
import { figuresOf, figuresOfGroup } from "./figures-of.ts";

/** A block with the moment of its freezing. */
export interface ClosedBlock extends Block {
  frozenAt: number;
}

/** What a freeze produces. */
export interface Frozen {
  groups: Group[];
  snapshots: Snapshot[];
  /** What the gap report is read from: of this block alone. */
  cells: FrozenCells[];
  /** What the pages of their own are read from. */
  figures: FrozenFigures[];
  /** What journeys did to their value, of everybody together. */
  experiments: FrozenExperiments;
  /** Real people were seen and none of them was verified. */
  unsigned: boolean;
}

/** What is asked of the kept rows: people, and one journey at a time, so that a large project is never held whole. */
export interface FreezeRows {
  readonly people: readonly PersonRow[];
  /** What verified people did in a journey, in any version. */
  progressOf(journey: string): readonly AttemptRow[];
  /** To whom a journey came, and in which week first. */
  reachOf(journey: string): readonly Reached[];
  /** What is told of verified people beside their attempts; `""`: what is about no journey. Default: of all weeks. */
  sayingsOf(journey: string, fromWeek?: number): readonly Saying[];
}

/** All that a block's snapshots are computed from, as it can be sent to a thread. */
export interface FreezeJob {
  project: string;
  timeZone: string;
  /** Earlier blocks and the one being frozen, oldest first. */
  blocks: readonly ClosedBlock[];
  roles: readonly RoleNode[];
  journeys: readonly Journey[];
  /** Every published version, with its steps. */
  versions: readonly VersionSteps[];
  /** Groups of earlier blocks. */
  groups: readonly Group[];
  /** The ledger of the previous snapshot of a group and journey. */
  ledgers: ReadonlyMap<string, Ledger>;
  /** What was last shown of a journey whatever its version, by the same key. */
  values: ReadonlyMap<string, JourneyFigures>;
  /** From when on something was asked that too few had answered to be shown. Default: from this block on. */
  carried?: CarriedOn | undefined;
  /** What was released of experiments up to the previous block. Default: nothing. */
  arms?: ArmLedgers | undefined;
}

/** What is carried on from earlier blocks. */
export interface CarriedOn {
  /** Where nothing was shown since. */
  usual: Carried;
  /** By `figureKey`, where something was. */
  own: ReadonlyMap<string, Carried>;
}

/** A group's own is of journey `""` and version 0. */
export const figureKey = (group: string, journey: string, version: number): string =>
  JSON.stringify([group, journey, version]);

export const ledgerKey = (group: string, journey: string): string => JSON.stringify([group, journey]);

/** A block's span as it is served. */
export function spanOf(block: ClosedBlock, calendar: Calendar): BlockSpan {
  return {
    from: calendar.mondayOf(block.fromWeek),
    to: calendar.mondayOf(block.toWeek),
    frozenAt: new Date(block.frozenAt).toISOString(),
  };
}

/** When the block after this one may be frozen. */
export function nextAt(block: Block, calendar: Calendar): string {
  return new Date(dueAt(blockAt(block.toWeek, 0), calendar)).toISOString();
}

/** People per leaf role: as the host says, else as many as were seen. */
function headcounts(roles: readonly RoleNode[], people: readonly PersonRow[]): Map<string, number> {
  return new Map(
    leavesOf(roles).map((leaf) => [leaf.id, leaf.headcount ?? people.filter((each) => each.role === leaf.id).length]),
  );
}

/** The host's own number for a group, or `null` where it does not say for every role in it. */
function configuredHeads(roles: readonly RoleNode[], group: Group): number | null {
  const counts = roles.filter((each) => group.leaves.includes(each.id)).map((each) => each.headcount);
  return counts.every((each) => each !== undefined) ? counts.reduce((sum, each) => sum + each, 0) : null;
}

/** What one kind of people, real or simulated, gives. The two never meet in a number. */
interface Audience {
  simulated: boolean;
  roles: readonly RoleNode[];
  /** Verified people seen up to the end of the block. */
  people: readonly PersonRow[];
  groups: readonly Group[];
  /** Real people were seen and none of them was verified. */
  unsigned: boolean;
}

function realPeople(job: FreezeJob, seen: readonly PersonRow[], unsigned: boolean): Audience {
  return {
    simulated: false,
    roles: job.roles,
    people: seen.filter((each) => each.verified === 1 && each.simulated === 0),
    groups: job.groups.filter((each) => !isSimulated(each)),
    unsigned,
  };
}

function simulatedPeople(job: FreezeJob, seen: readonly PersonRow[]): Audience {
  return {
    simulated: true,
    // The host's numbers are about real people.
    roles: job.roles.map(({ headcount: _, ...role }) => role),
    people: seen.filter((each) => each.verified === 1 && each.simulated === 1),
    groups: job.groups.filter(isSimulated),
    unsigned: false,
  };
}

function groupsOf(it: Audience, heads: ReadonlyMap<string, number>, block: number): Group[] {
  const fresh = partition(it.roles, heads, it.groups, block).slice(it.groups.length);
  return [...it.groups, ...(it.simulated ? fresh.map(asSimulated) : fresh)];
}

/** A group with its people. */
interface Crowd {
  audience: Audience;
  group: Group;
  members: ReadonlySet<string>;
  /** How many there are, known or said. */
  people: number;
  configured: number | null;
}

function crowdsOf(it: Audience, block: number): Crowd[] {
  const heads = headcounts(it.roles, it.people);
  return groupsOf(it, heads, block).map((group) => {
    const members = new Set(it.people.filter((each) => group.leaves.includes(each.role)).map((each) => each.person));
    const said = group.leaves.reduce((sum, leaf) => sum + (heads.get(leaf) ?? 0), 0);
    // Nobody who was seen may be missing from the whole, whatever the host's number says.
    const people = Math.max(members.size, said);
    return { audience: it, group, members, people, configured: configuredHeads(it.roles, group) };
  });
}

/** What is shown of one journey to one group. */
function snapshotOf(
  crowd: Crowd,
  subject: Subject,
  before: Ledger,
  rows: readonly Completion[],
  toWeek: number,
): Snapshot {
  const { audience, group, members, people, configured } = crowd;
  const base = { group: group.id, journey: subject.journey.id };
  if (audience.unsigned)
    return { ...base, picture: JSON.stringify(withheldPicture(subject, "unverified")), ledger: before };
  const steps = subject.journey.steps.map((step) => step.id);
  const counted = funnel(rows, steps, members, toWeek);
  const ledger = moveLedger(before, moveHeadcount(before.people, people, configured), steps, counted);
  return { ...base, picture: JSON.stringify(drawPicture(subject, ledger, audience.simulated)), ledger };
}

/** What a freeze knows of one journey. */
interface Asked {
  progress: readonly AttemptRow[];
  reach: readonly Reached[];
  sayings: readonly Saying[];
}

const askedOf = (rows: FreezeRows, journey: string): Asked => ({
  progress: rows.progressOf(journey),
  reach: rows.reachOf(journey),
  sayings: rows.sayingsOf(journey),
});

/** To whom the journey had come by a week: whoever did something in it has it, whatever was told of it. */
function reachedBy({ progress, reach, sayings }: Asked, toWeek: number): Set<string> {
  const came = reach.filter(
    ({ offeredWeek, startedWeek }) => Math.min(offeredWeek ?? toWeek, startedWeek ?? toWeek) < toWeek,
  );
  const did = progress.filter((row) => Math.min(row.beganWeek ?? toWeek, row.completedWeek ?? toWeek) < toWeek);
  const said = sayings.filter((each) => each.week < toWeek && isOfStep(each));
  return new Set([...came, ...did, ...said].map(({ person }) => person));
}

/** What the gap report is read from, version by version. */
function cellsOf(crowd: Crowd, versions: readonly VersionSteps[], asked: Asked, block: Block): FrozenCells[] {
  const { audience, group, members, people } = crowd;
  if (audience.unsigned) return [];
  const simulated = audience.simulated ? 1 : 0;
  const said = asked.sayings.filter((each) => each.simulated === simulated && isOfStep(each));
  const reached = reachedBy(asked, block.toWeek);
  return versions.flatMap((version): FrozenCells[] => {
    const attempts = asked.progress.filter((each) => each.version === version.version);
    const sayings = said.filter((each) => each.version === version.version);
    const { fromWeek, toWeek } = block;
    const found = versionCells({ version, attempts, sayings, members, people, reached, fromWeek, toWeek });
    if (found === null) return [];
    const { courses, ...content } = found;
    const about = { group: group.id, journey: version.journey, version: version.version };
    return [{ ...about, content: JSON.stringify(content), courses: JSON.stringify(courses) }];
  });
}

/** As figures ask: of people who were made up the head count is known. */
const counted = (crowd: Crowd): Crowd => ({
  ...crowd,
  configured: crowd.audience.simulated ? crowd.people : crowd.configured,
});

/** Real and simulated people never meet in a number. */
function ofAudience<T extends { simulated: 0 | 1 }>({ audience }: Crowd, rows: readonly T[]): T[] {
  return rows.filter(({ simulated }) => simulated === (audience.simulated ? 1 : 0));
}

/** The weeks in which each person began a session. */
function activeWeeks(sayings: readonly Saying[], toWeek: number): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { person, week, kind } of sayings)
    if (kind === "active" && week < toWeek) found.set(person, (found.get(person) ?? new Set()).add(week));
  return found;
}

/** The groups of this block and what is shown to each of every journey. Pure: the same input gives the same bytes. */
export function computeSnapshots(job: FreezeJob, rows: FreezeRows): Frozen {
  const block = job.blocks.at(-1);
  if (block === undefined)
    return { groups: [], snapshots: [], cells: [], figures: [], experiments: noExperiments, unsigned: false };
  const calendar = createCalendar(job.timeZone);
  const seen = rows.people.filter((each) => each.firstWeek < block.toWeek);
  const real = seen.filter((each) => each.simulated === 0);
  const unsigned = real.length > 0 && real.every((each) => each.verified === 0);
  const crowds = [realPeople(job, seen, unsigned), simulatedPeople(job, seen)].flatMap((each) =>
    crowdsOf(each, block.index),
  );
  const blocks = job.blocks.map((each) => spanOf(each, calendar));
  const next = nextAt(block, calendar);
  const cells: FrozenCells[] = [];
  const span = { ...block, end: calendar.startOf(block.toWeek, 0) };
  const ofAll = rows.sayingsOf("", block.toWeek - weeksAsked);
  const active = activeWeeks(ofAll, block.toWeek);
  const carriedOf = ({ group }: Crowd, journey: string, version: number): Carried | undefined =>
    job.carried?.own.get(figureKey(group.id, journey, version)) ?? job.carried?.usual;
  const figures = crowds
    .filter(({ audience }) => !audience.unsigned)
    .map((crowd) => figuresOfGroup(counted(crowd), ofAudience(crowd, ofAll), span, carriedOf(crowd, "", 0)));
  const snapshots = job.journeys.flatMap((journey) => {
    const asked = askedOf(rows, journey.id);
    const versions = job.versions.filter((each) => each.journey === journey.id);
    return crowds.map((crowd): Snapshot => {
      const { id, role, title } = crowd.group;
      const subject: Subject = { journey, role: { id: role, title }, blocks, nextAt: next };
      const simulated = crowd.audience.simulated ? 1 : 0;
      const own = asked.progress.filter((each) => each.simulated === simulated);
      const before = job.ledgers.get(ledgerKey(id, journey.id)) ?? emptyLedger;
      cells.push(...cellsOf(crowd, versions, { ...asked, progress: own }, block));
      if (!crowd.audience.unsigned) {
        const carried = (version: number): Carried | undefined => carriedOf(crowd, journey.id, version);
        const known = { journey, versions, active, carried };
        const told = { attempts: own, reach: asked.reach, sayings: ofAudience(crowd, asked.sayings) };
        const before = job.values.get(ledgerKey(id, journey.id)) ?? null;
        figures.push(...figuresOf(counted(crowd), { ...known, ...told, before }, span));
      }
      return snapshotOf(crowd, subject, before, own, block.toWeek);
    });
  });
  const trials = { versions: job.versions, before: job.arms ?? {}, toWeek: block.toWeek, calendar };
  const experiments = unsigned ? noExperiments : computeExperiments(trials, rows.sayingsOf);
  return { groups: crowds.map(({ group }) => group), snapshots, cells, figures, experiments, unsigned };
}
