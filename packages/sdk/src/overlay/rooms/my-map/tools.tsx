import type { JourneyView } from "@waymark/engine";
import { plannedEvents, saveCalendar } from "../../../care/records/save-calendar.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import type { SortBy } from "./arrange.ts";

interface Change {
  journey?: string;
  find?: string;
  sort?: SortBy;
  station?: number | null;
}

interface ToolsProps {
  runtime: Runtime;
  journey: JourneyView;
  choices: readonly JourneyView[];
  find: string;
  sort: SortBy;
  station: number | null;
  onChange(change: Change): void;
}

const sorts: readonly SortBy[] = ["due", "name", "step"];

/** Finding and sorting; the station whose records alone are shown; the plans as a calendar file. */
export function Tools({ runtime, journey, choices, find, sort, station, onChange }: ToolsProps): VNode {
  const { say } = runtime;
  const only = station === null ? undefined : journey.stations[station];
  const events = plannedEvents(runtime, journey);
  return (
    <div class="tools">
      <input
        type="search"
        value={find}
        aria-label={say("my-map.find")}
        placeholder={say("my-map.find")}
        onInput={(event) => onChange({ find: event.currentTarget.value })}
      />
      <label>
        <span class="soft">{say("my-map.sort")}</span>
        <select class="pick" value={sort} onChange={(event) => onChange({ sort: event.currentTarget.value as SortBy })}>
          {sorts.map((each) => (
            <option key={each} value={each}>
              {say(`my-map.by.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {choices.length > 1 && (
        <select
          class="pick"
          value={journey.id}
          aria-label={say("my-map.journey")}
          onChange={(event) => onChange({ journey: event.currentTarget.value, station: null })}
        >
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      {only && (
        <button type="button" class="btn small" onClick={() => onChange({ station: null })}>
          {say("my-map.only", { step: only.title })}
        </button>
      )}
      <span class="grow" />
      {events.length > 0 && (
        <button type="button" class="btn quiet small" part="calendar" onClick={() => saveCalendar(runtime, events)}>
          {say("my-map.calendar")}
        </button>
      )}
    </div>
  );
}
