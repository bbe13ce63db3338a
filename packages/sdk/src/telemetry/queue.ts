import { clear, delMany } from "idb-keyval";
import { openLazily } from "../platform/idb-store.ts";

/** The reading end of a person's queue. Ids are UUIDs of version 7: key order is the order of time. */
export interface Queue {
  /** The oldest first, at most `limit`. Rejects where storage is broken. */
  peek<T>(limit: number): Promise<T[]>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

/** Opens the queue that the boot chunk writes (`platform/idb-store.ts`): the same database and store. */
export function openQueue(name: string): Queue {
  const store = openLazily(`waymark-queue-${name}`);
  return {
    peek: async <T>(limit: number) =>
      store("readonly", (objects) => {
        const request = objects.getAll(null, limit);
        return new Promise<T[]>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }),
    remove: async (ids) => delMany([...ids], store),
    clear: async () => clear(store),
  };
}
