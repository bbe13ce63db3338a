import type { QueueStore, Store } from "../ports/platform.ts";

/** State for private windows and broken databases: it lives as long as the page. */
export function createMemoryStore(): Store & QueueStore {
  const map = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => map.get(key) as T | undefined,
    update: async <T>(key: string, change: (old: T | undefined) => T) => {
      map.set(key, change(map.get(key) as T | undefined));
    },
    add: async (entries) => {
      for (const [id, value] of entries) map.set(id, value);
    },
    peek: async <T>(limit: number) => [...map.values()].slice(0, limit) as T[],
    remove: async (keys) => {
      for (const key of keys) map.delete(key);
    },
    clear: async () => map.clear(),
  };
}

/**
 * Tries the durable store first; from the first failure on (a private window, a full disk, a blocked upgrade) stays in
 * memory, so that the person can go on and nothing waits.
 */
export function withFallback<T extends object>(durable: T, memory: T): T {
  let broken = false;
  const wrapped: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(durable) as [string, (...args: unknown[]) => Promise<unknown>][]) {
    const spare = (memory as Record<string, typeof method>)[name];
    wrapped[name] = async (...args: unknown[]) => {
      if (!broken) {
        try {
          return await method(...args);
        } catch {
          broken = true;
        }
      }
      return spare?.(...args);
    };
  }
  return wrapped as T;
}
