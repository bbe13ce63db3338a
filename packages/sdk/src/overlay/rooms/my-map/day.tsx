import type { JourneyView } from "@waymark/engine";
import { plannedEvents, saveCalendar } from "../../../care/records/save-calendar.ts";
import { Component, type Ref, type VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";
import {
  freeToday,
  type Held,
  heldBy,
  hourWords,
  type Item,
  itemsOf,
  keyOf,
  layOut,
  sameDay,
  timeOf,
} from "./day-plan.ts";
import { DayRow } from "./day-row.tsx";

interface DayProps {
  overlay: Overlay;
  /** The journeys with records of their own. */
  choices: readonly JourneyView[];
  top: Ref<HTMLButtonElement>;
  onBack(): void;
}

/** As many rows are drawn at once; the others come when they are asked for. */
const fewRows = 12;

type Group = "asks" | "nothing";

/** What asks for the person today, and what has nothing planned: each gets its time by one tap. */
export class Day extends Component<DayProps, Record<Group, number>> {
  override state: Record<Group, number> = { asks: fewRows, nothing: 5 };

  /** As it was on opening: what gets its time stays where the person looks. */
  private readonly order: Record<Group, string[]> = this.lookThrough();

  private lookThrough(): Record<Group, string[]> {
    const items = itemsOf(this.props.choices);
    const keys = (...standings: string[]): string[] =>
      standings.flatMap((name) => items.filter(({ record }) => record.standing === name).map(keyOf));
    return { asks: keys("overdue", "today"), nothing: keys("nothing") };
  }

  private group(name: Group, items: ReadonlyMap<string, Item>): Item[] {
    return this.order[name].flatMap((key) => items.get(key) ?? []);
  }

  private list(name: Group, group: readonly Item[], held: readonly Held[]): VNode | null {
    const { overlay, choices } = this.props;
    const { runtime } = overlay;
    const { say } = runtime;
    if (group.length === 0) return null;
    const title = say(name === "asks" ? "my-map.day.asks" : "my-map.nothing");
    const shown = group.slice(0, this.state[name]);
    return (
      <section aria-label={title}>
        <h3>
          <span class="grow">{title}</span>
          <span class="n">{new Intl.NumberFormat(runtime.$look.get().locale).format(group.length)}</span>
        </h3>
        <ul>
          {shown.map((item) => (
            <DayRow key={keyOf(item)} {...{ item, held, runtime }} named={choices.length > 1} />
          ))}
        </ul>
        {group.length > shown.length && (
          <button
            type="button"
            class="btn quiet small"
            part="more"
            onClick={() => this.setState((state) => ({ ...state, [name]: state[name] + fewRows }))}
          >
            {say("my-map.day.more")}
          </button>
        )}
      </section>
    );
  }

  /** Everything that asks and has no time from now on, one after another; and the day as a file. */
  private foot(asks: readonly Item[], held: readonly Held[]): VNode | null {
    const { overlay, choices } = this.props;
    const { runtime } = overlay;
    const { say, guest, $look } = runtime;
    const now = guest.platform.now();
    const waiting = asks.slice(0, this.state.asks).filter((item) => (timeOf(item, runtime) ?? 0) < now);
    const [first] = waiting;
    const from = first && freeToday(held, first, runtime);
    const events = choices.flatMap((journey) => plannedEvents(runtime, journey));
    const today = events.filter(({ start }) => sameDay(start, now));
    if (from == null && today.length === 0) return null;
    return (
      <div class="foot day-foot">
        {from != null && (
          <button
            type="button"
            class={today.length > 0 ? "btn quiet" : "btn primary"}
            part="all-today"
            onClick={() => layOut(held, waiting, runtime)}
          >
            {say("my-map.day.all", { time: hourWords(from, $look.get().locale) })}
          </button>
        )}
        {today.length > 0 && (
          <button type="button" class="btn primary" part="calendar-today" onClick={() => saveCalendar(runtime, today)}>
            {say("my-map.day.calendar")}
          </button>
        )}
      </div>
    );
  }

  override render(): VNode {
    const { overlay, choices, top, onBack } = this.props;
    const { say } = overlay.runtime;
    const all = itemsOf(choices);
    const held = heldBy(all, overlay.runtime);
    const byKey = new Map(all.map((item) => [keyOf(item), item]));
    const [asks, nothing] = [this.group("asks", byKey), this.group("nothing", byKey)];
    const minutes = asks.reduce((sum, { station }) => sum + (station.minutes ?? 0), 0);
    const sub = [
      say.plural("my-map.asking", asks.length),
      ...(minutes > 0 ? [say("card.minutes", { n: minutes })] : []),
      ...(overlay.$frame.get().phone ? [] : [say("my-map.private")]),
    ].join(" · ");
    const back = (
      <button type="button" class="btn quiet" part="back" ref={top} onClick={onBack}>
        <svg class="i turn" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3.5 5.5 8l4.5 4.5" />
        </svg>
        {say("my-map.title")}
      </button>
    );
    return (
      <RoomFrame {...{ overlay, sub }} class="middle my-day" part="my-day" title={say("my-map.day")} head={back}>
        <div class="body">
          {asks.length + nothing.length === 0 && <p class="empty soft">{say("my-map.day.settled")}</p>}
          {this.list("asks", asks, held)}
          {this.list("nothing", nothing, held)}
        </div>
        {this.foot(asks, held)}
      </RoomFrame>
    );
  }
}
