import { clear, createStore, del, delMany, get, setMany, type UseStore, update } from "idb-keyval";
import type { QueueStore, Store } from "../ports/platform.ts";

/** Durable state in IndexedDB. Opening waits for the first call, so that importing does nothing. */
export function createIdbStore(name: string): Store {
  let opened: UseStore | undefined;
  const open = (): UseStore => {
    opened ??= createStore(name, "kv");
    return opened;
  };
  return {
    get: async (key) => get(key, open()),
    update: async (key, change) => update(key, change, open()),
    remove: async (keys) => delMany([...keys], open()),
    clear: async () => clear(open()),
  };
}

/** A queue in IndexedDB. Ids are UUIDs of version 7, so key order is the order of time. */
export function createIdbQueue(name: string): QueueStore {
  let opened: UseStore | undefined;
  const open = (): UseStore => {
    opened ??= createStore(name, "queue");
    return opened;
  };
  return {
    add: async (entries) =>
      setMany(
        entries.map(([id, value]) => [id, value]),
        open(),
      ),
    peek: async <T>(limit: number) =>
      open()("readonly", (store) => {
        const request = store.getAll(null, limit);
        return new Promise<T[]>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }),
    remove: async (ids) => (ids.length === 1 && ids[0] !== undefined ? del(ids[0], open()) : delMany([...ids], open())),
    clear: async () => clear(open()),
  };
}
