import type { JourneyView, StationView } from "@waymark/engine";
import { layTrail, type Trail } from "@waymark/engine/trail";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { DueChip } from "../../due-chip.tsx";
import { Flag } from "../../flag.tsx";
import { Slot } from "../../slot.tsx";
import { actsFor } from "../../station-acts.ts";

interface StripProps {
  journey: JourneyView;
  runtime: Runtime;
  /** Of the element, px. */
  width: number;
  /** Letters are too large for names on the drawn way. */
  coarse: boolean;
}

/** Below this width there is only the trail, then one line. */
const narrow = 560;
/** What stands at the end beside the trail, px. */
const endWidth = 292;
/** With less room than this between stations their names are left out. */
const leastStride = 110;

/** Height of the drawing, px: the whole strip, or the trail over the one line. */
const [high, low] = [74, 44];

interface WayProps extends StripProps {
  /** Whether there is room for names. */
  named: boolean;
  height: number;
}

function lay({ journey, width }: Pick<StripProps, "journey" | "width">, height: number): Trail {
  const next = journey.stations.findIndex(({ state }) => state === "next");
  return layTrail({
    ...{ width, height, stations: Math.max(journey.stations.length, 1), here: journey.here },
    ...{ next: next < 0 ? null : next, start: 34, end: 52, entry: 8, amplitude: 4, rise: 2.6 },
    middle: height === high ? 30.5 : 26,
  });
}

/** Marks of the flat trail: smaller than the panel's, of the same form. */
function StripMark({ station, x, y }: { station: StationView; x: number; y: number }): VNode {
  switch (station.state) {
    case "here":
      return (
        <g>
          <circle class="s-halo" cx={x} cy={y} r="16" />
          <circle class="s-here" cx={x} cy={y} r="9.6" />
          <circle class="s-eye" cx={x} cy={y} r="3.2" />
        </g>
      );
    case "done":
      return <circle class="s-done" cx={x} cy={y} r="5.6" />;
    case "skipped":
      return (
        <g transform={`translate(${x} ${y})`}>
          <circle class="s-skipped" r="5" />
          <path class="s-skipped" d="M-3.4 3.4l6.8-6.8" />
        </g>
      );
    default:
      return <circle class={`s-${station.state}`} cx={x} cy={y} r={station.state === "next" ? 6 : 4.4} />;
  }
}

function Way({ journey, runtime, width, named, height }: WayProps): VNode {
  const trail = lay({ journey, width }, height);
  const { say } = runtime;
  const { destination, stride } = trail;
  const wide = `${Math.max(40, Math.floor(stride - 6))}px`;
  const open = (): void => runtime.open("panel", { journey: journey.id, subject: journey.subject });
  return (
    <div
      class={journey.here === null ? "map flat reached" : "map flat"}
      part="map"
      style={{ blockSize: `${height}px`, inlineSize: `${width}px` }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path class="t-bed" d={trail.bed} />
        <path class="t-far" d={trail.far} />
        <path class="t-next" d={trail.next} />
        <path class="t-walked" d={trail.walked} />
        <Flag {...destination} scale={height === high ? 0.8 : 0.7} />
        {journey.stations.map((station, index) => (
          <StripMark key={station.id} station={station} {...(trail.points[index] ?? destination)} />
        ))}
      </svg>
      <ol aria-label={say("map.label")} class={named ? "" : "mute"}>
        {journey.stations.map((station, index) => {
          const point = trail.points[index] ?? destination;
          const place = { insetInlineStart: `${point.x}px`, top: `${point.y}px`, "--lw": wide, "--edge": "-18px" };
          return (
            <li
              key={station.id}
              class={`st down ${index === 0 && named ? "start" : "center"} ${station.state}`}
              style={{ ...place, "--gap": `${65 - point.y}px` }}
            >
              <button
                type="button"
                part="station"
                title={station.title}
                aria-current={station.state === "here" ? "step" : undefined}
                onClick={open}
              >
                <span class={named ? "clamp" : "hide"}>{station.title}</span>
                <span class="hide">, {say(`state.${station.state}`)}</span>
              </button>
              {named && <Slot name="station" {...{ runtime, journey, station }} />}
            </li>
          );
        })}
        {named && journey.destination !== null && (
          <li
            class="st down end"
            style={{
              ...{ insetInlineStart: `${destination.x}px`, top: `${destination.y}px`, "--lw": wide },
              ...{ "--edge": "-36px", "--gap": `${65 - destination.y}px` },
            }}
          >
            <div class="goal" part="destination">
              {journey.destination}
            </div>
          </li>
        )}
      </ol>
    </div>
  );
}

/** One record's way on its own page: where it stands, when it is due, and the one next act. */
export function StripView(props: StripProps): VNode {
  const { journey, runtime, width, coarse } = props;
  const { say } = runtime;
  const station = journey.here === null ? undefined : journey.stations[journey.here];
  const slim = coarse || width < narrow;
  const trailWidth = slim ? width : width - endWidth;
  const stride = (trailWidth - 86) / Math.max(journey.stations.length, 1);
  const named = !slim && stride >= leastStride;
  // Where the trail names it and a date stands beside it, the step needs no words of its own.
  const titled = slim || !station?.due || !named;
  const main = station && actsFor(station).main;
  const perform = (): void => {
    if (!station) return;
    if (main === "did") runtime.tick(journey.id, station.id, journey.subject);
    else runtime.act(journey.id, station.id, journey.subject);
  };
  return (
    <section class={slim ? "surface strip slim" : "surface strip"} part="strip" aria-label={journey.title}>
      <Way {...props} width={trailWidth} height={slim ? low : high} named={named} />
      <div class="side">
        <span class="grow">
          {station?.due && <DueChip due={station.due} runtime={runtime} />}
          {titled && <b class="s">{station?.title ?? say("settled.eyebrow")}</b>}
          {station && !slim && !(titled && station.due) && (
            <span class="about xs soft">
              <Slot name="card-meta" {...{ runtime, journey, station }} />
            </span>
          )}
        </span>
        {station && main && !slim && (
          <button key={station.id} type="button" class="btn primary" part="primary" onClick={perform}>
            {main === "do" ? station.label : say(`act.${main}`)}
          </button>
        )}
      </div>
    </section>
  );
}
