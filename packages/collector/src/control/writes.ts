/** How often this process has changed a control store: what was remembered from before a change is not true any more. */
let count = 0;

/** Called for every statement that changes something. */
export function noteControlWrite(): void {
  count += 1;
}

/**
 * Remembers answers for a moment: until this process changes a control store, and for at most a second, since another
 * process, the command line say, may change it too.
 *
 * @returns what is remembered under a key, else what `load` gives.
 */
export function remembering<T>(most = 1000): (key: string, load: () => Promise<T>) => Promise<T> {
  const lifeMs = 1000;
  const known = new Map<string, { value: T; until: number; count: number }>();
  return async (key, load) => {
    const entry = known.get(key);
    if (entry !== undefined && entry.count === count && entry.until > performance.now()) return entry.value;
    // Counted before it is read: a change in between makes the answer one of before.
    const before = count;
    const until = performance.now() + lifeMs;
    const value = await load();
    if (known.size >= most) known.clear();
    known.set(key, { value, until, count: before });
    return value;
  };
}
