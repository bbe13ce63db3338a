import type { JourneyPicture } from "@waymark/schema";
import { timeFace } from "../drawing/face.ts";
import { amount, amountWithUnit, axisEnd, type TimeFormat, timeFormat, timeInterval } from "../text/amounts.ts";
import { dayOf, windowOf } from "../text/dates.ts";
import { words } from "../words.ts";
import { findSlowest } from "./narrowest.ts";

/** One axis for the time of all stations: a unit, its precision and its end. */
export interface TimeAxis {
  format: TimeFormat;
  endMs: number;
}

/** The axis that holds every median, interval and plan of the row; `null` where no time is shown. */
export function timeAxis(picture: JourneyPicture): TimeAxis | null {
  const ends: number[] = [];
  const medians: number[] = [];
  for (const step of picture.steps) {
    const face = timeFace(step.time, picture.reason);
    if (face.kind !== "exact") continue;
    medians.push(face.medianMs);
    ends.push(face.medianMs, face.intervalMs?.[0] ?? 0, face.intervalMs?.[1] ?? 0, step.plannedMs ?? 0);
  }
  if (medians.length === 0) return null;
  const longest = Math.max(...ends);
  const format = timeFormat(longest, Math.min(...medians));
  return { format, endMs: axisEnd(longest, format.unit) };
}

/** `minutes, 0 to 60`. */
export function axisWords(axis: TimeAxis | null): string {
  if (axis === null) return words.time.noRange;
  return words.time.range(words.unitNames[axis.format.unit], amount(axis.endMs, { ...axis.format, digits: 0 }));
}

/** What the hollow marks stand for. */
export function comparedWith({ journey, blocks }: JourneyPicture): string {
  const span = windowOf(blocks, true) ?? "";
  return words.compare.sentence(journey.version === null ? span : words.compare.period(span, journey.version));
}

/** The line under the title: which group, which weeks, what is slow against its plan, when the next numbers come. */
export function evidence(picture: JourneyPicture, timeZone: string): string {
  const lines: string[] = [];
  const slow = findSlowest(picture);
  const axis = timeAxis(picture);
  if (slow !== null && axis !== null) {
    const face = timeFace(slow.time, picture.reason);
    if (face.kind === "exact" && face.intervalMs !== null && slow.plannedMs !== null) {
      const interval = timeInterval(face.intervalMs, axis.format);
      const planned = amount(slow.plannedMs, axis.format);
      lines.push(words.evidence.slow(slow.title, amountWithUnit(face.medianMs, axis.format), interval, planned));
    }
  }
  lines.push(words.evidence.group(picture.role.title, picture.people));
  const closed = windowOf(picture.blocks);
  if (closed !== null) lines.push(words.evidence.weeks(closed));
  const saysDateItself = picture.blocks.length === 0;
  if (picture.nextAt !== null && !saysDateItself) lines.push(words.evidence.next(dayOf(picture.nextAt, timeZone)));
  return lines.join(" ");
}
