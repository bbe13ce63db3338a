import type { TokenKeys } from "@waymark/schema";
import type { Calendar } from "../blocks/calendar.ts";
import type { World } from "../world.ts";
import { findQuarter, isOver, type Quarter } from "./quarters.ts";
import { tokenKeyId } from "./token.ts";

/** One key, and all that it says about a token it signed. */
export interface KnownKey {
  id: string;
  modulus: string;
  quarter: string;
  group: string;
  journey: string;
  step: string;
}

/** What opens and judges the envelopes of a week. */
export interface KeyRing {
  quarters: readonly Quarter[];
  keys: ReadonlyMap<string, KnownKey>;
  /** How many people were given a token under a key in weeks before this one. */
  issued: ReadonlyMap<string, number>;
}

/** The keys that hold in a week: this quarter's, and the last one's while it is carried over. */
export async function keyRing(world: World, project: string, week: number, calendar: Calendar): Promise<KeyRing> {
  const rows = await world.control
    .selectFrom("voiceKeys")
    .select(["quarter", "file"])
    .where("project", "=", project)
    .execute();
  const named = await world.control
    .selectFrom("voiceQuarters")
    .select("quarter")
    .where("project", "=", project)
    .execute();
  const quarters: Quarter[] = [];
  for (const { quarter } of named) {
    const found = isOver(quarter, week, calendar) ? null : await findQuarter(world, project, quarter);
    if (found !== null) quarters.push(found);
  }
  const keys = new Map<string, KnownKey>();
  for (const { quarter, file } of rows) {
    if (!quarters.some((each) => each.quarter === quarter)) continue;
    const { journey, groups } = JSON.parse(file) as TokenKeys;
    for (const { id: group, keys: steps } of groups)
      for (const [step, modulus] of Object.entries(steps)) {
        const id = tokenKeyId(modulus).toString("hex");
        keys.set(id, { id, modulus, quarter, group, journey, step });
      }
  }
  const counts = await world.control
    .selectFrom("voiceCounts")
    .select((eb) => ["key", eb.fn.sum<number>("people").as("people")])
    .where("project", "=", project)
    .where("week", "<", week)
    .groupBy("key")
    .execute();
  return { quarters, keys, issued: new Map(counts.map(({ key, people }) => [key, Number(people)])) };
}
