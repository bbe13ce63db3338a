import type { BlockSpan, Journey, JourneyPicture, Withheld } from "@waymark/schema";
import type { Funnel } from "./funnel.ts";
import { floor, isShown, moveShare, nothingShown, type ShownShare, shareCell, withheldShare } from "./share-cell.ts";
import { moveTime, noTimeShown, type ShownTime, timeCell, withheldTime } from "./time-cell.ts";

/** What has been shown of one journey to one group so far: all that the next snapshot may build on. */
export interface Ledger {
  people: number;
  /** By the way that leads to a step (`a>b>c`): all that were ever shown are parts of one another. */
  ways: Record<string, { share: ShownShare; time: ShownTime }>;
}

/** Whether any number was ever shown. */
export function hasShown(ledger: Ledger): boolean {
  return Object.values(ledger.ways).some((way) => isShown(way.share));
}

export const emptyLedger: Ledger = { people: 0, ways: {} };

/**
 * Head counts grow by five or more where they come from behaviour; what the host configures is taken as it is.
 *
 * @param shown - As last shown; 0 where nothing was.
 * @param now - People in the group, as known now.
 * @param configured - The host's own number for the whole group, or `null`.
 */
export function moveHeadcount(shown: number, now: number, configured: number | null): number {
  if (shown === 0 || now - shown >= floor) return now;
  return Math.max(shown, configured ?? 0);
}

const waysTo = (steps: readonly string[]): string[] => steps.map((_, index) => steps.slice(0, index + 1).join(">"));

const isPartOf = (way: string, longer: string): boolean => way === longer || longer.startsWith(`${way}>`);

/**
 * Whether a way leads elsewhere than what was shown. Its people would overlap with those of the ways shown, and from the
 * two numbers and the whole a number of one to four people can be computed, even where no two of them are that close.
 */
function departs(ledger: Ledger, way: string): boolean {
  return Object.entries(ledger.ways).some(
    ([other, { share }]) => isShown(share) && !isPartOf(way, other) && !isPartOf(other, way),
  );
}

/** Moves the ledger of a group and journey by one block. */
export function moveLedger(ledger: Ledger, people: number, steps: readonly string[], funnel: Funnel): Ledger {
  const moved: Ledger = { people, ways: { ...ledger.ways } };
  let of = people;
  waysTo(steps).forEach((way, index) => {
    const before = ledger.ways[way] ?? { share: nothingShown, time: noTimeShown };
    const count = funnel.counts[index] ?? 0;
    const share = moveShare(before.share, of, departs(ledger, way) ? 0 : count);
    const time = moveTime(before.time, funnel.times[index] ?? [], share);
    moved.ways[way] = { share, time };
    of = isShown(share) ? share.through : 0;
  });
  return moved;
}

/** What a picture is about. */
export interface Subject {
  journey: Journey;
  role: { id: string; title: string };
  blocks: BlockSpan[];
  nextAt: string | null;
}

const head = ({ journey, role }: Subject): Pick<JourneyPicture, "journey" | "role"> => ({
  journey: {
    id: journey.id,
    title: journey.title,
    version: journey.version ?? null,
    destination: journey.destination ?? null,
  },
  role,
});

const plannedMs = (minutes: number | undefined): number | null => (minutes === undefined ? null : minutes * 60_000);

/** A picture without a number, and why. */
export function withheldPicture(subject: Subject, reason: Withheld): JourneyPicture {
  return {
    ...head(subject),
    people: null,
    simulated: false,
    blocks: subject.blocks,
    nextAt: subject.nextAt,
    reason,
    steps: subject.journey.steps.map((step) => ({
      id: step.id,
      title: step.title,
      through: withheldShare(reason),
      time: withheldTime(reason),
      plannedMs: plannedMs(step.minutes),
    })),
  };
}

/** The picture of a ledger. */
export function drawPicture(subject: Subject, ledger: Ledger, simulated: boolean): JourneyPicture {
  const ways = waysTo(subject.journey.steps.map((step) => step.id));
  return {
    ...head(subject),
    people: ledger.people,
    simulated,
    blocks: subject.blocks,
    nextAt: subject.nextAt,
    reason: null,
    steps: subject.journey.steps.map((step, index) => {
      const shown = ledger.ways[ways[index] ?? ""];
      const share = shown?.share ?? nothingShown;
      return {
        id: step.id,
        title: step.title,
        through: shareCell(share),
        time: timeCell(shown?.time ?? noTimeShown, share),
        plannedMs: plannedMs(step.minutes),
      };
    }),
  };
}
