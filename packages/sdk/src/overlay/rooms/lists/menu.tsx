import type { JourneyView } from "@waymark/engine";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { readSettings } from "../../../runtime/settings.ts";
import type { Overlay } from "../../context.ts";
import { DueChip } from "../../due-chip.tsx";
import { Icon } from "../../icon.tsx";
import { inSight, isOneWay, type LauncherFace, launcherFace } from "../../launcher-face.ts";
import { MiniTrail } from "../../mini-trail.tsx";
import { Slot } from "../../slot.tsx";

/** Records a menu shows, those that ask for something first; My map holds them all. */
const few = 5;

/** Whoever pressed the launcher goes on in the menu; the page's focus is left alone. */
function enter(menu: HTMLElement | null): void {
  const root = menu?.getRootNode();
  if (root instanceof ShadowRoot && root.activeElement) menu?.focus({ preventScroll: true });
}

/** The arrow keys walk along the lines, Home and End to the first and the last. */
function walk(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const all = [...menu.querySelectorAll<HTMLElement>("button")];
  const at = all.findIndex((each) => each.matches(":focus"));
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all.at(to % all.length)?.focus();
}

/** The person's journeys and records, opened from the launcher. */
export function Menu({ overlay }: { overlay: Overlay }): VNode {
  const { runtime, dismiss } = overlay;
  const { say } = runtime;
  const { side, shift = 0 } = readSettings(runtime.guest).launcher ?? {};
  const journeys = runtime.$journeys.get();
  const seen = inSight(runtime);
  const face = launcherFace(seen);
  return (
    <section
      class={side === "start" ? "surface menu start" : "surface menu"}
      style={{ "--shift": `${shift / overlay.$frame.get().scale}px` }}
      part="menu"
      role="dialog"
      aria-label={say("menu.title")}
      tabIndex={-1}
      ref={enter}
      onKeyDown={walk}
    >
      <div class="head">
        <h2 class="grow">{say("menu.title")}</h2>
        <button type="button" class="btn quiet icon" part="close" aria-label={say("close")} onClick={dismiss}>
          <Icon name="close" />
        </button>
      </div>
      <Slot name="menu-head" runtime={runtime} />
      {journeys.length === 0 && <p class="empty soft">{say("menu.empty")}</p>}
      <ul class="list">
        {journeys.map((journey) => (
          <li key={`${journey.id} ${journey.subject}`}>
            <Journey {...{ journey, runtime, face }} hidden={!seen.includes(journey)} />
          </li>
        ))}
      </ul>
      <Slot name="menu" runtime={runtime} />
      <div class="foot">
        <button type="button" class="btn quiet small" part="settings" onClick={() => runtime.open("settings")}>
          {say("menu.settings")}
        </button>
      </div>
    </section>
  );
}

interface JourneyProps {
  journey: JourneyView;
  runtime: Runtime;
  /** What the launcher says: the line it speaks of says it too. */
  face: LauncherFace;
  hidden: boolean;
}

/** What stands at a journey's end: what the launcher says of it, or how far it is. */
function Count({ journey, runtime: { say }, face, hidden }: JourneyProps): VNode | string | null {
  if (hidden) return say("menu.hidden");
  if (face.kind === "left" && face.journey === journey) return <b>{say("launcher.left", { n: face.left })}</b>;
  return isOneWay(journey) ? say("count", { done: journey.done, total: journey.total }) : null;
}

function Journey(props: JourneyProps): VNode {
  const { journey, runtime } = props;
  const { say } = runtime;
  const { id, subject, title, label, done, total, here, records, brief } = journey;
  const oneWay = isOneWay(journey);
  const action = here === null ? say("menu.settled") : journey.stations[here]?.title;
  const line = label === null ? action : `${label} · ${action}`;
  // The open one stands in the line above them.
  const others = records.filter((record) => record.subject !== subject);
  const list = records.length > 0 ? say.plural("records.some", records.length) : say("records.none");
  return (
    <>
      <button type="button" class="opt" part="journey" onClick={() => runtime.open("panel", { journey: id, subject })}>
        <MiniTrail done={oneWay ? done : 0} total={total} />
        <span>
          <b>{title}</b>
          <small>{oneWay ? line : list}</small>
        </span>
        <span class="count">
          <Count {...props} />
        </span>
      </button>
      {others.length > 0 && (
        <ul class="recs" aria-label={say("menu.records")}>
          {others.slice(0, few).map((record) => (
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
          {others.length > few && (
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
