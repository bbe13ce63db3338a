import type { JourneyPicture } from "@waymark/schema";
import type { VNode } from "preact";
import { Cell } from "../journeys/Cell.tsx";
import { timeAxis } from "../picture/evidence.ts";
import { findNarrowest, findSlowest } from "../picture/narrowest.ts";
import { throughCell, timeCell } from "../picture/step-cells.ts";
import { words } from "../words.ts";

/** Both plots beside each other on a sheet of 182 mm. Pixels. */
const plotPx = 190;

/** A row for each step: the share and the time with their plots, and a box to tick. */
export function StepTable({ picture, timeZone }: { picture: JourneyPicture; timeZone: string }): VNode {
  const axis = timeAxis(picture);
  const shared = { width: plotPx, nextAt: picture.nextAt, timeZone };
  const narrowest = findNarrowest(picture)?.id;
  const slowest = findSlowest(picture)?.id;
  return (
    <table class="sheet">
      <thead>
        <tr>
          <th scope="col">{words.paper.step}</th>
          <th scope="col">
            {words.through.name} <span class="small">{words.through.note}</span>
          </th>
          <th scope="col">{words.paper.time}</th>
          <th scope="col">{words.paper.change}</th>
        </tr>
      </thead>
      <tbody>
        {picture.steps.map((step, index) => (
          <tr key={step.id}>
            <th scope="row">
              {words.number(index + 1)}. {step.title}
            </th>
            <td>
              <Cell cell={throughCell(step, picture, plotPx)} marked={step.id === narrowest} {...shared} />
            </td>
            <td>
              <Cell cell={timeCell(step, picture, axis, plotPx)} marked={step.id === slowest} {...shared} />
            </td>
            <td class="box">
              <span class="tick-box" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
