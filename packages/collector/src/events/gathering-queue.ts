import { CollectorError } from "../errors.ts";

/** Groups jobs so that a distributed engine gets few large blocks. */
export interface GatheringQueue<J> {
  /** Resolves when the job's group is durable; fails with `cannot_keep` where the queue is full or closed. */
  run(job: J, events: number): Promise<void>;
  /** Resolves when everything queued so far is durable or refused. */
  settle(): Promise<void>;
  /** Writes what is queued and takes nothing more. */
  close(): Promise<void>;
}

export interface Gathering<J> {
  /** How long the first job of a group waits for company, ms. */
  lingerMs: number;
  /** A group of so many events does not wait. */
  enough: number;
  /** More than this are not put into one group. */
  most: number;
  /** More events than this may not wait. */
  mostWaiting: number;
  /** Makes a group durable; gives the reason of each job that is refused by itself. A rejection is about all. */
  write(jobs: readonly J[]): Promise<ReadonlyMap<J, unknown>>;
  /** Whether a failure may be one job's fault, so that each is tried by itself. */
  isFault(error: unknown): boolean;
}

interface Waiting<J> {
  job: J;
  events: number;
  keep(): void;
  refuse(error: unknown): void;
}

/** One group at a time: what arrives meanwhile is the next one. */
export function createGatheringQueue<J>(it: Gathering<J>): GatheringQueue<J> {
  let waiting: Waiting<J>[] = [];
  let count = 0;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  let hurried = false;
  let running: Promise<void> | null = null;

  async function writeGroup(group: readonly Waiting<J>[]): Promise<void> {
    try {
      const refused = await it.write(group.map(({ job }) => job));
      for (const each of group) {
        if (refused.has(each.job)) each.refuse(refused.get(each.job));
        else each.keep();
      }
    } catch (error) {
      if (group.length > 1 && it.isFault(error)) for (const each of group) await writeGroup([each]);
      else for (const each of group) each.refuse(error);
    }
  }

  function take(): Waiting<J>[] {
    let events = 0;
    const group = waiting.filter((each, index) => {
      events += each.events;
      return index === 0 || events <= it.most;
    });
    waiting = waiting.slice(group.length);
    count -= group.reduce((sum, each) => sum + each.events, 0);
    return group;
  }

  async function drain(): Promise<void> {
    do await writeGroup(take());
    while (waiting.length > 0 && (hurried || closed || count >= it.enough));
    running = null;
    consider();
  }

  function consider(): void {
    if (running !== null || waiting.length === 0) return;
    if (hurried || closed || count >= it.enough) {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      running = drain();
      return;
    }
    timer ??= setTimeout(() => {
      timer = null;
      if (running === null && waiting.length > 0) running = drain();
    }, it.lingerMs);
  }

  async function settle(): Promise<void> {
    hurried = true;
    try {
      for (consider(); running !== null; ) await running;
    } finally {
      hurried = false;
    }
  }

  return {
    run(job, events) {
      if (closed || count + events > it.mostWaiting) return Promise.reject(new CollectorError("cannot_keep"));
      return new Promise((resolve, reject) => {
        waiting.push({ job, events, keep: resolve, refuse: reject });
        count += events;
        consider();
      });
    },
    settle,
    async close() {
      closed = true;
      await settle();
    },
  };
}
