import type { Deal } from "../data/records.ts";
import { useAll } from "../data/use-all.ts";
import { isOpen } from "../deals/stages.ts";

/** Open deals for which nothing is planned, the largest first. */
export function useDrifting(): Deal[] {
  const deals = useAll("deals", {}, { field: "amount", order: "DESC" });
  return deals.filter((deal) => isOpen(deal) && !deal.nextDate);
}
