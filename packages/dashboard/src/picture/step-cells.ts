import type { JourneyPicture, PictureStep, Withheld } from "@waymark/schema";
import { shareFace, timeFace } from "../drawing/face.ts";
import { type IntervalBox, intervalBox } from "../drawing/interval-box.ts";
import { amountWithUnit, shareInterval, timeInterval } from "../text/amounts.ts";
import { words } from "../words.ts";
import type { TimeAxis } from "./evidence.ts";

/** One cell of the table, ready to be written: the number, what it rests on, and its plot with a sentence. */
export type StepCell =
  | { kind: "number"; value: string; note: string; plot: IntervalBox | null; sentence: string }
  | { kind: "at_least"; value: string; note: string; share: number; sentence: string }
  | { kind: Withheld };

/** A share on the scale 0 to 100. */
export function throughCell(step: PictureStep, picture: JourneyPicture, width: number): StepCell {
  const face = shareFace(step.through, picture.reason);
  if (face.kind === "at_least") {
    return {
      kind: "at_least",
      value: words.through.atLeast(face.through),
      note: words.through.of(face.of),
      share: face.through / face.of,
      sentence: words.through.plotAtLeast(face.through, face.of),
    };
  }
  if (face.kind !== "exact") return { kind: face.kind };
  const { interval } = face;
  const note = interval === null ? words.time.noInterval : shareInterval(interval);
  return {
    kind: "number",
    value: words.through.value(face.through, face.of),
    note,
    plot: interval === null ? null : intervalBox({ value: face.value, interval, tick: null, end: 1, width }),
    sentence: words.through.plot(face.through, face.of, interval === null ? note : words.interval90(note)),
  };
}

/** A median on the axis that all stations share, with a tick where the plan stands. */
export function timeCell(step: PictureStep, picture: JourneyPicture, axis: TimeAxis | null, width: number): StepCell {
  const face = timeFace(step.time, picture.reason);
  if (face.kind !== "exact") return { kind: face.kind };
  if (axis === null) return { kind: "too_few" };
  const value = amountWithUnit(face.medianMs, axis.format);
  const interval = face.intervalMs === null ? words.time.noInterval : timeInterval(face.intervalMs, axis.format);
  const sentence = words.time.plot(value, face.intervalMs === null ? interval : words.interval90(interval));
  const planned = step.plannedMs === null ? "" : `, ${words.time.planned(amountWithUnit(step.plannedMs, axis.format))}`;
  const plot = { value: face.medianMs, interval: face.intervalMs, tick: step.plannedMs, end: axis.endMs, width };
  return {
    kind: "number",
    value,
    note: words.time.n(interval, face.people),
    plot: face.intervalMs === null ? null : intervalBox(plot),
    sentence: `${sentence}${planned}`,
  };
}
