import type { ExperimentRow, ExperimentsReport } from "@waymark/schema";
import { experimentWords as words } from "./words.ts";

/** The page's title: what is found, or why nothing is. */
export function findingOf({ reason, experiments }: ExperimentsReport): string {
  const { finding } = words;
  if (reason === "not_yet") return finding.notYet;
  if (reason === "part_only") return finding.partOnly;
  if (reason === "unverified") return finding.unverified;
  if (experiments.length === 0) return finding.none;
  const count = (says: ExperimentRow["says"]): number => experiments.filter((each) => each.says === says).length;
  const parts = [
    { n: count("helps"), say: finding.helps },
    { n: count("harms"), say: finding.harms },
    { n: count("not_shown"), say: finding.notShown },
  ].filter(({ n }) => n > 0);
  return parts.length === 0 ? finding.tooFew : finding.all(parts.map(({ n, say }) => say(n)));
}

/** Shares as whole numbers of 100 people. */
export const hundred = (share: number): number => Math.round(share * 100);

/** What one experiment says, as a sentence. */
export function sentenceOf({ says, effect, interval, reason }: ExperimentRow): string {
  if (reason === "uneven") return words.says.uneven;
  if (says === null || effect === null || interval === null) return words.says.too_few;
  return words.says[says](hundred(effect), hundred(interval[0]), hundred(interval[1]));
}
