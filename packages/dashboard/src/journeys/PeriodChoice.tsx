import type { VNode } from "preact";
import type { Filters } from "../shell/filters.ts";
import { spanOf } from "../text/dates.ts";
import { words } from "../words.ts";
import type { Period } from "./use-periods.ts";
import type { Until } from "./use-picture.ts";

export interface PeriodChoiceProps {
  periods: readonly Period[];
  /** The block that is shown. */
  shown: Until;
  filters: Filters;
  onFilters(filters: Filters): void;
}

const nameOf = (period: Period): string => {
  const span = spanOf(period, true);
  return period.version === null ? span : words.compare.period(span, period.version);
};

/** Which closed weeks are shown, and which they are laid beside: two periods, or two versions. */
export function PeriodChoice({ periods, shown, filters, onFilters }: PeriodChoiceProps): VNode | null {
  const [latest] = periods;
  if (latest === undefined || periods.length < 2) return null;
  const current = shown === "latest" || shown === "unknown" ? latest.to : shown;
  const pick = (to: string): void => {
    const { block: _, version: __, with: compared, ...rest } = filters;
    const period = periods.find((each) => each.to === to);
    const kept = compared === undefined || compared === to ? rest : { ...rest, with: compared };
    const version = period?.version ?? null;
    const chosen = { ...kept, block: to, ...(version === null ? {} : { version: String(version) }) };
    onFilters(period === undefined || period === latest ? kept : chosen);
  };
  const compare = (to: string): void => {
    const { with: _, ...rest } = filters;
    onFilters(to === "" ? rest : { ...rest, with: to });
  };
  return (
    <>
      <label class="choice">
        <span>{words.compare.shown}</span>
        <select value={current} onChange={(event) => pick(event.currentTarget.value)}>
          {periods.map((period) => (
            <option key={period.to} value={period.to}>
              {nameOf(period)}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>{words.compare.with}</span>
        <select value={filters.with ?? ""} onChange={(event) => compare(event.currentTarget.value)}>
          <option value="">{words.compare.nothing}</option>
          {periods
            .filter(({ to }) => to !== current)
            .map((period) => (
              <option key={period.to} value={period.to}>
                {nameOf(period)}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}
