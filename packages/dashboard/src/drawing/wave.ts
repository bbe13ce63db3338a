/** Where the top of the ribbon lies at each station: crest, trough, crest. Pixels, repeated for longer journeys. */
const tops: readonly number[] = [34, 52, 32, 45, 36, 48];

export const startTop = 48;
export const endTop = 44;

export function topAt(station: number): number {
  return tops[station % tops.length] ?? startTop;
}

const r1 = (n: number): number => Math.round(n * 10) / 10;

/** A band of one width between two points with level ends, so that bands join without a kink. */
export function band(from: { x: number; y: number }, to: { x: number; y: number }, width: number): string {
  const mid = r1((from.x + to.x) / 2);
  const [x0, y0, x1, y1, w] = [r1(from.x), r1(from.y), r1(to.x), r1(to.y), width];
  return `M${x0} ${y0}C${mid} ${y0} ${mid} ${y1} ${x1} ${y1}V${r1(y1 + w)}C${mid} ${r1(y1 + w)} ${mid} ${r1(y0 + w)} ${x0} ${r1(y0 + w)}Z`;
}

/** The thin line of what is not there yet. */
export function thread(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const mid = r1((from.x + to.x) / 2);
  return `M${r1(from.x)} ${r1(from.y)}C${mid} ${r1(from.y)} ${mid} ${r1(to.y)} ${r1(to.x)} ${r1(to.y)}`;
}

/** Those who stay: they leave the ribbon at its lower edge right of the station and bend down to a short bar. */
export function bend(x: number, top: number, width: number, drop: number): string {
  const inner = r1(x + 22);
  const outer = r1(x + 22 + width);
  const bottom = top + width;
  const end = r1(bottom + drop);
  const turn = r1(top + 20);
  return `M${r1(x - 26)} ${r1(top)}H${r1(x + 6)}C${outer} ${r1(top)} ${outer} ${turn} ${outer} ${end}H${inner}C${inner} ${r1(bottom + 8)} ${r1(x + 16)} ${r1(bottom)} ${r1(x - 6)} ${r1(bottom)}H${r1(x - 26)}Z`;
}
