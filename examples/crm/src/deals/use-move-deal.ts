import { track } from "../analytics.ts";
import type { Deal, Stage } from "../data/records.ts";
import { useSave } from "../data/use-save.ts";
import { getPerson } from "../session/session.ts";
import { labelOf, probabilityOf } from "./stages.ts";

/** Moves a deal to a stage (and a place in it), leaves a line in its timeline. */
export function useMoveDeal(): (deal: Deal, stage: Stage, rank?: number) => Promise<void> {
  const { create, update, settle } = useSave();
  return async (deal, stage, rank = deal.rank) => {
    if (stage === deal.stage) {
      await update("deals", deal.id, { rank });
      return settle(`${deal.name} has a new place`);
    }
    await update("deals", deal.id, { stage, rank, probability: probabilityOf[stage] });
    await create("activities", {
      kind: "stage",
      dealId: deal.id,
      authorId: getPerson().id,
      at: new Date().toISOString(),
      text: `Moved from ${labelOf(deal.stage)} to ${labelOf(stage)}`,
    });
    const dealId = String(deal.id);
    track("deal.moved", { dealId, stage });
    if (stage === "won") track("deal.won", { dealId });
    settle(`${deal.name} is in ${labelOf(stage)}`);
  };
}
