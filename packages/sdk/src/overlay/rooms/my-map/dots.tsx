import type { RecordView } from "@waymark/engine";
import { type Dot, lanes, type MyMap } from "@waymark/engine/trail";
import { Component, type VNode } from "preact";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Mark } from "./mark.tsx";
import { recordLine, whenWords } from "./record-words.ts";

interface DotsProps {
  runtime: Runtime;
  map: MyMap;
  width: number;
  /** How many lanes have their dots already. */
  drawn: number;
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

/** A dot for each record that has a place. One of them is reached by Tab, the others by arrow keys. */
export class Dots extends Component<DotsProps, DotsState> {
  override state: DotsState = { active: "", told: null };

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
        {map.dots.map((dot) => {
          if (lanes.indexOf(dot.lane) >= drawn) return null;
          const each = recordAt(dot);
          const key = keyOf(dot);
          if (!each) return null;
          return (
            <button
              key={key}
              type="button"
              class="spot-on"
              part="dot"
              data-dot={key}
              tabIndex={dot === active ? 0 : -1}
              aria-label={`${each.label}, ${recordLine(each, runtime, now)}`}
              style={{ insetInlineStart: `${dot.at.x}px`, insetBlockStart: `${dot.at.y}px` }}
              onFocus={() => this.setState({ active: key, told: key })}
              onBlur={() => this.setState({ told: null })}
              onMouseEnter={() => this.setState({ told: key })}
              onMouseLeave={() => this.setState({ told: null })}
              onClick={() => onOpen(each)}
            >
              <Mark standing={dot.lane} />
            </button>
          );
        })}
        {map.rest.map(({ lane, station, count, at }) => (
          <button
            key={`${lane} ${station}`}
            type="button"
            class="spot-on xs"
            style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px` }}
            aria-label={runtime.say.plural("my-map.rest", count)}
            onClick={() => onMore(station)}
          >
            <bdi dir="ltr">{`+${count}`}</bdi>
          </button>
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
