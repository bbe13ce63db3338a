import { planWords } from "../../../care/records/plan-words.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { choicesFor, type Held, type Item, planAt, planLine, putPlan, sameDay } from "./day-plan.ts";
import { Mark } from "./mark.tsx";
import { whenWords } from "./record-words.ts";

interface DayRowProps {
  item: Item;
  held: readonly Held[];
  runtime: Runtime;
  /** Whether the journey is named: there is more than one. */
  named: boolean;
}

/** One record, its step, and when: one tap gives it a time, the same tap takes it back. */
export function DayRow({ item, held, runtime, named }: DayRowProps): VNode {
  const { say, guest, $look } = runtime;
  const { journey, record, station } = item;
  const now = guest.platform.now();
  const at = planAt(item, runtime);
  // What has no date asks for one by the buttons beside it.
  const dated = record.due === null ? [] : [whenWords(record, runtime, now)];
  const when = at !== null && at >= now ? [planLine(at, runtime)] : dated;
  const put = (due: number | null): void => {
    putPlan(item, due, runtime);
    if (due !== null) runtime.announce(planWords(due, station.title, say, $look.get().locale, now));
  };
  return (
    <li class="day-row" part="day-row">
      <Mark standing={record.standing ?? "nothing"} />
      <span class="grow">
        <b>
          <bdi>{record.label}</bdi>
        </b>
        <small>{[station.title, ...when, ...(named ? [journey.title] : [])].join(" · ")}</small>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="when" role="group" aria-label={say("my-map.day.when", { record: record.label })}>
        {choicesFor(held, item, runtime).map(({ key, due }) => {
          const on = at !== null && at >= now && sameDay(at, due);
          return (
            <button
              type="button"
              class={on ? "btn small on" : "btn small"}
              part="when"
              key={key}
              aria-pressed={on}
              onClick={() => put(on ? null : due)}
            >
              {say(`strip.plan.${key}`)}
            </button>
          );
        })}
      </div>
    </li>
  );
}
