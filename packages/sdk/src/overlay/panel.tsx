import type { JourneyView } from "@waymark/engine";
import { Component, type VNode } from "preact";
import type { Overlay, SurfaceProps } from "./context.ts";
import { Icon } from "./icon.tsx";
import { isOneWay } from "./launcher-face.ts";
import { mapGeometry } from "./map-geometry.ts";
import { SettledCard } from "./settled-card.tsx";
import { Slot } from "./slot.tsx";
import { StationCard } from "./station-card.tsx";
import { TrailMap } from "./trail-map.tsx";

/** One journey: its map, the card of a station, and the way to its brief. */
export function Panel({ overlay }: SurfaceProps): VNode | null {
  const { runtime } = overlay;
  const journey = runtime.$current.get();
  const surface = runtime.$surface.get();
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
            <h2>{journey.title}</h2>
            <div class="s soft">
              <Subline {...{ journey, say }} />
            </div>
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
          <Slot name="records" {...{ runtime, journey }} />
        )}
        <Slot name="panel" {...{ runtime, journey }} />
        <Foot journey={journey} overlay={overlay} />
      </aside>
    </>
  );
}

/** How far it is, after the record's name: that may be in other letters, and must not turn the words around it. */
function Subline({ journey, say }: { journey: JourneyView; say: Overlay["runtime"]["say"] }): VNode | string | null {
  const { records, label, done, total } = journey;
  if (!isOneWay(journey)) return records.length > 0 ? say.plural("records.some", records.length) : null;
  return (
    <>
      {label !== null && <bdi>{label}</bdi>}
      {label !== null && " · "}
      {say("progress", { done, total })}
    </>
  );
}

interface WayProps {
  journey: JourneyView;
  overlay: Overlay;
}

interface WayState {
  /** The station whose card the person asked for. */
  chosen: string | null;
  /** The station that was "here" when they did. */
  since: string | null;
  /** The stretch that needs no drawing any more. */
  drawn: ReturnType<Overlay["runtime"]["$walked"]["get"]>;
}

class Way extends Component<WayProps, WayState> {
  // What was walked before the panel opened is not drawn again.
  override state: WayState = { chosen: null, since: null, drawn: this.props.overlay.runtime.$walked.get() };
  /** What is drawn before all of it is there has the height of the whole at once, and keeps it. */
  private readonly still = this.props.overlay.runtime.guest.$documents
    .get()
    .some(({ id, index }) => index && id === this.props.journey.id)
    ? " still"
    : "";

  override render(): VNode {
    const { journey, overlay } = this.props;
    const { runtime } = overlay;
    const frame = overlay.$frame.get();
    const walked = runtime.$walked.get();
    const hereId = journey.here === null ? null : (journey.stations[journey.here]?.id ?? null);
    // A step that settles takes the card along to the new "here".
    const wanted = (this.state.since === hereId ? this.state.chosen : null) ?? hereId;
    const width = frame.phone ? frame.width : 392;
    const fresh = walked !== this.state.drawn && walked?.journey === journey.id ? walked.step : null;
    const geometry = mapGeometry(journey, width, fresh);
    const station = journey.stations.find(({ id }) => id === wanted);
    const point = station && geometry.trail.points[journey.stations.indexOf(station)];
    return (
      <div class={`stage${geometry.fresh === null ? "" : " walking"}${this.still}`}>
        <TrailMap
          {...{ journey, geometry, width }}
          coarse={frame.coarse}
          chosen={station?.id ?? null}
          runtime={runtime}
          onChoose={(chosen) => this.setState({ chosen, since: hereId })}
          onWalked={() => this.setState({ drawn: walked })}
        />
        {station && point ? (
          <StationCard {...{ journey, station, runtime }} at={point.x} />
        ) : (
          <SettledCard at={geometry.trail.destination.x} say={runtime.say} />
        )}
      </div>
    );
  }
}

function Foot({ journey, overlay }: { journey: JourneyView; overlay: Overlay }): VNode | null {
  const { runtime } = overlay;
  const records = journey.per !== null && journey.records.length > 0;
  const {
    runtime: { $fillings },
  } = overlay;
  if (journey.brief === null && !records && !$fillings.get().some(({ slot }) => slot === "panel-foot")) return null;
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
          onClick={() => runtime.open("map", { journey: journey.id })}
        >
          {runtime.say("records.all")}
        </button>
      )}
      <Slot name="panel-foot" {...{ runtime, journey }} />
    </footer>
  );
}
