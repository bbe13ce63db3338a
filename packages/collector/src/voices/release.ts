import { randomBytes } from "node:crypto";
import type { Calendar } from "../blocks/calendar.ts";
import type { Activity } from "../events/activity.ts";
import type { World } from "../world.ts";
import type { KeyRing } from "./key-ring.ts";
import { closeWeek, countReasons } from "./publish.ts";
import type { VoiceBlock } from "./published.ts";
import { type VoiceGroup, weekName } from "./quarters.ts";
import type { ShownBlock, TakenReport, VoiceState } from "./state.ts";

/** Chance: an id says nothing. */
export const newId = (): string => randomBytes(16).toString("base64url");

const shownBlock = (block: string, week: number, heads: number, reports: readonly TakenReport[]): ShownBlock => ({
  ...{ block, week, heads, marks: reports.map(({ mark }) => mark).sort() },
  ...{ said: [], ratings: [], replies: [], rated: {}, replied: 0 },
});

type Atom = VoiceState["atoms"][number];

const groupOf = (ring: KeyRing, { quarter, group }: Atom): VoiceGroup | undefined =>
  ring.quarters.find((each) => each.quarter === quarter)?.groups.find(({ id }) => id === group);

/** How many were active on each atom's step since its last block, in the order of the atoms. */
export function activeOn(
  { events }: World,
  project: string,
  { atoms }: VoiceState,
  ring: KeyRing,
  to: number,
): Promise<number[]> {
  const asked = atoms.map((each): Activity => {
    const { journey, step, from } = each;
    return { journey, step: step === "" ? null : step, from, to, roles: groupOf(ring, each)?.leaves ?? [] };
  });
  return events.active(project, asked);
}

/** Closes a week for every atom: what may be shown becomes a block, the rest waits on. */
export function release(
  state: VoiceState,
  ring: KeyRing,
  counts: readonly number[],
  week: number,
  calendar: Calendar,
): VoiceBlock[] {
  const blocks: VoiceBlock[] = [];
  state.atoms = state.atoms.map((each, i) => {
    const group = groupOf(ring, each);
    if (group === undefined) return each;
    const active = counts[i] ?? 0;
    const { atom, release: made } = closeWeek(each, week, group.heads, active);
    if (made === null) return each;
    const id = newId();
    const { journey, step, quarter } = each;
    const span = { from: weekName(made.from, calendar), to: weekName(made.to, calendar) };
    const reasons = countReasons(made.reports.map(({ reason }) => reason));
    const faced = countReasons(
      made.reports.map(({ before }) => (before === null ? null : before ? "before" : "since")),
    );
    const whose = { group: group.id, title: group.title, roles: group.leaves };
    blocks.push({
      id,
      journey,
      step,
      ...whose,
      quarter,
      ...span,
      count: made.reports.length,
      reasons,
      faced,
      simulated: false,
    });
    state.shown.push(shownBlock(id, week, group.heads, made.reports));
    state.pool.push(...made.reports.filter(({ text }) => text !== "").map(({ text }) => ({ block: id, text })));
    return { ...each, ...atom, pending: [...atom.pending] };
  });
  return blocks;
}
