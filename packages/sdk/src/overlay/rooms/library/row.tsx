import { Component, type VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { MiniTrail } from "../../mini-trail.tsx";
import { segmentsOf } from "./segments.ts";
import type { Hit } from "./shelf.ts";

interface RowProps {
  hit: Hit;
  id: string;
  active: boolean;
  runtime: Runtime;
  /** Making one for each row and key would cost more than all else of the row. */
  figures: Intl.NumberFormat;
  onOpen(hit: Hit): void;
}

/** Within a week the day's name says it best. */
const nearMs = 6 * 86_400_000;

/** `null`: today. */
function dayOf(at: number, runtime: Runtime): string | null {
  const now = runtime.guest.platform.now();
  if (new Date(at).toDateString() === new Date(now).toDateString()) return null;
  const near = now - at < nearMs;
  const { locale } = runtime.$look.get();
  return new Intl.DateTimeFormat(locale, near ? { weekday: "long" } : { day: "numeric", month: "short" }).format(at);
}

/** What the person gains, or where they stand. */
function lineOf({ entry, view }: Hit, runtime: Runtime): string {
  const { say } = runtime;
  const gain = view.brief?.benefit ?? view.destination ?? "";
  if (entry.at === null) return gain;
  const day = dayOf(entry.at, runtime);
  const key = entry.state === "done" ? "library.done" : "library.stopped";
  const n = (view.here ?? 0) + 1;
  return day === null ? say(`${key}-today`, { n }) : say(key, { n, day });
}

/** Minutes of the way, or of what is left of it; nothing where its author gave none. */
function minutesOf({ entry, view }: Hit, runtime: Runtime, figures: Intl.NumberFormat): string {
  const left = view.stations.filter(
    ({ state }) => entry.state !== "begun" || (state !== "done" && state !== "skipped"),
  );
  const minutes = left.reduce((sum, station) => sum + (station.minutes ?? 0), 0);
  if (minutes === 0) return "";
  const n = figures.format(Math.max(1, Math.round(minutes)));
  return runtime.say(entry.state === "begun" ? "library.left" : "library.minutes", { n });
}

/** A title with the words that were met in the accent. */
function Title({ text, words }: { text: string; words: ReadonlySet<string> }): VNode {
  return (
    <b>
      {segmentsOf(text).map(({ text: part, word }) => (word !== null && words.has(word) ? <mark>{part}</mark> : part))}
    </b>
  );
}

/** One journey of the library. It is drawn anew only where something of it changed: most keys leave most rows alone. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { hit, id, active } = this.props;
    const same = [...hit.words].join() === [...next.hit.words].join();
    return hit.view !== next.hit.view || id !== next.id || active !== next.active || !same;
  }

  override render(): VNode {
    const { hit, id, active, runtime, figures, onOpen } = this.props;
    const { view } = hit;
    return (
      // biome-ignore lint/a11y: an option of a combobox; the keys are heard by the field that holds the focus.
      <div
        class={active ? "hit on" : "hit"}
        part="hit"
        role="option"
        id={id}
        aria-selected={active ? "true" : "false"}
        onClick={() => onOpen(this.props.hit)}
      >
        <MiniTrail done={view.done} total={view.total} />
        <span class="grow">
          <Title text={view.title} words={hit.words} />
          <small>{lineOf(hit, runtime)}</small>
        </span>
        <span class="count">{minutesOf(hit, runtime, figures)}</span>
      </div>
    );
  }
}
