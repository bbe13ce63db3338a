/** Storage that is blocked or full costs nothing: what cannot be had is `null`. */
export function attempt<T>(call: () => T): T | null {
  try {
    return call();
  } catch {
    return null;
  }
}
