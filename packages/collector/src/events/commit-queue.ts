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

  function commitGroup(group: readonly Waiting[]): void {
    transaction.begin();
    try {
      for (const each of group) each.work();
      transaction.commit();
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  function drain(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      commitGroup(group);
      for (const each of group) each.keep();
    } catch (error) {
      // One job may be at fault: alone, each gets its own verdict.
      if (group.length === 1) for (const each of group) each.refuse(error);
      else for (const each of group) alone(each);
    }
  }

  function alone(each: Waiting): void {
    try {
      commitGroup([each]);
      each.keep();
    } catch (error) {
      each.refuse(error);
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
