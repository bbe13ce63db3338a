import type { ArrivalsReport } from "@waymark/schema";
import type { VNode } from "preact";
import { ago } from "../text/dates.ts";
import { words } from "../words.ts";

/** Each cell carries its head, so that a phone can show one row at a time. */
export function TypeTable({ byType, now }: { byType: ArrivalsReport["byType"]; now: number }): VNode {
  const { type, count, last } = words.live;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{type}</th>
          <th scope="col" class="r">
            {count}
          </th>
          <th scope="col" class="r">
            {last}
          </th>
        </tr>
      </thead>
      <tbody>
        {byType.map((row) => (
          <tr key={row.type}>
            <th scope="row">{row.type}</th>
            <td class="r strong" data-head={count}>
              {words.number(row.count)}
            </td>
            <td class="r soft" data-head={last}>
              {ago(row.lastAt, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RejectTable({ rejects, now }: { rejects: ArrivalsReport["rejects"]; now: number }): VNode {
  const { at, message } = words.live;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{message}</th>
          <th scope="col" class="r">
            {at}
          </th>
        </tr>
      </thead>
      <tbody>
        {rejects.map((row, i) => (
          <tr key={`${row.at}${row.path}${i}`}>
            <td>
              {row.message}
              <span class="small">
                {row.code}, {row.path}
              </span>
            </td>
            <td class="r soft">{ago(row.at, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
