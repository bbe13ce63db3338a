import type { JourneyView, RecordView } from "@waymark/engine";
import { layMyMap, type MyMap } from "@waymark/engine/trail";
import type { VNode } from "preact";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Flag } from "../../flag.tsx";
import { Land } from "../../land.tsx";
import type { Arranged } from "./arrange.ts";
import { Dots } from "./dots.tsx";
import { marks } from "./mark.tsx";

interface DrawingProps {
  runtime: Runtime;
  journey: JourneyView;
  arranged: Arranged;
  width: number;
  coarse: boolean;
  /** On a phone the way runs downwards, a station is the target, and dots are picture only. */
  turned: boolean;
  station: number | null;
  /** How many lanes have their dots already; below 0 not even the way. */
  drawn: number;
  onStation(station: number | null): void;
  onOpen(record: RecordView): void;
}

/** Height of the drawing, px. */
const [level, upright] = [312, 530];

const laid = new WeakMap<Arranged, { size: string; map: MyMap }>();

/** Lays the same records out once for a width: the drawing comes in pieces. */
function layOnce(arranged: Arranged, width: number, height: number, turned: boolean): MyMap {
  const size = `${width} ${turned}`;
  const known = laid.get(arranged);
  const map = known?.size === size ? known.map : layMyMap({ width, height, crowds: arranged.crowds, turned });
  laid.set(arranged, { size, map });
  return map;
}

/** The whole way with everybody on it. */
export function Drawing(props: DrawingProps): VNode {
  const { runtime, journey, arranged, width, coarse, turned, station, drawn, onStation, onOpen } = props;
  const height = turned ? upright + (coarse ? 60 : 0) : level;
  const map = layOnce(arranged, width, height, turned);
  const { destination, points } = map;
  const land = turned
    ? { peak: { x: destination.x, y: destination.y }, knoll: { x: width, y: -height } }
    : { peak: destination, knoll: { x: 90, y: height + 10 } };
  const size = { inlineSize: `${width}px`, blockSize: `${height}px` };
  const countAt = (index: number): number =>
    Object.values(arranged.crowds[index] ?? {}).reduce((sum, each) => sum + each, 0);
  if (drawn < -5) return <div class="map way" style={size} />;
  return (
    <div class={turned ? "map way turned" : "map way"} part="map" style={size}>
      <Land {...{ width, height, ...land }} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {map.lanes.map(({ name, path }) => (
          <path class="t-lane" key={name} d={path} />
        ))}
        <path class="t-bed" d={map.bed} />
        <Flag {...destination} />
        {points.map(({ x, y }, index) => (
          <circle class="s-count" key={index} cx={x} cy={y} r={countAt(index) > 0 ? 13 : 7} />
        ))}
        {turned &&
          map.dots.map(({ lane, station: of, index, at }) => (
            <g key={`${lane} ${of} ${index}`} transform={`translate(${at.x} ${at.y})`}>
              {marks[lane]}
            </g>
          ))}
      </svg>
      <ol aria-label={runtime.say("map.label")}>
        {journey.stations.map(({ id, title }, index) => {
          const point = points[index];
          if (!point) return null;
          const count = countAt(index);
          const side = turned ? "side" : index % 2 === 0 ? "down" : "up";
          const names = Math.round(width * 0.617);
          return (
            <li
              key={id}
              class={`st ${side}`}
              style={{
                insetInlineStart: `${turned ? names : point.x}px`,
                top: `${point.y}px`,
                "--lw": `${turned ? width - names - 12 : Math.max(64, Math.min(170, map.stride * 2 - 20))}px`,
                "--gap": "84px",
              }}
            >
              <button
                type="button"
                part="station"
                aria-pressed={station === index}
                aria-label={`${title}, ${runtime.say.plural("my-map.here", count)}`}
                onClick={() => onStation(station === index ? null : index)}
              >
                <span class="clamp">{title}</span>
              </button>
              <span class="count" aria-hidden="true" style={{ insetInlineStart: `${turned ? point.x - names : 0}px` }}>
                {count > 0 && count}
              </span>
            </li>
          );
        })}
        {journey.destination !== null && (
          <li
            class={`st goal-at ${turned ? "side" : points.length % 2 === 1 ? "up end" : "down end"}`}
            style={{
              insetInlineStart: `${turned ? destination.x + 26 : destination.x}px`,
              top: `${destination.y - (turned ? (coarse ? 60 : 16) : 0)}px`,
              "--lw": "120px",
              "--gap": "46px",
              "--edge": "-50px",
            }}
          >
            <div class="goal" part="destination">
              <small>{runtime.say("map.goal")}</small>
              {journey.destination}
            </div>
          </li>
        )}
      </ol>
      {!turned && (
        <Dots
          {...{ runtime, map, width, drawn, onOpen }}
          records={arranged}
          recordAt={({ lane, station: of, index }) => arranged.stations[of]?.[lane][index]}
          onMore={onStation}
        />
      )}
    </div>
  );
}
