import type { RecordView } from "@waymark/engine";
import { type Dot, type LaneName, lanes, type MyMap } from "@waymark/engine/trail";
import { Component, type VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Mark } from "./mark.tsx";
import { recordLine, whenWords } from "./record-words.ts";

interface DotsProps {
  runtime: Runtime;
  map: MyMap;
  width: number;
  /** How many lanes have their dots already. */
  drawn: number;
  /** What the dots stand for: another list, and they are drawn again. */
  records: unknown;
  recordAt(dot: Dot): RecordView | undefined;
  onOpen(record: RecordView): void;
  /** The person wants to see those that have no dot. */
  onMore(station: number): void;
}

interface DotsState {
  /** The dot that Tab leads to. */
  active: string;
  /** The dot whose words are shown. */
  told: string | null;
}

const keyOf = ({ lane, station, index }: Dot): string => `${lane} ${station} ${index}`;

/** The dot an arrow key leads to: along the lane in reading direction, or to the nearest of the next lane. */
function neighbour(dots: readonly Dot[], from: Dot, key: string, forward: string): Dot | undefined {
  const lane = dots.filter((dot) => dot.lane === from.lane);
  const place = lane.indexOf(from);
  if (key === "ArrowRight" || key === "ArrowLeft") return lane[place + (key === forward ? 1 : -1)];
  if (key === "Home" || key === "End") return lane.at(key === "Home" ? 0 : -1);
  const order = key === "ArrowDown" ? lanes : [...lanes].reverse();
  const away = (dot: Dot): number => Math.hypot(dot.at.x - from.at.x, dot.at.y - from.at.y);
  for (const name of order.slice(order.indexOf(from.lane) + 1)) {
    const [nearest] = dots.filter((dot) => dot.lane === name).sort((a, b) => away(a) - away(b));
    if (nearest) return nearest;
  }
  return undefined;
}

interface LaneProps extends Pick<DotsProps, "runtime" | "map" | "records" | "recordAt" | "onOpen" | "onMore"> {
  lane: LaneName;
  /** The dot of this lane that Tab leads to. */
  active: string | null;
  onTell(key: string | null, focused: boolean): void;
}

/** The dots of one lane; drawn again only when it or its records have changed. */
class Lane extends Component<LaneProps> {
  override shouldComponentUpdate(next: LaneProps): boolean {
    return next.map !== this.props.map || next.records !== this.props.records || next.active !== this.props.active;
  }

  override render(): VNode {
    const { runtime, map, lane, active, recordAt, onOpen, onMore, onTell } = this.props;
    const now = runtime.guest.platform.now();
    return (
      <>
        {map.dots.map((dot) => {
          const each = dot.lane === lane ? recordAt(dot) : undefined;
          const key = keyOf(dot);
          if (!each) return null;
          return (
            <button
              key={key}
              type="button"
              class="spot-on"
              part="dot"
              data-dot={key}
              tabIndex={key === active ? 0 : -1}
              aria-label={`${each.label}, ${recordLine(each, runtime, now)}`}
              style={{ insetInlineStart: `${dot.at.x}px`, insetBlockStart: `${dot.at.y}px` }}
              onFocus={() => onTell(key, true)}
              onBlur={() => onTell(null, true)}
              onMouseEnter={() => onTell(key, false)}
              onMouseLeave={() => onTell(null, false)}
              onClick={() => onOpen(each)}
            >
              <Mark standing={lane} />
            </button>
          );
        })}
        {map.rest.map(({ lane: of, station, count, at }) =>
          of === lane ? (
            <button
              key={station}
              type="button"
              class="spot-on xs"
              style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px` }}
              aria-label={runtime.say.plural("my-map.rest", count)}
              onClick={() => onMore(station)}
            >
              <bdi dir="ltr">{`+${count}`}</bdi>
            </button>
          ) : null,
        )}
      </>
    );
  }
}

/** A dot for each record that has a place. One of them is reached by Tab, the others by arrow keys. */
export class Dots extends Component<DotsProps, DotsState> {
  override state: DotsState = { active: "", told: null };

  private readonly tell = (told: string | null, focused: boolean): void =>
    this.setState(focused && told !== null ? { told, active: told } : { told });

  private readonly go = (event: KeyboardEvent): void => {
    const { map, runtime } = this.props;
    const from = map.dots.find((dot) => keyOf(dot) === this.state.active) ?? map.dots[0];
    if (!from || !/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    const to = neighbour(map.dots, from, event.key, runtime.$look.get().dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    const group = event.currentTarget as HTMLElement;
    if (to) group.querySelector<HTMLElement>(`[data-dot="${keyOf(to)}"]`)?.focus();
  };

  override render(): VNode {
    const { runtime, map, width, drawn, recordAt, onOpen, onMore } = this.props;
    const now = runtime.guest.platform.now();
    const active = map.dots.find((dot) => keyOf(dot) === this.state.active) ?? map.dots[0];
    const told = map.dots.find((dot) => keyOf(dot) === this.state.told);
    const record = told && recordAt(told);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
      <div role="group" aria-label={runtime.say("my-map.dots")} onKeyDown={this.go}>
        {lanes.slice(0, Math.max(0, drawn)).map((lane) => (
          <Lane
            key={lane}
            {...{ runtime, map, lane, recordAt, onOpen, onMore }}
            records={this.props.records}
            active={active?.lane === lane ? keyOf(active) : null}
            onTell={this.tell}
          />
        ))}
        {told && record && (
          <div
            class={told.at.y < 90 ? "tip under" : "tip"}
            aria-hidden="true"
            style={{
              insetInlineStart: `${Math.max(100, Math.min(width - 100, told.at.x))}px`,
              insetBlockStart: `${told.at.y}px`,
            }}
          >
            <b>{record.label}</b>
            <br />
            {whenWords(record, runtime, now)}
          </div>
        )}
      </div>
    );
  }
}
