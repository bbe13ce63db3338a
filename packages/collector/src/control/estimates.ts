import type { OwnEstimate } from "@waymark/schema";
import { placeKey } from "./expectations.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** What somebody believed. `who` is a member's id, or the sign-in itself where it is nobody's in particular. */
export interface KeptEstimate extends OwnEstimate {
  who: string;
}

/** Every estimate of a project, the earliest first. */
export async function allEstimates(db: ControlDb, project: string): Promise<KeptEstimate[]> {
  const rows = await db
    .selectFrom("estimates")
    .select(["who", "content"])
    .where("project", "=", project)
    .orderBy("at")
    .orderBy("who")
    .execute();
  return rows.map(({ who, content }) => ({ ...(JSON.parse(content) as OwnEstimate), who }));
}

/**
 * Keeps somebody's estimates, all or none.
 *
 * @returns the steps for which there is one already: then nothing was kept.
 */
export async function addEstimates(
  db: ControlDb,
  project: string,
  who: string,
  estimates: readonly OwnEstimate[],
): Promise<string[]> {
  return transact(db, async (tx) => {
    const given = new Set((await allEstimates(tx, project)).filter((each) => each.who === who).map(placeKey));
    const twice = estimates.filter((each) => given.has(placeKey(each)));
    if (twice.length > 0) return twice.map(({ step }) => step);
    for (const estimate of estimates) {
      const { journey, step, role, at } = estimate;
      await tx
        .insertInto("estimates")
        .values({ project, who, journey, step, role, at: Date.parse(at), content: JSON.stringify(estimate) })
        .execute();
    }
    return [];
  });
}

/** How the name of a sign-in that is nobody's in particular begins in `who`. */
export const unnamed = "sign-in ";

/**
 * What managers believe of each place, by {@link placeKey}: the mean over members. Where only sign-ins of nobody in
 * particular answered, the earliest: whoever signs in anew may have seen the result before.
 */
export function believedShares(estimates: readonly KeptEstimate[]): Map<string, number> {
  const byPlace = Map.groupBy(estimates, placeKey);
  return new Map(
    [...byPlace].map(([key, all]): [string, number] => {
      const members = all.filter(({ who }) => !who.startsWith(unnamed));
      const counted = members.length > 0 ? members : all.slice(0, 1);
      return [key, counted.reduce((sum, { share }) => sum + share, 0) / counted.length];
    }),
  );
}
