import type { VNode } from "preact";
import { throughCell, timeCell } from "../picture/step-cells.ts";
import { Cell } from "./Cell.tsx";
import { ThroughName, TimeName } from "./definitions.tsx";
import type { Drawn } from "./drawn.ts";
import { earlierThrough, earlierTime } from "./earlier.ts";
import { Trail } from "./Trail.tsx";

/** A column's plot leaves this much before the next column. Pixels. */
const gutter = 31;

/** One column a station: its title, the trail through all of them, and below what was measured there. */
export function PictureTable({ drawn, width, column }: { drawn: Drawn; width: number; column: number }): VNode {
  const { picture, timeZone } = drawn;
  const plot = Math.floor(column - gutter);
  const { nextAt, steps } = picture;
  return (
    <table class="picture">
      <thead>
        <tr>
          <td class="names" />
          {steps.map((step) => (
            <th key={step.id} scope="col">
              <span class="station-title">{step.title}</span>
            </th>
          ))}
        </tr>
        <tr>
          <td colSpan={steps.length + 1}>
            <Trail drawn={drawn} width={width} column={column} />
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <ThroughName drawn={drawn} />
          </th>
          {steps.map((step) => (
            <td key={step.id}>
              <Cell
                cell={throughCell(step, picture, plot)}
                earlier={earlierThrough(drawn, step.id, plot)}
                width={plot}
                marked={step.id === drawn.narrowest}
                nextAt={nextAt}
                timeZone={timeZone}
              />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">
            <TimeName drawn={drawn} />
          </th>
          {steps.map((step) => (
            <td key={step.id}>
              <Cell
                cell={timeCell(step, picture, drawn.axis, plot)}
                earlier={earlierTime(drawn, step.id, plot)}
                width={plot}
                marked={step.id === drawn.slowest}
                nextAt={nextAt}
                timeZone={timeZone}
              />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
