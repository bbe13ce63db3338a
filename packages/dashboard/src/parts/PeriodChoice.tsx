import type { BlockSpan } from "@waymark/schema";
import type { VNode } from "preact";
import { Select } from "../parts/Select.tsx";
import type { Filters } from "../shell/filters.ts";
import { spanOf } from "../text/dates.ts";
import { words } from "../words.ts";

export interface PeriodChoiceProps {
  /** The latest first. */
  periods: readonly (BlockSpan & { version?: number | null })[];
  /** The block that is shown, by the Monday after it; what is none of them is the latest. */
  shown: string;
  filters: Filters;
  onFilters(filters: Filters): void;
}

const optionOf = (period: PeriodChoiceProps["periods"][number]): { id: string; title: string } => {
  const span = spanOf(period, true);
  return { id: period.to, title: period.version == null ? span : words.compare.period(span, period.version) };
};

/** Which closed weeks are shown, and which they are laid beside: two periods, or two versions. */
export function PeriodChoice({ periods, shown, filters, onFilters }: PeriodChoiceProps): VNode | null {
  const [latest] = periods;
  if (latest === undefined || periods.length < 2) return null;
  const current = periods.some(({ to }) => to === shown) ? shown : latest.to;
  const pick = (to: string): void => {
    const { block: _, version: __, with: compared, ...rest } = filters;
    const period = periods.find((each) => each.to === to);
    const kept = compared === undefined || compared === to ? rest : { ...rest, with: compared };
    const version = period?.version == null ? {} : { version: String(period.version) };
    onFilters(period === undefined || period === latest ? kept : { ...kept, block: to, ...version });
  };
  const compare = (to: string): void => {
    const { with: _, ...rest } = filters;
    onFilters(to === "" ? rest : { ...rest, with: to });
  };
  const others = periods.filter(({ to }) => to !== current).map(optionOf);
  return (
    <>
      <Select label={words.compare.shown} options={periods.map(optionOf)} value={current} onPick={pick} />
      <Select
        label={words.compare.with}
        options={[{ id: "", title: words.compare.nothing }, ...others]}
        value={filters.with ?? ""}
        onPick={compare}
      />
    </>
  );
}
