import type { JourneyView, StationView } from "@waymark/engine";
import type { VNode } from "../draw/draw.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { Icon, type IconName } from "./icon.tsx";
import { richText } from "./rich-text.ts";
import { Slot } from "./slot.tsx";
import { type Act, actsFor } from "./station-acts.ts";

const icons: Record<Act, IconName> = {
  ...{ do: "show", show: "show", later: "later", tick: "tick" },
  ...{ did: "tick", hard: "speech", skip: "skip", untick: "back", unskip: "back" },
};

interface StationCardProps {
  journey: JourneyView;
  station: StationView;
  /** Where the notch points, px from the panel's start. */
  at: number;
  runtime: Runtime;
}

/** What to do at one station, why it helps, how long it takes, and one main button. */
export function StationCard({ journey, station, at, runtime }: StationCardProps): VNode {
  const { say } = runtime;
  const { main, quiet, rare } = actsFor(station);
  const here = station.state === "here";
  const settled = station.state === "done" || station.state === "skipped";
  const perform = (act: Act): void => {
    const of = [journey.id, station.id, journey.subject] as const;
    const acts: Record<Act, () => void> = {
      do: () => runtime.act(...of),
      show: () => (main === "show" ? runtime.act(...of) : runtime.show(...of)),
      later: () => runtime.hide(journey.id, false),
      tick: () => runtime.tick(...of),
      did: () => runtime.tick(...of),
      skip: () => runtime.skip(...of),
      untick: () => runtime.untick(...of),
      unskip: () => runtime.untick(...of),
      hard: () => runtime.open("report", { journey: journey.id, step: station.id, subject: journey.subject }),
    };
    acts[act]();
  };
  const button = (act: Act, icon?: VNode): VNode => (
    <button type="button" class="btn quiet" part="act" key={act} onClick={() => perform(act)}>
      {icon}
      {say(`act.${act}`)}
    </button>
  );
  return (
    <section class="card" part="card" style={{ "--at": `${at}px` }} aria-label={say(`card.${station.state}`)}>
      <div class="row">
        <span class={here ? "eyebrow lit grow" : "eyebrow grow"}>{say(`card.${station.state}`)}</span>
        <Slot name="card-due" {...{ runtime, journey, station }} />
      </div>
      <Slot name="card-head" {...{ runtime, journey, station }} />
      <h3>{station.heading}</h3>
      {station.say !== null && <p>{richText(station.say)}</p>}
      {station.why !== null && !settled && <p class="why">{station.why}</p>}
      {!settled && (
        <div class="meta">
          {station.minutes !== null && (
            <span>
              <Icon name="clock" />
              {say("card.minutes", { n: station.minutes })}
            </span>
          )}
          <Slot name="card-meta" {...{ runtime, journey, station }} />
        </div>
      )}
      {main !== null && (
        <button
          type="button"
          class={here ? "btn primary wide" : "btn wide"}
          part="primary"
          onClick={() => perform(main)}
        >
          {main === "do" ? station.label : say(`act.${main}`)}
        </button>
      )}
      <div class="acts">{quiet.map((act) => button(act, <Icon name={icons[act]} />))}</div>
      {rare.length > 0 && (
        // Another one for each station: it takes no press while it is new.
        <div class="rare" key={station.id}>
          {rare.map((act) => button(act))}
        </div>
      )}
      <Slot name="card-foot" {...{ runtime, journey, station }} />
    </section>
  );
}
