import type { Figure } from "@waymark/schema";
import type { ComponentChildren, VNode } from "preact";
import { FigureCell } from "./FigureCell.tsx";
import type { Scale } from "./scale.ts";

export interface Column<Row> {
  head: string;
  scale: Scale;
  figure(row: Row): Figure;
  marked?(row: Row): boolean;
}

export interface FigureTableProps<Row> {
  caption: string;
  /** The head of the first column. */
  first: string;
  rows: readonly Row[];
  keyOf(row: Row): string;
  title(row: Row): ComponentChildren;
  columns: readonly Column<Row>[];
  /** The same row of the block it is laid beside; left out where there is none. */
  before?: ((row: Row) => Row | undefined) | undefined;
}

/** Rows of figures; each cell carries its head, so that a phone can show one row at a time. */
export function FigureTable<Row>(props: FigureTableProps<Row>): VNode {
  const { caption, first, rows, keyOf, title, columns, before } = props;
  return (
    <table class="rows figures">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const was = before?.(row);
          return (
            <tr key={keyOf(row)}>
              <th scope="row">{title(row)}</th>
              {columns.map(({ head, scale, figure, marked }) => (
                <td key={head} data-head={head}>
                  <FigureCell
                    name={head}
                    figure={figure(row)}
                    scale={scale}
                    marked={marked?.(row) ?? false}
                    before={before === undefined ? undefined : was === undefined ? null : figure(was)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
