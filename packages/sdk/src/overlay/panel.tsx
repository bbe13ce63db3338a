import { useStore } from "@nanostores/preact";
import type { JourneyView } from "@waymark/engine";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Overlay, SurfaceProps } from "./context.ts";
import { Icon } from "./icon.tsx";
import { isOneWay } from "./launcher-face.ts";
import { mapGeometry } from "./map-geometry.ts";
import { RecordList } from "./record-list.tsx";
import { SettledCard } from "./settled-card.tsx";
import { StationCard } from "./station-card.tsx";
import { TrailMap } from "./trail-map.tsx";

/** One journey: its map, the card of a station, and the way to its brief. */
export function Panel({ overlay }: SurfaceProps): VNode | null {
  const { runtime } = overlay;
  const journey = useStore(runtime.$current);
  const surface = useStore(runtime.$surface);
  useStore(runtime.$look);
  if (!journey) return null;
  const { say } = runtime;
  const oneWay = isOneWay(journey);
  return (
    <>
      {/* biome-ignore lint/a11y: tapping beside the sheet is a shortcut; the button for it is in the header */}
      <div class="scrim" onClick={overlay.dismiss} />
      <aside class="surface panel sheet" part="panel" aria-label={journey.title} tabIndex={-1}>
        <div class="grab" />
        <header class="head">
          <div class="grow">
            <h3>{journey.title}</h3>
            <div class="s soft">{subline(journey, say)}</div>
          </div>
          <button
            type="button"
            class="btn quiet icon fold"
            part="fold"
            aria-label={say("fold")}
            onClick={() => overlay.fold(surface)}
          >
            <Icon name="fold" />
          </button>
          <button type="button" class="btn quiet icon" part="close" aria-label={say("close")} onClick={overlay.dismiss}>
            <Icon name="close" />
          </button>
        </header>
        {oneWay ? (
          <Way key={`${journey.id} ${journey.subject}`} {...{ journey, overlay }} />
        ) : (
          <RecordList {...{ journey, runtime }} />
        )}
        <Foot journey={journey} overlay={overlay} />
      </aside>
    </>
  );
}

function subline(journey: JourneyView, say: Overlay["runtime"]["say"]): string {
  if (!isOneWay(journey)) return journey.records.length > 0 ? say("records.some", { n: journey.records.length }) : "";
  const progress = say("progress", { done: journey.done, total: journey.total });
  return journey.label === null ? progress : `${journey.label} · ${progress}`;
}

function Way({ journey, overlay }: { journey: JourneyView; overlay: Overlay }): VNode {
  const { runtime } = overlay;
  const frame = useStore(overlay.$frame);
  const walked = useStore(runtime.$walked);
  // What was walked before the panel opened, or has been drawn since, is not drawn again.
  const [drawn, finish] = useState(walked);
  const [chosen, choose] = useState<string | null>(null);
  const hereId = journey.here === null ? null : (journey.stations[journey.here]?.id ?? null);
  // A step that settles takes the card along to the new "here".
  const [since, settle] = useState(hereId);
  if (since !== hereId) {
    settle(hereId);
    choose(null);
  }
  const width = frame.phone ? frame.width : 392;
  const fresh = walked !== drawn && walked?.journey === journey.id ? walked.step : null;
  const geometry = mapGeometry(journey, width, fresh);
  const station = journey.stations.find(({ id }) => id === (chosen ?? hereId));
  const point = station && geometry.trail.points[journey.stations.indexOf(station)];
  return (
    <div class={geometry.fresh === null ? "stage" : "stage walking"}>
      <TrailMap
        {...{ journey, geometry, width }}
        chosen={station?.id ?? null}
        say={runtime.say}
        onChoose={choose}
        onWalked={() => finish(walked)}
      />
      {station && point ? (
        <StationCard {...{ journey, station, runtime }} at={point.x} />
      ) : (
        <SettledCard at={geometry.trail.destination.x} say={runtime.say} />
      )}
    </div>
  );
}

function Foot({ journey, overlay }: { journey: JourneyView; overlay: Overlay }): VNode | null {
  const { runtime } = overlay;
  const records = journey.per !== null && journey.subject !== null;
  if (journey.brief === null && !records) return null;
  const of = { journey: journey.id, subject: journey.subject };
  return (
    <footer class="foot">
      {journey.brief !== null && (
        <button type="button" class="btn quiet small" part="why" onClick={() => runtime.open("brief", of)}>
          {runtime.say("panel.why")}
        </button>
      )}
      {records && (
        <button
          type="button"
          class="btn quiet small"
          part="records"
          onClick={() => runtime.open("panel", { journey: journey.id, subject: null })}
        >
          {runtime.say("records.all")}
        </button>
      )}
    </footer>
  );
}
