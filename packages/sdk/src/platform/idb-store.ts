import { createStore, get, setMany, type UseStore, update } from "idb-keyval";
import type { QueueWriter, Store } from "../ports/platform.ts";

/** How long a database may take to open. */
const patienceMs = 2000;

/**
 * Opens a database at the first call, so that importing does nothing. Rejects when nobody answers: an `open` waits without
 * end while another tab upgrades, and a browser with a broken profile never comes back.
 */
export function openLazily(name: string): UseStore {
  let opened: UseStore | undefined;
  return (mode, call) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(reject, patienceMs);
      opened ??= createStore(name, "kv");
      opened(mode, (objects) => {
        clearTimeout(timer);
        return call(objects);
      }).then(resolve, reject);
    });
}

/**
 * Durable state in IndexedDB. From the first failure on (a private window, a full disk, a blocked upgrade) it stays in
 * memory, so that the person can go on and nothing waits.
 */
export function createIdbStore(name: string): Store {
  const open = openLazily(name);
  const memory = new Map<string, unknown>();
  let broken = false;
  const attempt = async <T>(durable: () => Promise<T>, spare: () => T): Promise<T> => {
    if (!broken) {
      try {
        return await durable();
      } catch {
        broken = true;
      }
    }
    return spare();
  };
  return {
    get: <T>(key: string) =>
      attempt<T | undefined>(
        () => get(key, open),
        () => memory.get(key) as T | undefined,
      ),
    update: <T>(key: string, change: (old: T | undefined) => T) =>
      attempt<void>(
        () => update(key, change, open),
        () => void memory.set(key, change(memory.get(key) as T | undefined)),
      ),
  };
}

/** The writing end of a person's queue; `telemetry/queue.ts` reads it. */
export function createIdbQueue(name: string): QueueWriter {
  const open = openLazily(name);
  return { add: async (entries) => setMany([...entries] as [string, unknown][], open) };
}
