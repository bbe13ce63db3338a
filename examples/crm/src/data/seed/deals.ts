import { probabilityOf } from "../../deals/stages.ts";
import { dayFromNow } from "../day.ts";
import type { Deal, Stage } from "../records.ts";

interface Row {
  name: string;
  companyId: number;
  contactId: number;
  ownerId: string;
  stage: Stage;
  amount: number;
  /** Days from today; a deal without a next day is what the pipeline review is about. */
  closes: number;
  next?: number;
  source: string;
  productLine: string;
  competitor?: string;
}

const rows: Row[] = [
  deal("Handheld scanners, hub 3", 1, 1, "u-mara", "discovery", 48_000, 40, 1, "Referral", "Scanners"),
  deal("Cold store labels", 2, 3, "u-mara", "proposal", 22_500, 25, undefined, "Trade fair", "Labels", "Zetag"),
  deal("Line 4 traceability", 3, 6, "u-tomas", "negotiation", 134_000, 18, 2, "Existing customer", "Software"),
  deal("Store pilot, ten shops", 4, 8, "u-aylin", "lead", 16_800, 60, undefined, "Website", "Scanners"),
  deal("Ward supply tracking", 5, 10, "u-mara", "negotiation", 92_000, 12, 0, "Partner", "Software", "MedTrace"),
  deal("Depot starter kit", 6, 13, "u-aylin", "discovery", 9_400, 30, 4, "Website", "Scanners"),
  deal("Service plan renewal", 7, 16, "u-tomas", "proposal", 31_000, 21, 3, "Existing customer", "Service plan"),
  deal("Wheelset inspection app", 8, 17, "u-mara", "lead", 68_000, 75, undefined, "Trade fair", "Software"),
  deal("Scanner exchange 2nd shift", 2, 20, "u-mara", "won", 18_200, -9, undefined, "Existing customer", "Scanners"),
  deal("Spare parts tagging", 3, 7, "u-tomas", "discovery", 54_500, 48, undefined, "Referral", "Labels"),
  deal("Returns desk scanners", 4, 9, "u-aylin", "proposal", 12_900, 16, 1, "Website", "Scanners", "ScanCo"),
  deal("Pharmacy cabinet labels", 5, 11, "u-mara", "discovery", 27_300, 35, undefined, "Partner", "Labels"),
  deal("Harvest season rental", 6, 14, "u-aylin", "lost", 7_600, -20, undefined, "Website", "Scanners", "ScanCo"),
  deal("Field technician kits", 7, 15, "u-tomas", "lead", 41_000, 66, 6, "Referral", "Scanners"),
  deal("Yard gate readers", 1, 2, "u-mara", "lead", 35_500, 58, 5, "Existing customer", "Scanners"),
  deal("Plant 2 roll-out", 3, 5, "u-tomas", "won", 88_000, -14, undefined, "Existing customer", "Software"),
  deal("Depot network, phase 1", 8, 18, "u-mara", "proposal", 156_000, 33, 2, "Trade fair", "Software", "RailID"),
  deal("Clinic label printers", 5, 12, "u-mara", "lost", 14_300, -5, undefined, "Website", "Labels", "Zetag"),
];

const regions = ["North", "West", "South"];

export function createDeals(): Deal[] {
  return rows.map(({ closes, next, competitor, ...row }, index) => ({
    ...row,
    id: index + 1,
    rank: index + 1,
    probability: probabilityOf[row.stage],
    closeDate: dayFromNow(closes),
    nextDate: next === undefined ? null : dayFromNow(next),
    nextStep: next === undefined ? null : "Follow-up call",
    quoteSentAt: row.stage === "won" ? dayFromNow(closes - 12) : null,
    region: regions[row.companyId % regions.length] ?? "North",
    competitor: competitor ?? null,
    decisionMaker: null,
    paymentTerms: "30 days net",
    discount: null,
    orderNumber: row.stage === "won" ? `PO-2${String(index)}40` : null,
    description: null,
  }));
}

function deal(
  name: string,
  companyId: number,
  contactId: number,
  ownerId: string,
  stage: Stage,
  amount: number,
  closes: number,
  next: number | undefined,
  source: string,
  productLine: string,
  competitor?: string,
): Row {
  return { name, companyId, contactId, ownerId, stage, amount, closes, next, source, productLine, competitor };
}
