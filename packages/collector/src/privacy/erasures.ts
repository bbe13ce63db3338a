import { emptyLog } from "../control/empty-log.ts";
import { eraseNeighbour } from "../control/handoffs.ts";
import {
  findSuppression,
  liftSuppression,
  type Suppression,
  suppress,
  suppressedIn,
  suppressedSince,
} from "../control/suppressed.ts";
import type { ControlDb } from "../control/tables.ts";
import { remembering } from "../control/writes.ts";
import type { EventStore } from "../events/event-store.ts";

/** Erases people, and knows whose events are refused. */
export interface Erasures {
  /** What is written about a person, `null` where they were never erased. */
  of(project: string, person: string): Promise<Suppression | null>;
  /** The same with what is being erased right now: asked without a pause before events are handed to the store. */
  atLeast(project: string, person: string, known: Suppression | null): Suppression | null;
  /** Erases people from both stores and refuses what comes later; gives how many events went. */
  erase(project: string, people: readonly string[], now: number): Promise<number>;
  /** Lets people in again; gives whether any of them had been erased. */
  readmit(project: string, people: readonly string[], now: number): Promise<boolean>;
  /** Erases again who was erased since a moment and is still refused: what another collector took in that very second goes too. */
  again(since: number): Promise<void>;
}

interface Stores {
  control: ControlDb;
  events: EventStore;
}

/** Longer than any delivery stands between reading the control store and its place in the queue. */
const readingMs = 60_000;

/** So many erased people of a project are remembered at once; of more, each is asked for. */
const fewAre = 1000;

const keyOf = (project: string, person: string): string => JSON.stringify([project, person]);

/** Makes the erasures of one collector. */
export function createErasures({ control, events }: Stores): Erasures {
  // A delivery that read the store before the line was written must not slip in behind the erasure.
  const erasing = new Map<string, Suppression>();
  // Asked for with every delivery; what another collector erases in this second is erased again by `again`.
  const remembered = remembering<Suppression | null>(10_000);
  const rememberedAll = remembering<ReadonlyMap<string, Suppression> | null>();

  async function of(project: string, person: string): Promise<Suppression | null> {
    const all = await rememberedAll(project, () => suppressedIn(control, project, fewAre));
    if (all !== null) return all.get(person) ?? null;
    return remembered(keyOf(project, person), () => findSuppression(control, project, person));
  }

  async function remove(project: string, people: readonly string[]): Promise<number> {
    const count = await events.erase(project, people);
    for (const person of people) await eraseNeighbour(control, project, person);
    await emptyLog(control);
    return count;
  }

  return {
    of,
    atLeast: (project, person, known) => known ?? erasing.get(keyOf(project, person)) ?? null,
    async erase(project, people, now) {
      // Written first: a collector that ends in the middle refuses all the same, and erases the rest when it tidies.
      await suppress(control, project, people, now);
      for (const person of people) erasing.set(keyOf(project, person), { person, erasedAt: now, liftedAt: null });
      await events.settle();
      const count = await remove(project, people);
      setTimeout(() => {
        for (const person of people) erasing.delete(keyOf(project, person));
      }, readingMs).unref();
      return count;
    },
    async readmit(project, people, now) {
      const known = await Promise.all(people.map((person) => findSuppression(control, project, person)));
      for (const each of known) {
        if (each === null || each.liftedAt !== null) continue;
        // What another collector took in the moment of the erasure goes now: from here on nothing of theirs may go any more.
        await remove(project, [each.person]);
        await liftSuppression(control, project, each.person, now);
      }
      return known.some((each) => each !== null);
    },
    async again(since) {
      for (const { project, person } of await suppressedSince(control, since)) {
        // Asked for each in its turn, since many take a while: whoever was let in again keeps what came since.
        const now = await findSuppression(control, project, person);
        if (now?.liftedAt === null) await remove(project, [person]);
      }
    },
  };
}
