import type { Rows } from "../events/gather-rows.ts";
import type { VoiceGroup } from "./quarters.ts";

interface Weeks {
  from: number;
  to: number;
}

const isIn = (week: number | null, { from, to }: Weeks): boolean => week !== null && week >= from && week <= to;

/** How many verified people of a group did something on a step within some weeks; `""` is the brief: on the journey at all. */
export function activeOn(rows: Rows, group: VoiceGroup, journey: string, step: string, weeks: Weeks): number {
  const counts = (each: { verified: 0 | 1; simulated: 0 | 1 }): boolean => each.verified === 1 && each.simulated === 0;
  const members = new Set(
    rows.people.filter((each) => counts(each) && group.leaves.includes(each.role)).map(({ person }) => person),
  );
  const active = new Set<string>();
  for (const row of rows.progress)
    if (counts(row) && row.journey === journey && (step === "" || row.step === step))
      if (isIn(row.beganWeek, weeks) || isIn(row.completedWeek, weeks)) active.add(row.person);
  if (step === "")
    for (const row of rows.reach)
      if (counts(row) && row.journey === journey)
        if (isIn(row.offeredWeek, weeks) || isIn(row.startedWeek, weeks)) active.add(row.person);
  return [...active].filter((person) => members.has(person)).length;
}
