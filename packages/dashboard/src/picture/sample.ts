import type { CellShare, CellTime, JourneyPicture, PictureStep, Withheld } from "@waymark/schema";

/** Builders for tests: one meaningful difference each. */
export const minute = 60_000;

export function share(through: number, of: number, interval: [number, number] | null = [0.4, 0.9]): CellShare {
  return { value: through / of, interval, through, of, atLeast: false, reason: null };
}

export function floor(through: number, of: number): CellShare {
  return { value: null, interval: null, through, of, atLeast: true, reason: null };
}

export function noShare(reason: Withheld | null): CellShare {
  return { value: null, interval: null, through: null, of: null, atLeast: false, reason };
}

export function time(minutes: number, interval: [number, number | null] | null, people = 20): CellTime {
  const [low, high] = interval ?? [0, 0];
  const intervalMs: CellTime["intervalMs"] =
    interval === null ? null : [low * minute, high === null ? null : high * minute];
  return { medianMs: minutes * minute, intervalMs, people, reason: null };
}

export function noTime(reason: Withheld | null): CellTime {
  return { medianMs: null, intervalMs: null, people: null, reason };
}

export function step(title: string, over: Partial<PictureStep> = {}): PictureStep {
  return { id: title, title, through: share(20, 30), time: time(5, [4, 6]), plannedMs: null, ...over };
}

export function picture(steps: PictureStep[], over: Partial<JourneyPicture> = {}): JourneyPicture {
  return {
    journey: { id: "first-deal", title: "Win your first deal", version: 4, destination: null },
    role: { id: "sales-rep", title: "Sales rep" },
    people: 30,
    simulated: false,
    blocks: [{ from: "2026-09-28", to: "2026-10-26", frozenAt: "2026-10-29T05:00:00Z" }],
    nextAt: "2026-12-17T05:00:00Z",
    reason: null,
    steps,
    ...over,
  };
}
