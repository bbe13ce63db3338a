import { isBetter, type Noise, noiseOf, type Summary, summarise } from "./arithmetic.ts";

/** One line of the table: one figure for each subject, by its name. */
export interface Measure {
  /** Permanent: `start-up.boot`. */
  id: string;
  title: string;
  unit: string;
  better: "less" | "more";
  /** Figures round by round. A subject without samples could not be measured, `remarks` say why. */
  samples: Record<string, number[]>;
  /** By subject: what a reader must know of its figure. */
  remarks: Record<string, string>;
  /** A count that has no noise: told once. */
  exact?: boolean;
  /** Yes or no: told as such, and what was wrong only in the JSON and for Waymark. */
  words?: boolean;
  /** Subjects that do not do at all what is measured: doing nothing is cheap, and no merit here. */
  unfit?: string[];
  /** How far two visits of the empty page lie apart: less than that is no difference. */
  floor?: number;
  /** What a reader must know of the whole line. */
  note?: string;
}

/** How one subject stands in a measure against the best of the others. */
export interface Standing {
  first: boolean;
  /** The best of the others, by name; `null` where nobody else has a figure. */
  rival: string | null;
  noise: Noise;
}

export function createMeasure(id: string, title: string, unit: string, more: Partial<Measure> = {}): Measure {
  return { id, title, unit, better: "less", samples: {}, remarks: {}, ...more };
}

export function addSample(measure: Measure, subject: string, value: number): void {
  const samples = measure.samples[subject] ?? [];
  samples.push(value);
  measure.samples[subject] = samples;
}

/** Takes note of two visits of the empty page in one round. */
export function addFloor(measure: Measure, before: number, after: number): void {
  measure.floor = Math.max(measure.floor ?? 0, Math.abs(before - after));
}

export function summaries(measure: Measure): Map<string, Summary> {
  const measured = Object.entries(measure.samples).filter(([, samples]) => samples.length > 0);
  return new Map(measured.map(([name, samples]) => [name, summarise(samples)]));
}

/** Of those that do what is measured. */
function rated(measure: Measure): [name: string, summary: Summary][] {
  return [...summaries(measure)].filter(([name]) => !measure.unfit?.includes(name));
}

/** The names whose median is the best; several where they tie. */
export function bestOf(measure: Measure): string[] {
  const all = rated(measure);
  return all
    .filter(([, { median }]) => !all.some(([, other]) => isBetter(other.median, median, measure.better)))
    .map(([name]) => name);
}

/** Where a subject stands. `null` where it has no figure. A tie for the best place counts as first. */
export function standingOf(measure: Measure, subject: string): Standing | null {
  const all = summaries(measure);
  const own = all.get(subject);
  if (!own) return null;
  const [rival] = rated(measure)
    .filter(([name]) => name !== subject)
    .sort(([, a], [, b]) => (isBetter(a.median, b.median, measure.better) ? -1 : 1));
  const noise = measure.exact || !rival ? "exact" : noiseOf(own, rival[1], measure.floor);
  return { first: bestOf(measure).includes(subject), rival: rival?.[0] ?? null, noise };
}
