import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { CollectorError } from "../errors.ts";
import { type Call, type Question, received, sendable, type Word, type WorkerStart } from "./worker-words.ts";

// The built package has the worker beside its chunks, the sources beside this file.
const file = new URL(import.meta.url.endsWith(".ts") ? "./event-worker.ts" : "./event-worker.js", import.meta.url);
const restartMs = 1000;
const endMs = 10_000;

/** Whether the worker's file is where it belongs: a host that bundles the package leaves it behind. */
export function hasWorkerFile(): boolean {
  return existsSync(fileURLToPath(file));
}

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;

/** A call without its number. */
export type Request = WithoutId<Call>;

/** A line to a thread of the store. */
export interface Line {
  /** Resolves when the store is open for the first time; fails with the reason where it cannot be opened. */
  ready: Promise<void>;
  /**
   * Fails with `cannot_keep` while the thread is down. `answer` is what the thread may ask meanwhile, `told` hears how far
   * long work is.
   */
  call(request: Request, answer?: (question: Question) => unknown, told?: (share: number) => void): Promise<unknown>;
  /** Lets the thread finish what it has, and ends it. */
  close(): Promise<void>;
}

/** Who wants to know about the thread. */
export interface LineWatch {
  /** Told why the thread ended, for the log. */
  onDown(reason: string): void;
  onUp?: ((worker: Worker) => void) | undefined;
  /** Hears what the thread has for the log. */
  onNote?: ((message: string, facts: Readonly<Record<string, string | number>>) => void) | undefined;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  answer?: ((question: Question) => unknown) | undefined;
  told?: ((share: number) => void) | undefined;
  /** What came in parts, by name. */
  parts: Record<string, object[]> | null;
}

type Hearing = [answer?: Pending["answer"], told?: Pending["told"]];

interface Running {
  worker: Worker;
  answers: MessagePort;
  bell: Int32Array;
  ended: Promise<void>;
}

// What a delivery is unpacked into dies young: room for it spares most of the collector's rounds.
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

function startWorker(start: WorkerStart): Running {
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(file, {
    workerData: { ...start, answers: port2, bell },
    transferList: [port2],
    resourceLimits,
  });
  return { worker, answers: port1, bell, ended: new Promise((resolve) => worker.once("exit", () => resolve())) };
}

type Asked = Extract<Word, { question: Question }>;

function answerTo(running: Running, pending: Pending | undefined, word: Asked): void {
  const { answers, bell } = running;
  try {
    if (pending?.answer === undefined) throw new CollectorError("cannot_keep");
    answers.postMessage({ serial: word.serial, value: pending.answer(word.question) });
  } catch (error) {
    answers.postMessage({ serial: word.serial, error: sendable(error) });
  }
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}

function settle(pending: Pending, word: Word & { id: number }): void {
  if ("error" in word) pending.reject(received(word.error));
  else if ("value" in word) pending.resolve(pending.parts ?? word.value);
}

function takePart(pending: Pending, { of, part }: Extract<Word, { part: unknown }>): void {
  pending.parts ??= {};
  const known = pending.parts[of] ?? [];
  pending.parts[of] = known;
  for (const row of part) known.push(row);
}

/**
 * Starts a thread and keeps it running: where it dies, what it had is refused with `cannot_keep`, and it is started again
 * after a second, for ever.
 *
 */
export function openLine(start: WorkerStart, { onDown, onUp, onNote }: LineWatch): Line {
  const pending = new Map<number, Pending>();
  let running: Running | null = null;
  let closed = false;
  let nextId = 1;
  let timer: NodeJS.Timeout | null = null;
  const first = Promise.withResolvers<void>();
  // Whoever does not wait for it learns of a failure by the first call.
  first.promise.catch(() => undefined);

  function forget(id: number): void {
    pending.delete(id);
    // An idle collector keeps no process alive, one that owes an answer does.
    if (pending.size === 0) running?.worker.unref();
  }

  function hear(from: Running, word: Word): void {
    if ("ready" in word) {
      first.resolve();
      if (pending.size === 0) from.worker.unref();
    } else if ("failed" in word) {
      first.reject(received(word.failed));
      onDown(word.failed.message);
    } else if ("note" in word) onNote?.(word.note, word.facts);
    else if ("question" in word) answerTo(from, pending.get(word.id), word);
    else {
      const waiting = pending.get(word.id);
      if (waiting === undefined) return;
      if ("part" in word) {
        takePart(waiting, word);
        return;
      }
      if ("share" in word) {
        waiting.told?.(word.share);
        return;
      }
      forget(word.id);
      settle(waiting, word);
    }
  }

  function down(): void {
    running?.answers.close();
    running = null;
    first.reject(new CollectorError("cannot_keep"));
    for (const each of pending.values()) each.reject(new CollectorError("cannot_keep"));
    pending.clear();
    if (closed) return;
    onDown("it ended");
    timer = setTimeout(up, restartMs).unref();
  }

  function up(): void {
    timer = null;
    const mine = startWorker(start);
    running = mine;
    onUp?.(mine.worker);
    mine.worker.on("message", (word: Word) => hear(mine, word));
    mine.worker.on("error", (error: Error) => onDown(error.message));
    mine.worker.once("exit", down);
  }
  up();

  function call(request: Request, ...hearing: Hearing): Promise<unknown> {
    const to = running;
    if (closed || to === null) return Promise.reject(new CollectorError("cannot_keep"));
    return post(to, request, ...hearing);
  }

  function post(to: Running, request: Request, ...[answer, told]: Hearing): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = nextId++;
      if (pending.size === 0) to.worker.ref();
      pending.set(id, { resolve, reject, answer, told, parts: null });
      to.worker.postMessage({ ...request, id });
    });
  }

  return {
    ready: first.promise,
    call,
    async close() {
      if (closed) return;
      closed = true;
      if (timer !== null) clearTimeout(timer);
      const to = running;
      if (to === null) return;
      const late = setTimeout(() => void to.worker.terminate(), endMs);
      await post(to, { method: "close", args: [] }).catch(() => undefined);
      await to.ended;
      clearTimeout(late);
    },
  };
}
