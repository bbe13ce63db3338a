import type { PictureStep } from "@waymark/schema";
import type { VNode } from "preact";
import { flow, type StationFlow } from "../drawing/flow.ts";
import { throughCell, timeCell } from "../picture/step-cells.ts";
import { trailSentence } from "../picture/trail-sentence.ts";
import { words } from "../words.ts";
import { Cell } from "./Cell.tsx";
import { ThroughName, TimeName } from "./definitions.tsx";
import type { Drawn } from "./drawn.ts";
import { earlierThrough, earlierTime } from "./earlier.ts";
import { Station } from "./Trail.tsx";

/** The ribbon at its widest, and the lane it runs down. Pixels. */
const fullPx = 38;
const lane = 48;
/** Where the station lies below the top of its row. */
const stationY = 28;

/** The same trail turned: it runs down, and each station has its numbers beside it. Nothing scrolls sideways. */
export function StationStack({ drawn, width }: { drawn: Drawn; width: number }): VNode {
  const flows = flow(drawn.picture.people, drawn.faces, fullPx);
  const wide = width > 620;
  const plot = Math.min(320, wide ? Math.floor((width - lane - 60) / 2) : width - lane - 22);
  const { people } = drawn.picture;
  return (
    <div class="stack">
      <p class="vh">{trailSentence(drawn.picture)}</p>
      {people === null ? null : (
        <p class="stack-start">
          <b>{words.trail.start(people)}</b> {words.trail.startNote}
        </p>
      )}
      <ol>
        {drawn.picture.steps.map((step, i) => {
          const at = flows[i];
          return at === undefined ? null : (
            <StackRow key={step.id} drawn={drawn} step={step} index={i} at={at} plot={plot} />
          );
        })}
      </ol>
      <svg class="stack-flag" width={lane} height="40" viewBox={`0 0 ${lane} 40`} aria-hidden="true">
        <path d={`M${lane / 2} 38v-34l14 5l-14 5`} class="flag" />
      </svg>
    </div>
  );
}

interface RowProps {
  drawn: Drawn;
  step: PictureStep;
  index: number;
  at: StationFlow;
  plot: number;
}

function StackRow({ drawn, step, index, at, plot }: RowProps): VNode {
  const { picture, timeZone } = drawn;
  const shared = { width: plot, nextAt: picture.nextAt, timeZone };
  return (
    <li>
      <Lane at={at} number={index + 1} narrowest={step.id === drawn.narrowest} />
      <h2 class="station-title">{step.title}</h2>
      {at.stays > 0 ? <p class="note">{words.trail.stays(at.stays)}</p> : null}
      <div class="stack-cells">
        <div>
          <div class="row-name">
            {index === 0 ? <ThroughName drawn={drawn} /> : <span class="note">{words.through.name}</span>}
          </div>
          <Cell
            cell={throughCell(step, picture, plot)}
            earlier={earlierThrough(drawn, step.id, plot)}
            marked={step.id === drawn.narrowest}
            {...shared}
          />
        </div>
        <div>
          <div class="row-name">
            {index === 0 ? <TimeName drawn={drawn} /> : <span class="note">{words.time.name}</span>}
          </div>
          <Cell
            cell={timeCell(step, picture, drawn.axis, plot)}
            earlier={earlierTime(drawn, step.id, plot)}
            marked={step.id === drawn.slowest}
            {...shared}
          />
        </div>
      </div>
    </li>
  );
}

/** The ribbon of one row: those who arrive above the station, those who go on below it. Taller than its row, and cut. */
function Lane({ at, number, narrowest }: { at: StationFlow; number: number; narrowest: boolean }): VNode {
  const x = lane / 2;
  const outLeft = x - (at.solidPx + at.hatchPx) / 2;
  const dashed = !at.arrivedKnown || at.out === "not_yet";
  const arrives = at.out === "not_yet" ? null : at.arrivedKnown ? "flow" : "hatched";
  return (
    <svg class="lane" width={lane} height="100%" aria-hidden="true">
      {arrives === null ? (
        <line x1={x} y1="0" x2={x} y2="100%" class="ghost" />
      ) : (
        <rect x={x - at.arrivedPx / 2} y="0" width={at.arrivedPx} height={stationY} class={arrives} />
      )}
      <rect x={outLeft} y={stationY} width={at.solidPx} height="100%" class="flow" />
      <rect x={outLeft + at.solidPx} y={stationY} width={at.hatchPx} height="100%" class="hatched" />
      <Station station={{ x, y: stationY, dashed }} number={number} narrowest={narrowest} />
    </svg>
  );
}
