/** The latest moment that a progress document holds, Unix ms; 0 where it holds none. Attempts and lengths are far smaller. */
export function latestIn(progress: string): number {
  return Math.max(0, ...(progress.match(/\b\d{12,14}\b/g) ?? []).map(Number));
}
