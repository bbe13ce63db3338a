import type { JourneyView, StationState, StationView } from "@waymark/engine";
import type { Label, Point } from "@waymark/engine/trail";
import type { VNode } from "../draw/draw.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { Flag } from "./flag.tsx";
import { Land } from "./land.tsx";
import { type MapGeometry, mapHeight } from "./map-geometry.ts";
import { Slot } from "./slot.tsx";

interface TrailMapProps {
  journey: JourneyView;
  geometry: MapGeometry;
  width: number;
  /** Letters are too large for names on the drawn way. */
  coarse: boolean;
  /** Id of the station whose card is shown. */
  chosen: string | null;
  runtime: Runtime;
  onChoose(id: string): void;
  /** The new stretch has been drawn. */
  onWalked(): void;
}

/** The drawn way: land, road and marks, and a list of buttons over it. */
export function TrailMap({
  journey,
  geometry,
  width,
  coarse,
  chosen,
  runtime,
  onChoose,
  onWalked,
}: TrailMapProps): VNode {
  const { say } = runtime;
  const { trail, start, end, longGoal, before, fresh } = geometry;
  const { destination } = trail;
  const reached = journey.here === null;
  // Where a stride holds no word any more, names stand in rows, each with its state.
  const stride = (width - start - end) / Math.max(journey.stations.length, 1);
  const asList = coarse || stride < (width < 392 ? 46 : 40);
  return (
    <div
      class={`map${reached ? " reached" : ""}${asList ? " list" : ""}`}
      part="map"
      style={{ "--h": `${mapHeight}px` }}
    >
      <Land
        {...{ width, height: mapHeight }}
        peak={{ x: destination.x - 6, y: destination.y + 2 }}
        knoll={{ x: start + 18, y: mapHeight + 8 }}
      />
      <svg viewBox={`0 0 ${width} ${mapHeight}`} aria-hidden="true">
        <path class="t-bed" d={trail.bed} />
        <path class="t-far" d={trail.far} />
        <path class="t-next" d={trail.next} />
        <path class="t-walked" d={before ?? trail.walked} />
        {fresh !== null && (
          <path class="t-walked walk" key={fresh} d={fresh} pathLength={1} onAnimationEnd={onWalked} />
        )}
        <Flag {...destination} />
        {journey.stations.map(({ id, state }, index) => (
          <Mark key={id} state={state} {...(trail.points[index] ?? destination)} />
        ))}
      </svg>
      <ol aria-label={say("map.label")}>
        {journey.stations.map((station, index) => {
          const label = trail.labels[index];
          const point = trail.points[index];
          if (!label || !point) return null;
          return (
            <li
              key={station.id}
              class={`st ${label.side} ${label.align} ${station.state}${station.id === chosen ? " chosen" : ""}`}
              style={standing(point, label, start)}
            >
              <Slot name="station" {...{ runtime, journey, station }} />
              <StationButton station={station} chosen={station.id === chosen} say={say} onChoose={onChoose} />
            </li>
          );
        })}
        {journey.destination !== null && (
          <li class={`st ${trail.goal.side} end`} style={standing(destination, trail.goal, end)}>
            <div class="goal" part="destination">
              <small class={longGoal ? "hide" : ""}>{say("map.goal")}</small>
              <span class="clamp">{journey.destination}</span>
            </div>
          </li>
        )}
      </ol>
    </div>
  );
}

function standing({ x, y }: Point, { width, gap }: Label, margin: number): Record<string, string> {
  return {
    insetInlineStart: `${x}px`,
    top: `${y}px`,
    "--lw": `${width}px`,
    "--gap": `${gap + 16}px`,
    "--edge": `${20 - margin}px`,
  };
}

interface StationButtonProps {
  station: StationView;
  chosen: boolean;
  say: Runtime["say"];
  onChoose(id: string): void;
}

function StationButton({ station, chosen, say, onChoose }: StationButtonProps): VNode {
  const { id, state, title } = station;
  return (
    <button
      type="button"
      part="station"
      title={title.length > 24 ? title : undefined}
      aria-current={state === "here" ? "step" : undefined}
      aria-pressed={chosen}
      onClick={() => onChoose(id)}
    >
      <span class="clamp">{title}</span>
      <span class="hide">, {say(`state.${state}`)}</span>
    </button>
  );
}

/** A station's mark; form and fill say the state, colour repeats it. */
function Mark({ state, x, y }: Point & { state: StationState }): VNode {
  switch (state) {
    case "done":
      return <circle class="s-done" cx={x} cy={y} r="7" />;
    case "next":
      return <circle class="s-next" cx={x} cy={y} r="7.5" />;
    case "far":
      return <circle class="s-far" cx={x} cy={y} r="5.5" />;
    case "skipped":
      return (
        <g transform={`translate(${x} ${y})`}>
          <circle class="s-skipped" r="6" />
          <path class="s-skipped" d="M-4 4l8-8" />
        </g>
      );
    case "here":
      return (
        <g>
          <circle class="s-halo" cx={x} cy={y} r="20" />
          <circle class="s-here" cx={x} cy={y} r="12" />
          <circle class="s-eye" cx={x} cy={y} r="4" />
        </g>
      );
  }
}
