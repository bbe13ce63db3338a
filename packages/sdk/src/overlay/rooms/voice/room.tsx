import { type Voice, voiceOf } from "../../../care/voice/voice.ts";
import { Component, createRef, type VNode } from "../../../draw/draw.ts";
import type { Overlay, Room, SurfaceProps } from "../../context.ts";
import { voice as words } from "../../words/en/voice.ts";
import { RoomFrame } from "../frame.tsx";
import { KeptReport } from "./kept-report.tsx";
import { ReportForm } from "./report-form.tsx";
import { voiceCss } from "./style.ts";
import { titleOf } from "./titles.ts";

interface Place {
  journey: string;
  step: string;
}

/** What the room was opened on: a step, a journey's brief, or nothing, which is the list of all reports. */
function placeOf({ runtime }: Overlay): Place | null {
  const surface = runtime.$surface.get();
  if (surface.name !== "report" || surface.journey === undefined) return null;
  if (surface.step !== undefined) return { journey: surface.journey, step: surface.step };
  return surface.of === "brief" ? { journey: surface.journey, step: "" } : null;
}

class VoiceRoom extends Component<SurfaceProps, { all: boolean }> {
  override state: { all: boolean } = { all: false };
  private readonly body = createRef<HTMLDivElement>();
  private readonly voice: Voice = voiceOf(this.props.overlay.runtime.guest);

  override componentDidMount(): void {
    this.voice.read().then(
      () => this.forceUpdate(),
      () => this.props.overlay.runtime.guest.fail("voice"),
    );
  }

  /** What was pressed is gone: the focus stays in the room. */
  private readonly changed = (): void => {
    this.forceUpdate();
    this.body.current?.closest<HTMLElement>(".surface")?.focus({ preventScroll: true });
    this.props.overlay.runtime.redraw();
  };

  private list(): VNode {
    const { runtime } = this.props.overlay;
    const kept = this.voice.kept();
    const shared = { runtime, voice: this.voice, titled: true, onChanged: this.changed };
    if (kept.length === 0) return <p class="soft">{runtime.say("voice.none")}</p>;
    return (
      <ul>
        {kept.map((report) => (
          <KeptReport key={report.id} report={report} {...shared} />
        ))}
      </ul>
    );
  }

  private told(place: Place): VNode {
    const { runtime } = this.props.overlay;
    const report = this.voice.current(place.journey, place.step);
    if (!report) return <ReportForm {...{ runtime, voice: this.voice, ...place }} onDone={this.changed} />;
    return (
      <div class="body">
        <div class="eyebrow">{runtime.say("voice.said")}</div>
        <ul>
          <KeptReport report={report} titled={false} {...{ runtime, voice: this.voice }} onChanged={this.changed} />
        </ul>
      </div>
    );
  }

  override render(): VNode {
    const { overlay } = this.props;
    const { say } = overlay.runtime;
    const place = this.state.all ? null : placeOf(overlay);
    const title = place === null ? "voice.mine" : place.step === "" ? "voice.brief.title" : "voice.title";
    const sub = place ? titleOf(overlay.runtime, place.journey, place.step) : undefined;
    return (
      <RoomFrame overlay={overlay} class="report" part="report" title={say(title)} sub={sub}>
        <div class="body-of" ref={this.body}>
          {place ? this.told(place) : <div class="body">{this.list()}</div>}
        </div>
        {place && this.voice.kept().length > 0 && (
          <footer class="foot">
            <button type="button" class="btn quiet small" part="mine" onClick={() => this.setState({ all: true })}>
              {say("voice.mine")}
            </button>
          </footer>
        )}
      </RoomFrame>
    );
  }
}

export const room: Room = { view: VoiceRoom, css: voiceCss, words };
