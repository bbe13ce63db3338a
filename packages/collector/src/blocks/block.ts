import type { Calendar } from "./calendar.ts";

/** Weeks in a block. */
export const blockWeeks = 4;
/** A block may be frozen on the Thursday after its last week: three days for devices that were offline. */
const graceDays = 3;

/** A block by its weeks, half open. */
export interface Block {
  index: number;
  fromWeek: number;
  toWeek: number;
}

/** The block of a number, counted from the project's first week. */
export function blockAt(startWeek: number, index: number): Block {
  const fromWeek = startWeek + index * blockWeeks;
  return { index, fromWeek, toWeek: fromWeek + blockWeeks };
}

/** The moment (Unix ms) from which a block may be frozen. */
export function dueAt(block: Block, calendar: Calendar): number {
  return calendar.startOf(block.toWeek, graceDays);
}

/**
 * The week an event counts in: its own, but never one that is frozen, and never one that lies ahead of its arrival.
 *
 * @param openWeek - The first week that is not frozen, or `null` where nothing is frozen yet.
 */
export function countingWeek(at: number, receivedAt: number, openWeek: number | null, calendar: Calendar): number {
  const week = calendar.weekOf(Math.min(at, receivedAt));
  return openWeek === null ? week : Math.max(week, openWeek);
}
