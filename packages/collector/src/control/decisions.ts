import type { Decision, PlanChange } from "@waymark/schema";
import type { ControlDb } from "./tables.ts";

/** A decision as it is kept: what followed is looked up when it is read. */
export type KeptDecision = Omit<Decision, "after" | "plan"> & { plan: Omit<PlanChange, "versionNow"> };

/** Every decision of a project, the newest first. */
export async function allDecisions(db: ControlDb, project: string): Promise<KeptDecision[]> {
  const rows = await db
    .selectFrom("decisions")
    .select("content")
    .where("project", "=", project)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as KeptDecision);
}

/** Keeps a decision. Runs inside the transaction that changes the plan. */
export async function addDecision(tx: ControlDb, project: string, decision: KeptDecision): Promise<void> {
  const { id, journey, at } = decision;
  await tx
    .insertInto("decisions")
    .values({ project, id, journey, at: Date.parse(at), content: JSON.stringify(decision) })
    .execute();
}
