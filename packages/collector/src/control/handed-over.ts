import type { Handoff } from "@waymark/schema";
import type { HandedOver } from "../figures/handoff-waits.ts";
import type { ControlDb } from "./tables.ts";

/** Everything of a project that was handed over and is kept, with whose it was. */
export async function handedOver(db: ControlDb, project: string): Promise<HandedOver[]> {
  const rows = await db
    .selectFrom("handoffs")
    .select(["content", "offerer", "taker"])
    .where("project", "=", project)
    .orderBy("id")
    .execute();
  return rows.map(({ content, offerer, taker }) => ({ handoff: JSON.parse(content) as Handoff, offerer, taker }));
}
