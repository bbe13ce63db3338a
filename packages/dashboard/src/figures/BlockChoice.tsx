import type { BlockSpan } from "@waymark/schema";
import type { VNode } from "preact";
import type { Filters } from "../shell/filters.ts";
import { spanOf } from "../text/dates.ts";
import { figureWords as words } from "./words.ts";

interface BlockChoiceProps {
  blocks: readonly BlockSpan[];
  /** The block that is shown. */
  shown: BlockSpan | null;
  filters: Filters;
  onFilters(filters: Filters): void;
}

/** Which closed weeks are shown, and which they are laid beside. */
export function BlockChoice({ blocks, shown, filters, onFilters }: BlockChoiceProps): VNode | null {
  if (blocks.length < 2 || shown === null) return null;
  const latestFirst = blocks.toReversed();
  const pick = (to: string): void => {
    const { block: _, version: __, with: other, ...rest } = filters;
    const kept = other === undefined || other === to ? rest : { ...rest, with: other };
    onFilters(to === latestFirst[0]?.to ? kept : { ...kept, block: to });
  };
  const compare = (to: string): void => {
    const { with: _, ...rest } = filters;
    onFilters(to === "" ? rest : { ...rest, with: to });
  };
  const options = (of: readonly BlockSpan[]): VNode[] =>
    of.map((block) => (
      <option key={block.to} value={block.to}>
        {spanOf(block, true)}
      </option>
    ));
  return (
    <div class="switches">
      <label class="choice">
        <span>{words.shown}</span>
        <select value={shown.to} onChange={(event) => pick(event.currentTarget.value)}>
          {options(latestFirst)}
        </select>
      </label>
      <label class="choice">
        <span>{words.beside}</span>
        <select value={filters.with ?? ""} onChange={(event) => compare(event.currentTarget.value)}>
          <option value="">{words.nothing}</option>
          {options(latestFirst.filter(({ to }) => to !== shown.to))}
        </select>
      </label>
    </div>
  );
}
