import type { JourneyView, RecordView, Standing } from "@waymark/engine";
import { lanes } from "@waymark/engine/trail";
import { Component, type VNode } from "preact";
import type { SurfaceProps } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";
import { type Arranged, type Asked, arrange, type SortBy } from "./arrange.ts";
import { Day } from "./day.tsx";
import { DayButton } from "./day-button.tsx";
import { Drawing } from "./drawing.tsx";
import { Mark } from "./mark.tsx";
import { openRecord } from "./open-record.ts";
import { recordLine } from "./record-words.ts";
import { Tools } from "./tools.tsx";
import { VirtualList } from "./virtual-list.tsx";

interface MyMapState {
  /** The journey the person chose here. */
  journey: string | null;
  find: string;
  sort: SortBy;
  station: number | null;
  /** On a phone one list is shown at a time. */
  list: Standing | null;
  /** How much is drawn: the frame, the way, the lists, then lane by lane. */
  drawn: number;
  /** The person plans their day instead of looking at the map. */
  planning: boolean;
}

const none: readonly RecordView[] = [];

/** Widest the room gets, px. */
const widest = 1016;

/** All records of a journey on one way, and the same in four lists. */
export class MyMap extends Component<SurfaceProps, MyMapState> {
  override state: MyMapState = {
    ...{ journey: null, find: "", sort: "due", station: null, list: null, drawn: 0 },
    planning: false,
  };
  private below: HTMLElement | null = null;
  private top: HTMLElement | null = null;
  private last: { records: readonly RecordView[]; asked: string; arranged: Arranged } | undefined;

  private frame = 0;

  /** One piece a frame: no task is long, also on a slow device. */
  private readonly more = (): void => {
    this.frame = requestAnimationFrame(() => {
      const drawn = this.state.drawn + 1;
      this.setState({ drawn });
      if (drawn < 3 + 2 * lanes.length) this.more();
    });
  };

  override componentDidMount(): void {
    this.more();
  }

  override componentWillUnmount(): void {
    cancelAnimationFrame(this.frame);
  }

  private choices(): JourneyView[] {
    return this.props.overlay.runtime.$journeys.get().filter(({ per }) => per !== null);
  }

  private journeyOf(choices: readonly JourneyView[]): JourneyView | null {
    const { $surface, $current } = this.props.overlay.runtime;
    const surface = $surface.get();
    const opened = "journey" in surface ? surface.journey : undefined;
    const wanted = this.state.journey ?? opened;
    const current = $current.get();
    return choices.find(({ id }) => id === wanted) ?? (current?.per ? current : (choices[0] ?? null));
  }

  /** Sets the records out again only when they or the question have changed. */
  private arranged({ records, stations }: JourneyView): Arranged {
    const { find, sort, station } = this.state;
    const asked: Asked = { find, sort, station, locale: this.props.overlay.runtime.$look.get().locale };
    const text = JSON.stringify(asked) + stations.length;
    if (this.last?.records !== records || this.last.asked !== text) {
      this.last = { records, asked: text, arranged: arrange(records, stations.length, asked) };
    }
    return this.last.arranged;
  }

  /** A station lists its own records alone; on a phone the list lies below the drawing. */
  private readonly choose = (station: number | null): void => {
    this.setState({ station }, () => this.below?.scrollIntoView({ block: "end" }));
  };

  private readonly plan = (planning: boolean): void => {
    this.setState({ planning }, () => this.top?.focus({ preventScroll: true }));
  };

  /** The button that leads to the other face of the room: it is where the focus goes when the faces change. */
  private readonly keepTop = (top: HTMLElement | null): void => {
    this.top = top;
  };

  override render(): VNode {
    const { overlay } = this.props;
    const { runtime } = overlay;
    const { say } = runtime;
    const choices = this.choices();
    const journey = this.journeyOf(choices);
    if (journey === null) {
      return (
        <RoomFrame overlay={overlay} class="middle my-map" part="my-map" title={say("my-map.title")}>
          <p class="empty soft">{say("my-map.nobody")}</p>
        </RoomFrame>
      );
    }
    if (this.state.planning)
      return <Day {...{ overlay, choices }} top={this.keepTop} onBack={() => this.plan(false)} />;
    const arranged = this.arranged(journey);
    const frame = overlay.$frame.get();
    const { width: window, coarse } = frame;
    // Names too large for the bends of the way have a column of their own.
    const phone = frame.phone || coarse;
    const open = (record: RecordView): void => openRecord(runtime, journey.id, record);
    const sub = [
      say.plural("my-map.open", arranged.open),
      ...(arranged.asking > 0 ? [say.plural("my-map.asking", arranged.asking)] : []),
      ...(phone ? [] : [say("my-map.private")]),
    ].join(" · ");
    const day = <DayButton say={say} top={this.keepTop} onPress={() => this.plan(true)} />;
    return (
      <RoomFrame
        {...{ overlay, sub }}
        class="middle my-map"
        part="my-map"
        title={say("my-map.title")}
        head={phone ? undefined : day}
      >
        <div class="body">
          {phone && <div class="day-way">{day}</div>}
          <Drawing
            {...{ runtime, journey, arranged }}
            width={frame.phone ? window : Math.min(coarse ? 480 : widest, window - 48)}
            coarse={coarse}
            turned={phone}
            station={this.state.station}
            drawn={phone ? lanes.length : this.state.drawn - 3 - lanes.length}
            onStation={this.choose}
            onOpen={open}
          />
          {phone && this.legend(arranged)}
          <Tools
            {...{ runtime, journey, choices }}
            {...{ find: this.state.find, sort: this.state.sort, station: this.state.station }}
            onChange={(change) => this.setState(change)}
          />
          {this.lists(arranged, open, phone)}
        </div>
      </RoomFrame>
    );
  }

  /** The list a phone shows: the one asked for, as long as it holds anything. */
  private chosen({ lists }: Arranged): Standing {
    const { list } = this.state;
    if (list !== null && lists[list].length > 0) return list;
    return lanes.find((name) => lists[name].length > 0) ?? "overdue";
  }

  private legend(arranged: Arranged): VNode {
    const { say } = this.props.overlay.runtime;
    const chosen = this.chosen(arranged);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
      <div class="legend" role="group" aria-label={say("my-map.lists")}>
        {lanes.map((name) => (
          <button
            key={name}
            type="button"
            class="btn quiet"
            aria-pressed={name === chosen}
            onClick={() => this.setState({ list: name })}
          >
            <Mark standing={name} />
            <span>{say(`my-map.${name}`)}</span>
            <b>{arranged.lists[name].length}</b>
          </button>
        ))}
      </div>
    );
  }

  private lists(arranged: Arranged, open: (record: RecordView) => void, phone: boolean): VNode {
    const { runtime } = this.props.overlay;
    const { say } = runtime;
    const { lists } = arranged;
    const now = runtime.guest.platform.now();
    const list = (name: Standing): VNode => (
      <VirtualList
        key={`${name} ${this.state.find} ${this.state.sort} ${this.state.station}`}
        name={say(`my-map.${name}`)}
        high={this.props.overlay.$frame.get().coarse ? 76 : 48}
        records={this.state.drawn > 2 + lanes.indexOf(name) || phone ? lists[name] : none}
        line={(record) => recordLine(record, runtime, now)}
        onOpen={open}
      />
    );
    if (phone) {
      return (
        <div
          class="one-list"
          ref={(below) => {
            this.below = below;
          }}
        >
          {list(this.chosen(arranged))}
        </div>
      );
    }
    return (
      <div class="lists">
        {lanes.map((name) => (
          <section key={name} aria-label={say(`my-map.${name}`)}>
            <h3>
              <Mark standing={name} />
              <span class="grow">{say(`my-map.${name}`)}</span>
              <span class="n">{lists[name].length}</span>
            </h3>
            {list(name)}
          </section>
        ))}
      </div>
    );
  }
}
