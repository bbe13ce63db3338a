import { attempt as tried } from "../ports/attempt.ts";
import type { Disk, Store } from "../ports/platform.ts";

/** The database's stores: a small map, and the events that wait to be delivered. */
const stores = ["kv", "queue"];

/**
 * How long a database may take to open: twice this. Where the machine stood still for seconds it is late, and has the
 * second half all the same.
 */
const patienceMs = 1000;

/**
 * Rejects also when nobody answers: an `open` waits without end while another tab upgrades, and a browser with a broken
 * profile never comes back.
 */
function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => {
      timer = setTimeout(reject, patienceMs);
    }, patienceMs);
    const request = indexedDB.open(name, 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of stores) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const { result } = request;
      // A newer Waymark in another tab must not wait for this one.
      result.onversionchange = () => result.close();
      resolve(result);
    };
    request.onerror = request.onblocked = reject;
  });
}

/** One database, one connection a page: opened at the first call, and again after a failure. */
export function openDisk(name: string): Disk {
  let opened: Promise<IDBDatabase> | undefined;
  return async (store, mode, act) => {
    let transaction: IDBTransaction;
    try {
      opened ??= open(name);
      transaction = (await opened).transaction(store, mode);
    } catch (error) {
      // The browser closes connections by itself: when site data is cleared, or under Safari for no reason.
      opened = undefined;
      throw error;
    }
    return new Promise((resolve, reject) => {
      // A full disk shows at the end only: a request that went well is no promise.
      transaction.onabort = reject;
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request?.result as never);
    });
  };
}

/**
 * Durable state in IndexedDB. From the first failure on (a private window, a full disk, a blocked upgrade) it stays in
 * memory, so that the person can go on and nothing waits.
 */
export function createIdbStore(disk: Disk): Store {
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
        () => disk("kv", "readonly", (objects) => objects.get(key)),
        () => memory.get(key) as T | undefined,
      ),
    update: <T>(key: string, change: (old: T | undefined) => T) =>
      attempt<void>(
        () =>
          disk("kv", "readwrite", (objects) => {
            const request = objects.get(key);
            request.onsuccess = () => {
              // Nothing of ours may reach the page's own error handlers.
              if (!tried(() => objects.put(change(request.result), key))) objects.transaction.abort();
            };
          }),
        () => void memory.set(key, change(memory.get(key) as T | undefined)),
      ),
  };
}
