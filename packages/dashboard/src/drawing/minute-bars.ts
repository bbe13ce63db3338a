export interface MinuteBars {
  bars: { x: number; y: number; width: number; height: number }[];
  /** The top of the axis: a round number that holds the fullest minute. */
  top: number;
  total: number;
  most: number;
  /** Minutes without any event. */
  empty: number;
}

const gapPx = 2;
/** One event in a busy half hour still shows. */
const lowestPx = 2;

/** One bar a minute, oldest first, on a scale from 0. A minute without events has no bar. */
export function minuteBars(perMinute: readonly number[], width: number, height: number): MinuteBars {
  const most = Math.max(0, ...perMinute);
  const top = roundUp(most);
  const slot = perMinute.length === 0 ? 0 : width / perMinute.length;
  const bars = perMinute.flatMap((count, minute) => {
    if (count <= 0) return [];
    const tall = Math.max(lowestPx, (count / top) * height);
    return [
      {
        x: r1(minute * slot + gapPx / 2),
        y: r1(height - tall),
        width: r1(Math.max(1, slot - gapPx)),
        height: r1(tall),
      },
    ];
  });
  const total = perMinute.reduce((sum, count) => sum + count, 0);
  return { bars, top, total, most, empty: perMinute.filter((count) => count === 0).length };
}

const r1 = (n: number): number => Math.round(n * 10) / 10;

/** 1, 2 or 5 times a power of ten; at least 5, so that a single event does not fill the plot. */
function roundUp(n: number): number {
  if (n <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(n));
  return [1, 2, 5, 10].map((step) => step * power).find((candidate) => candidate >= n) ?? n;
}
