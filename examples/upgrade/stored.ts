import type { Page } from "playwright-core";

/** The write key under which devices were captured. */
export const capturedKey = "pk_captured";

/** Everything that a build of the guest has left on a device. */
export interface Stored {
  /** The build, as its package said. */
  version: string;
  /** When it was captured, Unix milliseconds: events that wait grow old. */
  at: number;
  /** Our stores have texts and numbers for keys. */
  database: { version: number; stores: Record<string, [key: string | number, value: unknown][]> };
  local: Record<string, string>;
}

/** Reads the device of a page. */
export function readStored(page: Page): Promise<Omit<Stored, "version" | "at">> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open("waymark"));
    const stores: Stored["database"]["stores"] = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      stores[name] = keys.map((key, at) => [key as string | number, values[at]]);
    }
    const { version } = database;
    database.close();
    return { database: { version, stores }, local: { ...localStorage } };
  });
}

/** Lays it on the device of a page that has no guest. */
export function layStored(page: Page, stored: Stored): Promise<void> {
  return page.evaluate(
    ({ database, local }) =>
      new Promise<void>((resolve, reject) => {
        for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
        const opening = indexedDB.open("waymark", database.version);
        opening.onupgradeneeded = () => {
          for (const name of Object.keys(database.stores)) opening.result.createObjectStore(name);
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = Object.keys(database.stores);
          const writing = opening.result.transaction(names, "readwrite");
          for (const name of names)
            for (const [key, value] of database.stores[name] ?? []) writing.objectStore(name).put(value, key);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    stored,
  );
}
