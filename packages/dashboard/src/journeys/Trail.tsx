import type { VNode } from "preact";
import type { ShareFace } from "../drawing/face.ts";
import { type TrailStation, trail } from "../drawing/trail.ts";
import { ribbonLabels, trailSentence } from "../picture/trail-sentence.ts";
import { words } from "../words.ts";
import { type Drawn, labelColumn } from "./drawn.ts";

/** The group's map from left to right. */
export function Trail({ drawn, width, column }: { drawn: Drawn; width: number; column: number }): VNode {
  const { picture, faces } = drawn;
  const made = trail(picture.people, faces, { left: labelColumn, column });
  const labels = ribbonLabels(faces, picture.people !== null);
  const steps = picture.steps;
  return (
    <svg
      class="trail"
      width={width}
      height={made.height}
      viewBox={`0 0 ${width} ${made.height}`}
      role="img"
      aria-label={trailSentence(picture)}
    >
      {made.stays.map((stay) => (
        <g key={stay.d}>
          <path d={stay.d} class="flow stay" />
          <line x1={stay.barFrom} y1={stay.y} x2={stay.barTo} y2={stay.y} class="stop" />
          <text x={stay.barTo + 7} y={stay.y - 3} class="t-ink">
            {words.trail.stays(stay.count)}
          </text>
        </g>
      ))}
      {made.bands.map((one) => (
        <path key={one.d + one.fill} d={one.d} class={one.fill === "flow" ? "flow" : "hatched"} />
      ))}
      {made.threads.map((d) => (
        <path key={d} d={d} class="ghost" />
      ))}
      {made.labels.map((label, i) => (
        <text key={steps[i]?.id} x={label.x} y={label.y} class="t-ink t-13">
          {labels[i]}
        </text>
      ))}
      {made.stations.map((station, i) => (
        <g key={steps[i]?.id}>
          <line x1={station.x} y1={0} x2={station.x} y2={station.lineEnd} class="grid" />
          <Station station={station} number={i + 1} narrowest={steps[i]?.id === drawn.narrowest} />
        </g>
      ))}
      <Start written={startWords(picture.people, faces[0]?.kind)} x={made.start.x} y={made.start.y} />
      <path d={`M${made.flag.x} ${made.flag.y + 6}v-34l14 5l-14 5`} class="flag" />
      {picture.journey.destination === null ? null : (
        <text x={made.flag.x} y={made.flag.y - 38} class="t-m">
          {picture.journey.destination}
        </text>
      )}
    </svg>
  );
}

/** A numbered station; two rings where most people stay, dashes where nobody can be shown to stand. */
export function Station(props: {
  station: Pick<TrailStation, "x" | "y" | "dashed">;
  number: number;
  narrowest: boolean;
}): VNode {
  const { x, y, dashed } = props.station;
  return (
    <>
      {props.narrowest ? <circle cx={x} cy={y} r={22} class="ring" /> : null}
      <circle cx={x} cy={y} r={17} class={`st${props.narrowest ? " worst" : ""}${dashed ? " dashed" : ""}`} />
      <text x={x} y={y + 5} class="t-m t-b t-15">
        {words.number(props.number)}
      </text>
    </>
  );
}

type Written = { text: string; note: string } | null;

/** Who sets out, or why that is not said. Where nothing can be counted yet the thread says it. */
function startWords(people: number | null, first: ShareFace["kind"] | undefined): Written {
  const { start, startNote, startHidden, startHiddenNote, startUnverified, startUnverifiedNote } = words.trail;
  if (people !== null) return { text: start(people), note: startNote };
  if (first === "not_yet") return null;
  if (first === "unverified") return { text: startUnverified, note: startUnverifiedNote };
  return { text: startHidden, note: startHiddenNote };
}

function Start({ written, x, y }: { written: Written; x: number; y: number }): VNode | null {
  if (written === null) return null;
  return (
    <>
      <text x={x} y={y} class="t-e t-ink t-13 strong">
        {written.text}
      </text>
      <text x={x} y={y + 17} class="t-e">
        {written.note}
      </text>
    </>
  );
}
