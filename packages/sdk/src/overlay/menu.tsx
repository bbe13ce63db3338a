import type { JourneyView } from "@waymark/engine";
import type { VNode } from "preact";
import type { Runtime } from "../runtime/runtime.ts";
import type { Overlay } from "./context.ts";
import { DueChip } from "./due-chip.tsx";
import { Icon } from "./icon.tsx";
import { isOneWay } from "./launcher-face.ts";
import { MiniTrail } from "./mini-trail.tsx";
import { Slot } from "./slot.tsx";

/** Records a menu shows, those that ask for something first; My map holds them all. */
const few = 5;

/** Whoever pressed the launcher goes on in the menu; the page's focus is left alone. */
function enter(menu: HTMLElement | null): void {
  const root = menu?.getRootNode();
  if (root instanceof ShadowRoot && root.activeElement) menu?.focus({ preventScroll: true });
}

/** The person's journeys and records, opened from the launcher. */
export function Menu({ overlay, journeys }: { overlay: Overlay; journeys: readonly JourneyView[] }): VNode {
  const { runtime, dismiss } = overlay;
  const { say } = runtime;
  return (
    <section class="surface menu" part="menu" role="dialog" aria-label={say("menu.title")} tabIndex={-1} ref={enter}>
      <header class="head">
        <h2 class="grow">{say("menu.title")}</h2>
        <button type="button" class="btn quiet icon" part="close" aria-label={say("close")} onClick={dismiss}>
          <Icon name="close" />
        </button>
      </header>
      {journeys.length === 0 && <p class="empty soft">{say("menu.empty")}</p>}
      <ul class="list">
        {journeys.map((journey) => (
          <li key={`${journey.id} ${journey.subject}`}>
            <Journey journey={journey} runtime={runtime} />
          </li>
        ))}
      </ul>
      <Slot name="menu" runtime={runtime} />
    </section>
  );
}

function Journey({ journey, runtime }: { journey: JourneyView; runtime: Runtime }): VNode {
  const { say } = runtime;
  const { id, subject, title, label, done, total, here, records, brief, per } = journey;
  const oneWay = isOneWay(journey);
  const action = here === null ? say("menu.settled") : journey.stations[here]?.title;
  const line = label === null ? action : `${label} · ${action}`;
  const list =
    records.length > 0 ? say("records.some", { n: records.length }) : say("records.none", { per: per ?? "" });
  return (
    <>
      <button type="button" class="opt" part="journey" onClick={() => runtime.open("panel", { journey: id, subject })}>
        <MiniTrail done={oneWay ? done : 0} total={total} />
        <span>
          <b>{title}</b>
          <small>{oneWay ? line : list}</small>
        </span>
        <span class="count">{oneWay ? say("count", { done, total }) : null}</span>
      </button>
      {records.length > 0 && (
        <ul class="recs" aria-label={say("menu.records")}>
          {records.slice(0, few).map((record) => (
            <li key={record.subject}>
              <button
                type="button"
                class="rec"
                part="record"
                onClick={() => runtime.open("panel", { journey: id, subject: record.subject })}
              >
                <span class="grow">
                  <b>{record.label}</b>
                  <small>{record.here ?? say("records.settled")}</small>
                </span>
                {record.due && record.due.state !== "later" && <DueChip due={record.due} runtime={runtime} />}
              </button>
            </li>
          ))}
          {records.length > few && (
            <li>
              <button
                type="button"
                class="btn quiet small"
                part="records"
                onClick={() => runtime.open("map", { journey: id })}
              >
                {say("records.all")}
              </button>
            </li>
          )}
        </ul>
      )}
      {brief !== null && (
        <button
          type="button"
          class="btn quiet small why-link"
          part="why"
          onClick={() => runtime.open("brief", { journey: id, subject })}
        >
          {say("panel.why")}
        </button>
      )}
    </>
  );
}
