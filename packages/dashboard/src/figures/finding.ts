import { words as shared } from "../words.ts";
import type { FigureReports, TargetReport } from "./model.ts";
import { isShown, stepTitle } from "./model.ts";
import { timeScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

const hundred = (share: number): number => Math.round(share * 100);

/** The entry with the most of something, of those that have it. */
function most<T>(all: readonly T[], of: (each: T) => number | null): T | undefined {
  return all.filter((each) => of(each) !== null).sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0))[0];
}

export function briefFinding({ rows }: FigureReports["briefs"]): string {
  const least = most(rows.filter(isShown), ({ found }) => (found.clear.value === null ? null : -found.clear.value));
  const share = least?.found.clear.value ?? null;
  return share === null ? words.briefs.none : words.briefs.finding(least?.journey?.title ?? "", hundred(share));
}

export function fieldFinding({ rows }: FigureReports["fields"]): string {
  const fields = rows.filter(isShown).flatMap(({ found }) => found.fields);
  const known = fields.filter(
    ({ edited }) => edited.value !== null || edited.why === "nearly_none" || edited.why === "nearly_all",
  );
  if (known.length === 0) return words.fields.none;
  const idle = known.filter(({ edited, unused }) => unused || edited.why === "nearly_none");
  return words.fields.finding(idle.length, known.length);
}

export function waitFinding({ rows }: FigureReports["handoffs"]): string {
  const steps = rows
    .filter(isShown)
    .flatMap((row) => row.found.steps.map((wait) => ({ ...wait, title: stepTitle(row, wait.step) })));
  const stale = most(steps, (each) => each.stale.value);
  if (stale !== undefined && stale.stale.value !== null)
    return words.handoffs.stale(stale.title, hundred(stale.stale.value));
  const longest = most(steps, (each) => each.usual.value);
  if (longest === undefined || longest.usual.value === null) return words.handoffs.none;
  return words.handoffs.longest(longest.title, timeScale([longest.usual]).write(longest.usual.value));
}

export function promptFinding({ rows }: FigureReports["prompts"]): string {
  const prompts = rows.filter(isShown).flatMap(({ found }) => found.prompts);
  const worst = most(prompts, ({ struck }) => struck.value);
  if (worst === undefined || worst.struck.value === null) return words.prompts.none;
  return words.prompts.finding(hundred(worst.struck.value), words.prompts.surfaces[worst.surface] ?? worst.surface);
}

export function valueFinding({ rows }: FigureReports["value"]): string {
  const slowest = most(rows.filter(isShown), ({ found }) => found.medianDays.value);
  const day = slowest?.found.medianDays.value ?? null;
  return day === null ? words.value.none : words.value.finding(slowest?.journey?.title ?? "", day);
}

/** A number of points with its sign. */
export const signed = (points: number): string => {
  const rounded = Math.round(points * 100);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${shared.number(Math.abs(rounded))}`;
};

export function stayingFinding({ rows }: FigureReports["staying"]): string {
  const shown = rows.filter(isShown);
  const clearest = most(
    shown.filter(({ found }) => found.says === "goes_together"),
    ({ found }) => found.difference.value,
  );
  const more = clearest?.found.difference.value ?? null;
  if (more !== null) return words.staying.finding(clearest?.journey?.title ?? "", signed(more));
  return shown.some(({ found }) => found.says !== null) ? words.staying.notShown : words.staying.none;
}

/** The parts of the adoption score, in the order of its formula. */
export const uptakeParts = ["reach", "depth", "regularity", "alone", "ease"] as const;

/** Of the first journey of which it can be said: groups are not ranked, its own parts are. What nearly all do holds nothing back. */
export function uptakeFinding({ rows }: FigureReports["uptake"]): string {
  const row = rows
    .filter(isShown)
    .find(({ found }) => uptakeParts.every((part) => found[part].value !== null || found[part].why === "nearly_all"));
  if (row === undefined) return words.uptake.none;
  const known = uptakeParts.filter((part) => row.found[part].value !== null);
  const least = most(known, (part) => -(row.found[part].value ?? 0));
  if (least === undefined) return words.uptake.none;
  return words.uptake.finding(row.journey?.title ?? "", words.uptake[least], hundred(row.found[least].value ?? 0));
}

export function trustFinding({ rows }: FigureReports["trust"]): string {
  const shown = rows.filter(isShown);
  const worst = most(shown, ({ found }) => found.distrust.value);
  if (worst !== undefined && worst.found.distrust.value !== null)
    return words.trust.distrusts(worst.role.title, hundred(worst.found.distrust.value));
  const least = most(shown, ({ found }) => (found.mean.value === null ? null : -found.mean.value));
  if (least === undefined || least.found.mean.value === null) return words.trust.none;
  return words.trust.stands(least.role.title, shared.number(least.found.mean.value));
}

export function targetFinding({ lost, heard }: TargetReport): string {
  if (lost.length > 0) return words.targets.finding(lost.length);
  return heard ? words.targets.none : words.targets.unheard;
}
