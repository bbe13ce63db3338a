import { CollectorError } from "../errors.ts";

/** Runs jobs in groups: what arrived during the last commit shares the next one. */
export interface CommitQueue {
  /** Resolves with the job's result once its group is durable; fails with `cannot_keep` where the queue is full or closed. */
  run<T>(job: () => T): Promise<T>;
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
  work(): void;
  keep(): void;
  refuse(error: unknown): void;
}

// A job is one request of up to 500 events: more than this many waiting means that the disk does not keep up.
const maxWaiting = 1024;

/** Groups synchronous jobs over one transaction; there is no timer, so that a lone request never waits for company. */
export function createCommitQueue(transaction: Transaction): CommitQueue {
  let waiting: Waiting[] = [];
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

  function drain(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    try {
      commitGroup(group);
    } catch (error) {
      // No job is at fault when the transaction itself fails: all may come again. Refusing a settled job does nothing.
      for (const job of group) job.refuse(error);
    }
  }

  return {
    run<T>(job: () => T): Promise<T> {
      if (closed || waiting.length >= maxWaiting) return Promise.reject(new CollectorError("cannot_keep"));
      return new Promise<T>((resolve, reject) => {
        let result: { value: T } | null = null;
        waiting.push({
          work: () => {
            result = { value: job() };
          },
          keep: () => {
            if (result !== null) resolve(result.value);
          },
          refuse: reject,
        });
        if (!scheduled) setImmediate(drain);
        scheduled = true;
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
