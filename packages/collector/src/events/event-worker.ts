// The thread that owns the event database: one that writes, one that reads beside it. Started by `worker-line.ts`.
import { setPriority } from "node:os";
import type { DatabaseSync } from "node:sqlite";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { CollectorError } from "../errors.ts";
import { computeSnapshots } from "../freezing/compute-snapshots.ts";
import type { Derived, EventStore, Known, Write } from "./event-store.ts";
import { unpackEvents } from "./parcel.ts";
import { personRows } from "./person-row.ts";
import { progressRows } from "./progress-row.ts";
import { reachRows } from "./reach-row.ts";
import { sayingRows } from "./saying-row.ts";
import { openEventDatabase, sqliteEventStoreOver } from "./sqlite-event-store.ts";
import { freezeRowsIn, type Reads, sqliteReads } from "./sqlite-reads.ts";
import { openEventsForReading } from "./sqlite-schema.ts";
import { statements } from "./sqlite-statements.ts";
import type { StoredEvent } from "./stored-event.ts";
import type { WorkerStart } from "./worker-words.ts";
import { type Answer, type Call, type Offer, type Question, received, sendable, type Word } from "./worker-words.ts";

const start = workerData as WorkerStart & { answers: MessagePort; bell: Int32Array };
/** Who is asked in the middle of a transaction answers at once, or its process is in trouble. */
const answerMs = 10_000;
const rowsPerPart = 2000;

const say = (word: Word): void => parentPort?.postMessage(word);

let serial = 0;

/** Asks the main thread and waits: the transaction is open meanwhile, and there is nothing else to do. */
function ask(id: number, question: Question): unknown {
  serial += 1;
  const wanted = serial;
  const before = Atomics.load(start.bell, 0);
  say({ id, question, serial: wanted });
  for (;;) {
    const got = receiveMessageOnPort(start.answers) as { message: Answer } | undefined;
    if (got?.message.serial === wanted) {
      if (got.message.error !== undefined) throw received(got.message.error);
      return got.message.value;
    }
    if (got === undefined && Atomics.wait(start.bell, 0, before, answerMs) === "timed-out")
      throw new CollectorError("cannot_keep");
  }
}

// The index by name: by itself SQLite goes through the whole project, with every delivery of a client without our SDK.
const offersSql = `SELECT journey, verified, offered FROM reach INDEXED BY reach_person
  WHERE project=? AND person=? AND offered IS NOT NULL`;

function unpack(call: Call & { method: "append" }, db: DatabaseSync): Write {
  const { project, parcels, rejects, dropped, settles, derives } = call.write;
  let unpacked: StoredEvent[] | null = null;
  const all = (): StoredEvent[] => (unpacked ??= parcels.flatMap(unpackEvents));
  const offers = (person: string): Offer[] => db.prepare(offersSql).all(project, person) as unknown as Offer[];
  const derive = (fresh: readonly StoredEvent[], known: Known): Derived => {
    if (fresh.length === 0) return { events: [], progress: [] };
    const people = [...new Set(fresh.map((event) => event.person))];
    return ask(call.id, {
      kind: "derive",
      fresh: fresh.map((event) => all().indexOf(event)),
      people: people.map((person) => ({ person, progress: known.progressOf(person), offers: offers(person) })),
    }) as Derived;
  };
  return {
    project,
    // Seldom asked for: most deliveries are new, and go to the file as they came.
    get events() {
      return all();
    },
    parcels,
    rejects,
    dropped,
    settles,
    derive: derives ? derive : undefined,
  };
}

type Work = (call: Call) => Promise<unknown>;

function writing(): Work {
  const db = openEventDatabase(start.path);
  // How much may wait is counted where it is handed in, before it is copied here.
  const store = sqliteEventStoreOver(db, { mostWaiting: Number.POSITIVE_INFINITY });
  return (call) => {
    if (call.method === "append") return store.append(unpack(call, db));
    if (call.method === "mergeProgress")
      return store.mergeProgress(
        call.project,
        call.person,
        (stored) => ask(call.id, { kind: "merge", stored }) as ReturnType<Parameters<EventStore["mergeProgress"]>[2]>,
      );
    if (call.method === "rebuild") return store.rebuild(call.project, (share) => say({ id: call.id, share }));
    if (call.method === "freeze") throw new CollectorError("cannot_keep");
    return (store[call.method] as (...args: readonly unknown[]) => Promise<unknown>)(...call.args);
  };
}

function reading(): Work {
  const db = openEventsForReading(start.path);
  const prepare = statements(db);
  const reads = sqliteReads(prepare);
  const sendRows = (id: number, project: string): void => {
    const kinds = { progress: progressRows, reach: reachRows, sayings: sayingRows, people: personRows };
    for (const [of, { table }] of Object.entries(kinds)) {
      let part: object[] = [];
      for (const row of prepare(`SELECT * FROM ${table} WHERE project=?`).iterate(project)) {
        part.push(row);
        if (part.length < rowsPerPart) continue;
        say({ id, part, of });
        part = [];
      }
      say({ id, part, of });
    }
  };
  return async (call) => {
    if (call.method === "append" || call.method === "mergeProgress" || call.method === "rebuild")
      throw new CollectorError("cannot_keep");
    if (call.method === "close") return db.close();
    if (call.method === "freeze") return computeSnapshots(call.job, freezeRowsIn(prepare, call.job.project));
    // Rows can be many: in parts, so that whoever receives them breathes in between.
    if (call.method === "rows") return sendRows(call.id, String(call.args[0]));
    return (reads[call.method as keyof Reads] as (...args: readonly unknown[]) => Promise<unknown>)(...call.args);
  };
}

/** A block from the rows of a ClickHouse. Its client is loaded here only: what writes to a file never pays for it. */
function freezingFromEngine(): Work {
  const opened = import("./clickhouse-freezing.ts").then(({ openEngineFreezing }) =>
    openEngineFreezing(start.path, { error: (note, facts) => say({ note, facts }) }),
  );
  return async (call) => {
    if (call.method === "freeze") return (await opened).freeze(call.job);
    if (call.method !== "close") throw new CollectorError("cannot_keep");
    const engine = await opened.catch(() => null);
    await engine?.close();
  };
}

/** Linux gives each thread a priority of its own; elsewhere it would be the whole process's. */
function giveWay(): void {
  if (process.platform === "linux") setPriority(10);
}

const works: Readonly<Record<WorkerStart["mode"], () => Work>> = {
  write: writing,
  read: reading,
  freeze: reading,
  engine: freezingFromEngine,
};

function open(): void {
  if (start.mode === "freeze" || start.mode === "engine") giveWay();
  const work = works[start.mode]();
  parentPort?.on("message", (call: Call) => {
    Promise.resolve()
      .then(() => work(call))
      .then(
        (value) => say({ id: call.id, value }),
        (error: unknown) => say({ id: call.id, error: sendable(error) }),
      )
      .then(() => {
        if (call.method === "close") parentPort?.close();
      });
  });
  say({ ready: true });
}

try {
  open();
} catch (error) {
  say({ failed: sendable(error) });
}
