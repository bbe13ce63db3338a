import type { Rows } from "./gather-rows.ts";

/** What somebody may have done: on a step of a journey, within some weeks, both ends included. */
export interface Activity {
  journey: string;
  /** `null`: anything of the journey, that it was offered or begun too. */
  step: string | null;
  from: number;
  to: number;
  /** Leaf roles; a person counts in the first role they were seen with. */
  roles: readonly string[];
}

const counts = (each: { verified: 0 | 1; simulated: 0 | 1 }): boolean => each.verified === 1 && each.simulated === 0;

/** How many verified people, none of them simulated, were seen in each role. */
export function headsIn({ people }: Rows): Record<string, number> {
  const heads = Object.groupBy(people.filter(counts), ({ role }) => role);
  return Object.fromEntries(Object.entries(heads).map(([role, own = []]) => [role, own.length]));
}

/** How many of them did something of an activity. What the adapters' own questions are held against. */
export function activeIn(rows: Rows, { journey, step, from, to, roles }: Activity): number {
  const isIn = (week: number | null): boolean => week !== null && week >= from && week <= to;
  const did = [
    ...rows.progress.filter(
      (row) => (step === null || row.step === step) && (isIn(row.beganWeek) || isIn(row.completedWeek)),
    ),
    ...rows.reach.filter((row) => step === null && (isIn(row.offeredWeek) || isIn(row.startedWeek))),
  ].filter((row) => counts(row) && row.journey === journey);
  const active = new Set(did.map(({ person }) => person));
  return rows.people.filter((each) => counts(each) && roles.includes(each.role) && active.has(each.person)).length;
}
