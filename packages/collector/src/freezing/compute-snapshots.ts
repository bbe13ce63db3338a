import type { BlockSpan, Journey } from "@waymark/schema";
import { type Block, blockAt, dueAt } from "../blocks/block.ts";
import type { Calendar } from "../blocks/calendar.ts";
import { funnel } from "../blocks/funnel.ts";
import { type Group, leavesOf, partition, type RoleNode } from "../blocks/partition.ts";
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

/** A block with the moment of its freezing. */
export interface ClosedBlock extends Block {
  frozenAt: number;
}

/** What a freeze produces. */
export interface Frozen {
  groups: Group[];
  snapshots: Snapshot[];
  /** People were seen and none was verified. */
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

/** The groups of this block and what is shown to each of every journey. Pure: the same input gives the same bytes. */
export function computeSnapshots(input: FreezeInput): Frozen {
  const { blocks, roles, calendar } = input;
  const block = blocks.at(-1);
  if (block === undefined) return { groups: [], snapshots: [], unsigned: false };
  const seen = input.rows.people.filter((each) => each.firstWeek < block.toWeek);
  const verified = seen.filter((each) => each.verified === 1);
  const heads = headcounts(roles, verified);
  const groups = partition(roles, heads, input.groups, block.index);
  const unsigned = verified.length === 0 && seen.length > 0;
  const spans = blocks.map((each) => spanOf(each, calendar));
  const snapshots = groups.flatMap((group) => {
    const members = verified.filter((each) => group.leaves.includes(each.role));
    const ids = new Set(members.map((each) => each.person));
    // Nobody who was seen may be missing from the whole, whatever the host's number says.
    const people = Math.max(
      ids.size,
      group.leaves.reduce((sum, leaf) => sum + (heads.get(leaf) ?? 0), 0),
    );
    const configured = configuredHeads(roles, group);
    return input.journeys.map((journey): Snapshot => {
      const subject: Subject = {
        journey,
        role: { id: group.role, title: group.title },
        blocks: spans,
        nextAt: nextAt(block, calendar),
      };
      const before = input.ledgers.get(ledgerKey(group.id, journey.id)) ?? emptyLedger;
      const base = { group: group.id, journey: journey.id };
      if (unsigned) return { ...base, picture: JSON.stringify(withheldPicture(subject, "unverified")), ledger: before };
      const steps = journey.steps.map((step) => step.id);
      const rows = input.rows.progress.filter((row) => row.verified === 1 && row.journey === journey.id);
      const counted = funnel(rows, steps, ids, block.toWeek);
      const ledger = moveLedger(before, moveHeadcount(before.people, people, configured), steps, counted);
      const simulated = counted.simulated || members.some((each) => each.simulated === 1);
      return { ...base, picture: JSON.stringify(drawPicture(subject, ledger, simulated)), ledger };
    });
  });
  return { groups, snapshots, unsigned };
}
