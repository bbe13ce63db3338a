import type { ArrivalsReport } from "@waymark/schema";
import type { StoredReject } from "./stored-event.ts";

/** What an adapter has to look up for the live page. */
export interface ArrivalCounts {
  types: { type: string; count: number; simulated: number; lastAt: number }[];
  /** `null` where the store cannot know. */
  duplicates: number | null;
  dropped: { reason: string; count: number }[];
  rejected: number;
  /** The latest first. */
  rejects: StoredReject[];
  /** Moments of arrival within the last {@link recentMinutes} minutes, with how many events each. */
  recent: { receivedAt: number; count: number }[];
}

export const recentMinutes = 30;
export const minuteMs = 60_000;

/** Arrivals are counted by the second. */
export function arrivalSecond(receivedAt: number): number {
  return Math.floor(receivedAt / 1000) * 1000;
}

/** Lays the counts out as the owner's page reads them. */
export function arrivalsReport(counts: ArrivalCounts, now: number): ArrivalsReport {
  const perMinute = new Array<number>(recentMinutes).fill(0);
  for (const each of counts.recent) {
    const index = recentMinutes - 1 - Math.floor((now - each.receivedAt) / minuteMs);
    if (index >= 0 && index < recentMinutes) perMinute[index] = (perMinute[index] ?? 0) + each.count;
  }
  const types = [...counts.types].sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
  const lastAt = Math.max(...types.map((each) => each.lastAt));
  return {
    received: types.reduce((sum, each) => sum + each.count, 0),
    simulated: types.reduce((sum, each) => sum + each.simulated, 0),
    rejected: counts.rejected,
    duplicates: counts.duplicates,
    dropped: Object.fromEntries(counts.dropped.map(({ reason, count }) => [reason, count])),
    lastAt: Number.isFinite(lastAt) ? new Date(lastAt).toISOString() : null,
    perMinute,
    byType: types.map(({ type, count, lastAt: at }) => ({ type, count, lastAt: new Date(at).toISOString() })),
    rejects: counts.rejects.map(({ at, code, path, message }) => ({
      at: new Date(at).toISOString(),
      code,
      path,
      message,
    })),
  };
}
