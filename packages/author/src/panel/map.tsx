import { layTrail } from "@waymark/engine/trail";
import type { Step } from "@waymark/schema";
import { Flag, Land, textWidth } from "@waymark/sdk/look";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { Icon } from "./icon.tsx";

const height = 194;
/** From first and last point to the frame, px. */
const [start, end] = [40, 46];

interface MapProps extends Parts {
  width: number;
}

/** The journey as people will see it. Each station is a button: it opens the step. */
export function EditMap({ state, acts, say, width }: MapProps): VNode {
  const { work, checked } = state;
  if (!work) return <div />;
  const { steps, destination = "" } = work.history.now;
  const here = steps.findIndex(({ id }) => id === work.chosen);
  // What could be better stands in its own place: a red mark on each station would frighten whoever has just begun.
  const flawed = new Set(checked.problems.flatMap(({ severity, at }) => (severity === "error" ? at.step : [])));
  const names = steps.map(({ title }, index) => textWidth(title || say("map.newStep"), index === here));
  const stations = Math.max(steps.length, 1);
  const goalName = textWidth(destination, true);
  const trail = layTrail({
    width,
    height,
    stations,
    here: here < 0 ? null : here,
    next: null,
    start,
    end,
    names,
    goalName,
  });
  const narrow = (width - start - end) / stations < 40;
  return (
    <div class={`map${narrow ? " list" : ""}`} style={{ "--h": `${height}px` }}>
      <Land
        {...{ width, height }}
        peak={{ x: trail.destination.x - 6, y: trail.destination.y + 2 }}
        knoll={{ x: start + 18, y: height + 8 }}
      />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path class="t-bed" d={trail.bed} />
        <path class="t-far" d={trail.far || (steps.length > 0 ? trail.walked : "")} />
        {here >= 0 && <path class="t-walked" d={trail.walked} />}
        <Flag {...trail.destination} />
        {steps.map(({ id }, index) => (
          <Mark
            key={id}
            index={index}
            here={here}
            flawed={flawed.has(id)}
            {...(trail.points[index] ?? trail.destination)}
          />
        ))}
      </svg>
      <ol aria-label={say("map.label")}>
        {steps.map((step, index) => {
          const [label, point] = [trail.labels[index], trail.points[index]];
          if (!label || !point) return null;
          const style = {
            insetInlineStart: `${point.x}px`,
            top: `${point.y}px`,
            "--lw": `${label.width}px`,
            "--gap": `${label.gap + 16}px`,
            "--edge": `${20 - start}px`,
          };
          const state = step.id === work.chosen ? " here chosen" : "";
          return (
            <li key={step.id} class={`st ${label.side} ${label.align}${state}`} style={style}>
              <Station
                step={step}
                index={index}
                flawed={flawed.has(step.id)}
                {...{ acts, say, chosen: step.id === work.chosen }}
              />
            </li>
          );
        })}
        {destination !== "" && (
          <li class={`st ${trail.goal.side} end`} style={goalStyle(trail.destination, trail.goal)}>
            <div class="goal">
              <span class="clamp">{destination}</span>
            </div>
          </li>
        )}
      </ol>
      {steps.length === 0 && <p class="none soft s">{say("map.empty")}</p>}
      <button
        type="button"
        class="btn icon add"
        aria-label={say("map.add")}
        title={say("map.add")}
        onClick={() => acts.write.addStep("")}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}

const goalStyle = ({ x, y }: { x: number; y: number }, { width, gap }: { width: number; gap: number }) => ({
  insetInlineStart: `${x}px`,
  top: `${y}px`,
  "--lw": `${width}px`,
  "--gap": `${gap + 16}px`,
  "--edge": `${20 - end}px`,
});

interface StationProps extends Pick<Parts, "acts" | "say"> {
  step: Step;
  index: number;
  chosen: boolean;
  flawed: boolean;
}

function Station({ step, index, chosen, flawed, acts, say }: StationProps): VNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    // Where a language is read from the right, left is later.
    const turned = event.currentTarget instanceof Element && event.currentTarget.closest("[dir=rtl]") !== null;
    acts.write.moveStep(step.id, turned ? -by : by);
  };
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      onClick={() => acts.write.choose(step.id)}
      onKeyDown={onKeyDown}
    >
      <span class="hide">{index + 1}. </span>
      <span class="clamp">{step.title || say("map.newStep")}</span>
      {flawed && <span class="hide">, {say("map.flawed")}</span>}
    </button>
  );
}

interface MarkProps {
  index: number;
  here: number;
  flawed: boolean;
  x: number;
  y: number;
}

/** A station: where somebody works on it, an eye; what needs a look carries a small flag of its own. */
function Mark({ index, here, flawed, x, y }: MarkProps): VNode {
  return (
    <g>
      {index === here ? (
        <g>
          <circle class="s-halo" cx={x} cy={y} r="20" />
          <circle class="s-here" cx={x} cy={y} r="12" />
          <circle class="s-eye" cx={x} cy={y} r="4" />
        </g>
      ) : (
        <circle class={index < here ? "s-done" : "s-next"} cx={x} cy={y} r="7.5" />
      )}
      {flawed && (
        <circle class="s-flaw" cx={x + (index === here ? 11 : 7)} cy={y - (index === here ? 11 : 7)} r="4.5" />
      )}
    </g>
  );
}
