import { CollectorError } from "../errors.ts";

/** Runs jobs in groups: what arrived during the last commit shares the next one. */
export interface CommitQueue {
  /**
   * Resolves with the job's result once its group is durable; fails with `cannot_keep` where the queue is full or closed.
   *
   * @param events - How much the job weighs in its group.
   */
  run<T>(job: () => T, events?: number): Promise<T>;
  /** Resolves when everything queued so far is durable. */
  settle(): Promise<void>;
  /** Commits what is queued and takes nothing more. */
  close(): void;
}

/** How a group becomes one transaction. */
export interface Transaction {
  begin(): void;
  commit(): void;
  rollback(): void;
}

interface Waiting {
  events: number;
  work(): void;
  keep(): void;
  refuse(error: unknown): void;
}

// A job is one request of up to 500 events: more than this many waiting means that the disk does not keep up.
const usuallyWaiting = 1024;
// A larger group saves nothing more and makes whoever came first wait longer.
const eventsPerGroup = 2000;

/** Takes from the front what makes a group. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  let events = 0;
  let count = 0;
  for (const job of waiting) {
    if (count > 0 && events + job.events > eventsPerGroup) break;
    events += job.events;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Groups synchronous jobs over one transaction; there is no timer, so that a lone request never waits for company. */
export function createCommitQueue(transaction: Transaction, mostWaiting: number = usuallyWaiting): CommitQueue {
  const waiting: Waiting[] = [];
  let scheduled = false;
  let closed = false;

  /** Runs the jobs of a group; gives the one that failed with its reason, or `null` when all went well. */
  function workAll(group: readonly Waiting[]): { job: Waiting; error: unknown } | null {
    for (const job of group) {
      try {
        job.work();
      } catch (error) {
        return { job, error };
      }
    }
    return null;
  }

  /** Commits a group as one. A job that fails is taken out and the others run again without it. */
  function commitGroup(group: readonly Waiting[]): void {
    let rest = group;
    while (rest.length > 0) {
      transaction.begin();
      const failed = workAll(rest);
      if (failed === null) {
        try {
          transaction.commit();
        } catch (error) {
          transaction.rollback();
          throw error;
        }
        for (const job of rest) job.keep();
        return;
      }
      transaction.rollback();
      failed.job.refuse(failed.error);
      rest = rest.filter((job) => job !== failed.job);
    }
  }

  function commitNext(): void {
    const group = nextGroup(waiting);
    try {
      commitGroup(group);
    } catch (error) {
      // No job is at fault when the transaction itself fails: all may come again. Refusing a settled job does nothing.
      for (const job of group) job.refuse(error);
    }
  }

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    // One group a turn: answers leave, and what arrived meanwhile is read, before the next.
    setImmediate(() => {
      scheduled = false;
      commitNext();
      schedule();
    });
  }

  function drain(): void {
    while (waiting.length > 0) commitNext();
  }

  return {
    run<T>(job: () => T, events = 1): Promise<T> {
      if (closed || waiting.length >= mostWaiting) return Promise.reject(new CollectorError("cannot_keep"));
      return new Promise<T>((resolve, reject) => {
        let result: { value: T } | null = null;
        waiting.push({
          events,
          work: () => {
            result = { value: job() };
          },
          keep: () => {
            if (result !== null) resolve(result.value);
          },
          refuse: reject,
        });
        schedule();
      });
    },
    async settle(): Promise<void> {
      drain();
    },
    close(): void {
      drain();
      closed = true;
    },
  };
}
