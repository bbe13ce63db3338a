import type { Storage } from "@waymark/sdk/extend";

/** Keeps state as long as the test lasts, as copies and one change after the other. Passes `storageContract`. */
export function createMemoryStorage(): Storage {
  const values = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => structuredClone(values.get(key)) as T | undefined,
    update: async <T>(key: string, change: (old: T | undefined) => T) => {
      values.set(key, structuredClone(change(structuredClone(values.get(key)) as T | undefined)));
    },
  };
}
