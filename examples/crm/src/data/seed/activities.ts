import { dayFromNow } from "../day.ts";
import type { Activity, ActivityKind } from "../records.ts";

type Row = [kind: ActivityKind, about: { dealId?: number; contactId?: number }, ago: number, text: string, by?: string];

const rows: Row[] = [
  ["call", { dealId: 1 }, 6, "Hub 3 opens in spring. They need 40 devices and a charging wall per gate."],
  ["note", { dealId: 1 }, 5, "Oskar wants the devices in their own device management."],
  ["call", { dealId: 2 }, 12, "Labels peel off below -22 degrees. Samples are wanted before any price talk."],
  ["note", { dealId: 3 }, 3, "Legal has the contract; two clauses on liability are open.", "u-tomas"],
  ["call", { dealId: 5 }, 2, "Astrid asked for two references in Scandinavia. The board decides at its next meeting."],
  ["quote", { dealId: 9 }, 21, "Quote of €18,200 sent."],
  ["note", { dealId: 17 }, 8, "Phase 1 covers four depots. Marco compares us with RailID on running costs."],
  ["call", { dealId: 17 }, 4, "Technical questions are settled. Marco waits for the price sheet."],
  ["note", { contactId: 1 }, 30, "Prefers calls before 9 o'clock, when the early shift is under way."],
  ["note", { contactId: 10 }, 15, "Met at the logistics day in Malmö. Very direct, likes one-page summaries."],
];

export function createActivities(): Activity[] {
  return rows.map(([kind, about, ago, text, authorId = "u-mara"], index) => ({
    id: index + 1,
    kind,
    ...about,
    authorId,
    at: new Date(`${dayFromNow(-ago)}T10:${String(10 + index)}`).toISOString(),
    text,
    ...(kind === "call" ? { outcome: "Reached" } : {}),
  }));
}
