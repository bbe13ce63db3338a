/** How often this process has changed a control store: what was remembered from before a change is not true any more. */
let count = 0;

/** Called for every statement that changes something. */
export function noteControlWrite(): void {
  count += 1;
}

/**
 * Remembers answers for a moment: until this process changes a control store, and for at most a second, since another
 * process, the command line say, may change it too.
 */
export function remembering<T>(most = 1000): {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
} {
  const lifeMs = 1000;
  const known = new Map<string, { value: T; until: number; count: number }>();
  return {
    get(key) {
      const entry = known.get(key);
      return entry !== undefined && entry.count === count && entry.until > performance.now() ? entry.value : undefined;
    },
    set(key, value) {
      if (known.size >= most) known.clear();
      known.set(key, { value, until: performance.now() + lifeMs, count });
    },
  };
}
