import { type Block, blockAt, dueAt } from "../blocks/block.ts";
import { createCalendar } from "../blocks/calendar.ts";
import type { Ledger } from "../blocks/picture.ts";
import { armsUntil } from "../control/experiments.ts";
import { frozenFigures } from "../control/figures.ts";
import { handedOver } from "../control/handed-over.ts";
import { publishedJourneys, publishedSteps } from "../control/journeys.ts";
import { getProject, listProjects, type Project } from "../control/projects.ts";
import { frozenBlocks, frozenGroups, frozenUntil, latestSnapshot, writeBlock } from "../control/snapshots.ts";
import type { ControlDb } from "../control/tables.ts";
import { remembering } from "../control/writes.ts";
import type { EventStore } from "../events/event-store.ts";
import type {
  Carried,
  FrozenFigures,
  GroupFigures,
  JourneyFigures,
  VersionFigures,
} from "../figures/frozen-figures.ts";
import { withHandoffs } from "../figures/handoff-waits.ts";
import {
  type CarriedOn,
  type ClosedBlock,
  computeSnapshots,
  type FreezeJob,
  type Frozen,
  figureKey,
  ledgerKey,
} from "./compute-snapshots.ts";
import { freezeRowsOf } from "./freeze-rows.ts";

/** Freezes blocks, one at a time, and knows which weeks are still open. */
export interface Freezer {
  /** The first week that is not frozen or being frozen; `null` where nothing is frozen. */
  openWeek(project: string): Promise<number | null>;
  /** The later of a week read before and one that is being frozen right now. */
  atLeast(project: string, week: number | null): number | null;
  /** Freezes all blocks of a project that are due, and gives how many. */
  freezeDue(project: string, now: number): Promise<number>;
  /** The same for all projects. */
  freezeAll(now: number): Promise<number>;
}

interface Store {
  control: ControlDb;
  events: EventStore;
}

/** The next block of a project if it is due, or `null`. */
async function dueBlock(store: Store, project: Project, now: number): Promise<ClosedBlock | null> {
  const last = (await frozenBlocks(store.control, project.id)).at(-1);
  const start = last?.toWeek ?? (await store.events.firstWeek(project.id));
  if (start === null) return null;
  const block = { ...blockAt(start, 0), index: (last?.index ?? -1) + 1, frozenAt: now };
  return dueAt(block, createCalendar(project.timeZone)) <= now ? block : null;
}

/** What the block before showed of journeys, whatever their version. */
function valuesOf(rows: readonly FrozenFigures[]): Map<string, JourneyFigures> {
  return new Map(
    rows
      .filter(({ journey, version }) => journey !== "" && version === 0)
      .map(({ group, journey, content }) => [ledgerKey(group, journey), JSON.parse(content) as JourneyFigures]),
  );
}

/** For how many blocks together what too few answered is carried on: a quarter, less a week. */
const blocksCarried = 3;

/** Whether a place showed anything of what is carried on where it is too little. */
function showedAnswers({ content, journey }: FrozenFigures): boolean {
  const { brief, trust } = JSON.parse(content) as Partial<VersionFigures & GroupFigures>;
  return journey === "" ? [trust?.mean, trust?.distrust].some((each) => each?.value != null) : brief != null;
}

/** From when on each place asks, given what the blocks before this one showed, the last first. */
function carriedInto(block: Block, earlier: readonly { block: Block; rows: readonly FrozenFigures[] }[]): CarriedOn {
  const own = new Map<string, Carried>();
  const spans = [block, ...earlier.map((each) => each.block)];
  for (const [age, { rows }] of earlier.entries())
    for (const row of rows.filter(showedAnswers)) {
      const key = figureKey(row.group, row.journey, row.version);
      const { fromWeek: since } = spans[age] ?? block;
      // The block after the last one that showed something; those before it are done with.
      if (!own.has(key)) own.set(key, { since, isLast: false });
    }
  const usual = { since: spans.at(-1)?.fromWeek ?? block.fromWeek, isLast: spans.length === blocksCarried };
  return { usual, own };
}

async function jobOf({ control }: Store, project: Project, block: ClosedBlock): Promise<FreezeJob> {
  const [before, groups, journeys, versions, arms] = await Promise.all([
    frozenBlocks(control, project.id),
    frozenGroups(control, project.id),
    publishedJourneys(control, project.id),
    publishedSteps(control, project.id),
    armsUntil(control, project.id, block.index),
  ]);
  const ledgers = new Map<string, Ledger>();
  for (const group of groups)
    for (const journey of journeys) {
      const snapshot = await latestSnapshot(control, project.id, group.id, journey.id);
      if (snapshot !== null) ledgers.set(ledgerKey(group.id, journey.id), snapshot.ledger);
    }
  const lately = before.toReversed().slice(0, blocksCarried - 1);
  const earlier = await Promise.all(
    lately.map(async (each) => ({ block: each, rows: await frozenFigures(control, project.id, each.index) })),
  );
  const { id, timeZone, roles } = project;
  return {
    project: id,
    timeZone,
    blocks: [...before, block],
    roles,
    journeys,
    versions,
    groups,
    ledgers,
    values: valuesOf(earlier[0]?.rows ?? []),
    carried: carriedInto(block, earlier),
    arms,
  };
}

/** Where the store has a thread for it nothing else waits; elsewhere the rows come here. */
async function compute({ events }: Store, job: FreezeJob): Promise<Frozen> {
  return events.freeze === undefined
    ? computeSnapshots(job, freezeRowsOf(await events.rows(job.project)))
    : events.freeze(job);
}

async function freezeOne(store: Store, project: Project, block: ClosedBlock): Promise<void> {
  const job = await jobOf(store, project, block);
  const { unsigned, ...frozen } = await compute(store, job);
  const calendar = createCalendar(project.timeZone);
  const span = { from: calendar.startOf(block.fromWeek, 0), to: calendar.startOf(block.toWeek, 0) };
  const handed = unsigned ? [] : await handedOver(store.control, project.id);
  const figures = withHandoffs(frozen.figures, handed, frozen.groups, job.journeys, span);
  await writeBlock(store.control, project.id, { ...block, unsigned }, { ...frozen, figures });
}

/** Makes the freezer of one collector. */
export function createFreezer(store: Store): Freezer {
  // Kept after the freeze: a delivery that read the store just before must not slip in.
  const closing = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  // Asked for with every delivery. This process's own freezing is known at once by `closing`.
  const remembered = remembering<number | null>();

  const atLeast = (project: string, week: number | null): number | null => {
    const shut = closing.get(project);
    return shut === undefined ? week : Math.max(shut, week ?? shut);
  };

  async function freezeProject(id: string, now: number): Promise<number> {
    const project = await getProject(store.control, id);
    let count = 0;
    for (;;) {
      const block = await dueBlock(store, project, now);
      if (block === null) return count;
      // Shut the weeks first, then wait for what was judged before: from here on nothing can enter the block.
      closing.set(id, block.toWeek);
      try {
        await store.events.settle();
        await freezeOne(store, project, block);
      } catch (error) {
        closing.delete(id);
        throw error;
      }
      count += 1;
    }
  }

  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    openWeek: async (project) => atLeast(project, await remembered(project, () => frozenUntil(store.control, project))),
    atLeast,
    freezeDue: (project, now) => oneAtATime(() => freezeProject(project, now)),
    freezeAll: (now) =>
      oneAtATime(async () => {
        let count = 0;
        for (const project of await listProjects(store.control)) count += await freezeProject(project.id, now);
        return count;
      }),
  };
}
