import type { Reader } from "../http/access.ts";
import type { FrozenView } from "../insights/read-pictures.ts";
import type { World } from "../world.ts";
import type { Cell } from "./csv.ts";

/** One row: a cell for each column, in their order. */
export type Row = readonly Cell[];

/** What a viewer asks for of a table; what is left out is not filtered by. */
export interface Only {
  journey?: string | undefined;
  role?: string | undefined;
}

/** What may be exported: a frozen view, and for whom it is, since a manager reads some of it only after their estimate. */
export interface ExportView extends FrozenView {
  who: Reader;
}

/** A table that can be exported: what a page of the dashboard shows, cell for cell. */
export interface ExportTable {
  columns: readonly string[];
  /** It is of a page that only owners open. */
  ownerOnly?: true;
  /** Reads from the view only, so that all rows are of one moment. */
  rows(world: World, view: ExportView, only: Only): AsyncIterable<Row>;
}
