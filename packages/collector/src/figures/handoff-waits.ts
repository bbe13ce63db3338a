import { fewestForMedian, fewestPeople, timeUntil } from "@waymark/engine/metrics";
import type { Handoff, HandoffWait, Journey } from "@waymark/schema";
import { type Group, isSimulated } from "../blocks/partition.ts";
import { blurred, figureOf, noFigure } from "./figure.ts";
import type { FrozenFigures, VersionFigures } from "./frozen-figures.ts";

/** A hand-over with the codes of its two people. */
export interface HandedOver {
  handoff: Handoff;
  offerer: string;
  taker: string | null;
}

/** A block in moments, Unix ms, half open. */
export interface Moments {
  from: number;
  to: number;
}

// No code of a real person begins like this.
const mark = "~";
/** The code of somebody who was made up. */
export const madeUp = (name: string): string => `${mark}${name}`;
const isMadeUp = ({ offerer }: HandedOver): boolean => offerer.startsWith(mark);

const orderOf = (stamp: { order?: number | undefined } | undefined): number | null => stamp?.order ?? null;

/** From the offer until somebody said yes or asked back; who still waits, or took it back, waited at least so long. */
function waitOf({ handoff }: HandedOver, { to }: Moments): { time: number; happened: boolean } {
  const offered = orderOf(handoff.offered) ?? to;
  const answers = [orderOf(handoff.accepted), orderOf(handoff.returned)].filter((each) => each !== null);
  const answered = answers.length === 0 ? null : Math.min(...answers);
  if (answered !== null && answered < to) return { time: Math.max(0, answered - offered), happened: true };
  return { time: Math.max(0, Math.min(orderOf(handoff.withdrawn) ?? to, to) - offered), happened: false };
}

/** No person stands behind more than a third of a number. */
function isDominated(codes: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > codes.length / 3;
}

function figuresOf(step: string, to: string, all: readonly HandedOver[], span: Moments): HandoffWait {
  const offerers = all.map(({ offerer }) => offerer);
  const takers = all.flatMap(({ taker }) => taker ?? []);
  const few = noFigure("too_few");
  const people = new Set(offerers).size;
  const shown = all.length >= fewestForMedian && new Set(takers).size >= fewestPeople;
  if (!shown || isDominated(offerers) || isDominated(takers)) return { step, to, median: few, p80: few };
  const waits = all.map((each) => waitOf(each, span));
  const until = (share: number) => blurred(figureOf({ ...timeUntil(waits, share), people }, { of: 1000 }));
  return { step, to, median: until(0.5), p80: until(0.8) };
}

/** How long what a group handed over in a block waited, by journey; only what was offered in the block, so blocks are disjoint. */
export function handoffWaits(all: readonly HandedOver[], group: Group, journey: Journey, span: Moments): HandoffWait[] {
  const own = all.filter(({ handoff }) => {
    const offered = orderOf(handoff.offered);
    const isOf = handoff.journey === journey.id && group.leaves.includes(handoff.from.role);
    return isOf && offered !== null && offered >= span.from && offered < span.to;
  });
  const pairs = Map.groupBy(own, ({ handoff }) => JSON.stringify([handoff.step, handoff.to.role]));
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, mine]) => {
      const [step, to] = JSON.parse(key) as [string, string];
      return figuresOf(step, to, mine, span);
    });
}

/** Adds what groups waited for to the figures of each journey's newest version. Made-up people and real ones never meet in a number. */
export function withHandoffs(
  figures: readonly FrozenFigures[],
  all: readonly HandedOver[],
  groups: readonly Group[],
  journeys: readonly Journey[],
  span: Moments,
): FrozenFigures[] {
  const found = new Map(figures.map((each) => [JSON.stringify([each.group, each.journey, each.version]), each]));
  for (const group of groups)
    for (const journey of journeys) {
      const own = all.filter((each) => isMadeUp(each) === isSimulated(group));
      const handoffs = handoffWaits(own, group, journey, span);
      if (handoffs.length === 0) continue;
      const place = { group: group.id, journey: journey.id, version: journey.version ?? 1 };
      const key = JSON.stringify([place.group, place.journey, place.version]);
      const nothing: VersionFigures = { brief: null, fields: [], waits: null };
      const before = found.get(key);
      const kept = before === undefined ? nothing : (JSON.parse(before.content) as VersionFigures);
      const waits = { steps: [], cover: noFigure("too_few"), ...kept.waits, handoffs };
      found.set(key, { ...place, content: JSON.stringify({ ...kept, waits }) });
    }
  return [...found.values()];
}
