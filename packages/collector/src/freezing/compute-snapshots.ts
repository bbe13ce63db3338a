import type { BlockSpan, Journey } from "@waymark/schema";
import { type Block, blockAt, dueAt } from "../blocks/block.ts";
import type { Calendar } from "../blocks/calendar.ts";
import { funnel } from "../blocks/funnel.ts";
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
import type { Snapshot } from "../control/snapshots.ts";
import type { Rows } from "../events/gather-rows.ts";
import type { PersonRow } from "../events/person-row.ts";
import type { ProgressRow } from "../events/progress-row.ts";

/** A block with the moment of its freezing. */
export interface ClosedBlock extends Block {
  frozenAt: number;
}

/** What a freeze produces. */
export interface Frozen {
  groups: Group[];
  snapshots: Snapshot[];
  /** Real people were seen and none of them was verified. */
  unsigned: boolean;
}

/** All that a block's snapshots are computed from. */
export interface FreezeInput {
  /** Earlier blocks and the one being frozen, oldest first. */
  blocks: readonly ClosedBlock[];
  roles: readonly RoleNode[];
  journeys: readonly Journey[];
  rows: Rows;
  /** Groups of earlier blocks. */
  groups: readonly Group[];
  /** The ledger of the previous snapshot of a group and journey. */
  ledgers: ReadonlyMap<string, Ledger>;
  calendar: Calendar;
}

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
  progress: readonly ProgressRow[];
  groups: readonly Group[];
}

function realPeople(input: FreezeInput, seen: readonly PersonRow[]): Audience {
  return {
    simulated: false,
    roles: input.roles,
    people: seen.filter((each) => each.verified === 1 && each.simulated === 0),
    progress: input.rows.progress.filter((each) => each.verified === 1 && each.simulated === 0),
    groups: input.groups.filter((each) => !isSimulated(each)),
  };
}

function simulatedPeople(input: FreezeInput, seen: readonly PersonRow[]): Audience {
  return {
    simulated: true,
    // The host's numbers are about real people.
    roles: input.roles.map(({ headcount: _, ...role }) => role),
    people: seen.filter((each) => each.verified === 1 && each.simulated === 1),
    progress: input.rows.progress.filter((each) => each.verified === 1 && each.simulated === 1),
    groups: input.groups.filter(isSimulated),
  };
}

function groupsOf(it: Audience, heads: ReadonlyMap<string, number>, block: number): Group[] {
  const fresh = partition(it.roles, heads, it.groups, block).slice(it.groups.length);
  return [...it.groups, ...(it.simulated ? fresh.map(asSimulated) : fresh)];
}

function freezeAudience(
  input: FreezeInput,
  it: Audience,
  block: ClosedBlock,
  unsigned: boolean,
): Omit<Frozen, "unsigned"> {
  const { blocks, calendar } = input;
  const heads = headcounts(it.roles, it.people);
  const groups = groupsOf(it, heads, block.index);
  const spans = blocks.map((each) => spanOf(each, calendar));
  const snapshots = groups.flatMap((group) => {
    const ids = new Set(it.people.filter((each) => group.leaves.includes(each.role)).map((each) => each.person));
    // Nobody who was seen may be missing from the whole, whatever the host's number says.
    const people = Math.max(
      ids.size,
      group.leaves.reduce((sum, leaf) => sum + (heads.get(leaf) ?? 0), 0),
    );
    const configured = configuredHeads(it.roles, group);
    return input.journeys.map((journey): Snapshot => {
      const role = { id: group.role, title: group.title };
      const subject: Subject = { journey, role, blocks: spans, nextAt: nextAt(block, calendar) };
      const before = input.ledgers.get(ledgerKey(group.id, journey.id)) ?? emptyLedger;
      const base = { group: group.id, journey: journey.id };
      if (unsigned) return { ...base, picture: JSON.stringify(withheldPicture(subject, "unverified")), ledger: before };
      const steps = journey.steps.map((step) => step.id);
      const rows = it.progress.filter((row) => row.journey === journey.id);
      const counted = funnel(rows, steps, ids, block.toWeek);
      const ledger = moveLedger(before, moveHeadcount(before.people, people, configured), steps, counted);
      return { ...base, picture: JSON.stringify(drawPicture(subject, ledger, it.simulated)), ledger };
    });
  });
  return { groups, snapshots };
}

/** The groups of this block and what is shown to each of every journey. Pure: the same input gives the same bytes. */
export function computeSnapshots(input: FreezeInput): Frozen {
  const block = input.blocks.at(-1);
  if (block === undefined) return { groups: [], snapshots: [], unsigned: false };
  const seen = input.rows.people.filter((each) => each.firstWeek < block.toWeek);
  const real = seen.filter((each) => each.simulated === 0);
  const unsigned = real.length > 0 && real.every((each) => each.verified === 0);
  const parts = [
    freezeAudience(input, realPeople(input, seen), block, unsigned),
    freezeAudience(input, simulatedPeople(input, seen), block, false),
  ];
  return {
    groups: parts.flatMap((each) => each.groups),
    snapshots: parts.flatMap((each) => each.snapshots),
    unsigned,
  };
}
