import type { Worker } from "node:worker_threads";
import type { Progress } from "@waymark/schema";
import { CollectorError } from "../errors.ts";
import type { Frozen } from "../freezing/compute-snapshots.ts";
import { type Derived, type EventStore, type Known, knowsAll, type Outcome, type Write } from "./event-store.ts";
import { packEvents } from "./parcel.ts";
import { passingLine } from "./passing-line.ts";
import type { StoredEvent } from "./stored-event.ts";
import { type Line, openLine } from "./worker-line.ts";
import type { PlainMethod, Question } from "./worker-words.ts";

/** How much may wait for its commit. What is beyond is refused with `cannot_keep` before memory grows. */
export interface QueueLimits {
  /** Default 50,000: about two seconds of writing. */
  events?: number | undefined;
  /** Default 64 MB. */
  bytes?: number | undefined;
}

export interface ThreadedEventStoreOptions {
  limits?: QueueLimits | undefined;
  /** Told when a thread has ended: it is started again. */
  onDown?: ((reason: string) => void) | undefined;
  /** Given the writing thread whenever it is started. */
  onUp?: ((worker: Worker) => void) | undefined;
}

const usualLimits = { events: 50_000, bytes: 64 * 1_048_576 };

interface Gate {
  /** Lets work in, or fails with `cannot_keep`; gives what is to be called when it is done. */
  enter(events: number, bytes: number): () => void;
}

function createGate(limits: QueueLimits): Gate {
  const most = { events: limits.events ?? usualLimits.events, bytes: limits.bytes ?? usualLimits.bytes };
  let waiting = 0;
  let held = 0;
  return {
    enter(events, bytes) {
      // What is alone may be larger than the limit: else it could never pass.
      if (waiting > 0 && (waiting + events > most.events || held + bytes > most.bytes))
        throw new CollectorError("cannot_keep");
      waiting += events;
      held += bytes;
      return () => {
        waiting -= events;
        held -= bytes;
      };
    },
  };
}

/** What the writing thread sent along, as `derive` asks for it. */
function knownOf(question: Question & { kind: "derive" }): Known {
  const of = (person: string) => question.people.find((each) => each.person === person);
  return {
    progressOf: (person) => of(person)?.progress ?? null,
    offeredAt: (person, verified, journey) =>
      of(person)?.offers.find((each) => each.journey === journey && each.verified === verified)?.offered ?? null,
  };
}

type Derive = NonNullable<Write["derive"]>;

function deriving(derive: Derive, events: readonly StoredEvent[]): (question: Question) => Derived {
  return (question) => {
    if (question.kind !== "derive") return { events: [], progress: [] };
    const fresh = question.fresh.map((index) => events[index]).filter((each): each is StoredEvent => !!each);
    return derive(fresh, knownOf(question));
  };
}

const sizeOf = (all: readonly { body: string; ids?: string }[]): number =>
  all.reduce((sum, { body, ids = "" }) => sum + body.length + ids.length, 0);

/** Async, so that a full gate is a failure like any other. What is handed over is held by nobody here afterwards. */
async function append(writer: Line, gate: Gate, write: Write): Promise<readonly Outcome[]> {
  return handOver(writer, gate, write);
}

function handOver(writer: Line, gate: Gate, write: Write): Promise<readonly Outcome[]> {
  const { project, events, rejects, dropped, settles, derive } = write;
  const parcels = packEvents(events);
  const leave = gate.enter(events.length + rejects.length, sizeOf(parcels) + sizeOf(rejects));
  const packed = { project, parcels, rejects, dropped, settles, derives: derive !== undefined };
  const answer = derive && deriving(derive, events);
  return writer.call({ method: "append", write: packed }, answer).finally(leave) as Promise<readonly Outcome[]>;
}

/**
 * Keeps events in a SQLite file through two threads: one writes, and takes what arrived during its last commit into the next;
 * one reads, so that a slow report never holds up what arrives. A third computes a block, and ends soon after. The calling thread does no I/O.
 *
 * @param path - Where the database file is or shall be.
 */
export function createThreadedEventStore(
  path: string,
  options: ThreadedEventStoreOptions = {},
): EventStore & Required<Pick<EventStore, "freeze">> & { opened: Promise<void> } {
  const onDown = options.onDown ?? ((): void => undefined);
  const writer = openLine({ path, mode: "write" }, { onDown, onUp: options.onUp });
  const gate = createGate(options.limits ?? {});
  let reader: Line | null = null;
  const asking =
    <M extends PlainMethod>(method: M, line: () => Line) =>
    (...args: Parameters<EventStore[M]>): ReturnType<EventStore[M]> =>
      line().call({ method, args }) as ReturnType<EventStore[M]>;
  const writing = <M extends PlainMethod>(method: M) => asking(method, () => writer);
  // Started by the first who asks: what only takes events in never pays for it.
  const reading = <M extends PlainMethod>(method: M) =>
    asking(method, () => (reader ??= openLine({ path, mode: "read" }, { onDown })));
  // A thread for this alone: it reads for seconds, once in four weeks, and nobody who asks for anything else waits for it.
  const freezing = passingLine(() => openLine({ path, mode: "freeze" }, { onDown }));
  return {
    capabilities: knowsAll,
    opened: writer.ready,
    append: (write) => append(writer, gate, write),
    mergeProgress: async (project, person, merge) => {
      const leave = gate.enter(1, 0);
      const merging = (question: Question): Progress | null =>
        question.kind === "merge" ? merge(question.stored) : null;
      return writer.call({ method: "mergeProgress", project, person }, merging).finally(leave) as Promise<Progress>;
    },
    progressOf: reading("progressOf"),
    rows: reading("rows"),
    heads: reading("heads"),
    targets: reading("targets"),
    active: reading("active"),
    freeze: (job) => freezing.run(async (line) => (await line.call({ method: "freeze", job })) as Frozen),
    firstWeek: reading("firstWeek"),
    events: reading("events"),
    arrivals: reading("arrivals"),
    rejects: reading("rejects"),
    reject: reading("reject"),
    rebuild: async (project, told) => void (await writer.call({ method: "rebuild", project }, undefined, told)),
    settle: writing("settle"),
    personOf: reading("personOf"),
    erase: writing("erase"),
    expire: writing("expire"),
    health: writing("health"),
    close: async () => {
      await freezing.close();
      await reader?.close();
      await writer.close();
    },
  };
}
