import type { Step, Target, TargetWays } from "@waymark/schema";
import { findTarget } from "@waymark/sdk/targeting";
import type { VNode } from "preact";
import { fragileBelow } from "../recorder/deed.ts";
import type { WordKey } from "../words/keys.ts";
import type { Say } from "../words/words.ts";
import type { Parts } from "./context.ts";
import { Icon } from "./icon.tsx";

const waysOf = (target: Target): TargetWays => (Array.isArray(target) ? (target[0] ?? {}) : target);
const wayName = (way: string, say: Say): string => say(`way.${way}` as WordKey);

/** How a target is called: by what people read on it. */
export function targetName(target: Target): string {
  const { name, label, text, testId, id, css, ref } = waysOf(target);
  return name ?? label ?? text ?? testId ?? id ?? ref ?? css ?? "";
}

/** What each way says, in one line: `button “Log call”`. */
function wayText(ways: TargetWays, way: string): string {
  const value = ways[way as keyof TargetWays];
  return typeof value === "string" ? value : value ? targetName(value) : "";
}

/** Where a step is done: how surely that is found again, by what, and what would lose it. */
export function TargetField({ state, acts, say, step }: Parts & { step: Step }): VNode {
  const target = step.do?.target;
  const seen = state.work?.seen[step.id];
  const finding = target ? findTarget(target) : null;
  const here = finding?.element != null;
  const sure = seen ? seen.confidence : (finding?.score ?? 0);
  const grade = seen || here ? (sure < fragileBelow ? "fragile" : sure < 0.9 ? "likely" : "sure") : "away";
  const ways = target ? waysOf(target) : {};
  return (
    <fieldset class="part">
      <legend>{say("target.title")}</legend>
      {target ? (
        <div class="target">
          <div class="row">
            <span class={`meter ${grade}`} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            <b class="grow clip">{targetName(target)}</b>
            <span class={`grade ${grade}`}>{say(`target.${grade}`)}</span>
          </div>
          <p class="s soft">
            {say(here ? "target.here" : "target.away")}
            {". "}
            {seen &&
              (seen.breaks.length > 0
                ? say("target.breaks", { ways: seen.breaks.map((way) => wayName(way, say)).join(", ") })
                : say("target.solid"))}
            {seen && seen.runnerUp > seen.confidence - 0.1 && seen.runnerUp > 0.5 ? ` ${say("target.twin")}` : ""}
          </p>
          <details class="s">
            <summary>{say("target.ways")}</summary>
            <dl class="ways">
              {Object.keys(ways).map((way) => (
                <div key={way}>
                  <dt>{wayName(way, say)}</dt>
                  <dd>{wayText(ways, way)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      ) : (
        <p class="s soft">{say("target.none")}</p>
      )}
      <div class="row wrap">
        <button type="button" class="btn" onClick={() => acts.record.pick(step, "target")}>
          <Icon name="point" />
          {say(target ? "target.again" : "target.pick")}
        </button>
        {target && (
          <button
            type="button"
            class="btn quiet"
            onClick={() =>
              acts.write.edit({ do: "step", id: step.id, change: { do: { ...step.do, target: undefined } } })
            }
          >
            {say("target.remove")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** The fields that the focus view keeps lit. */
export function FocusFields({ acts, say, step }: Parts & { step: Step }): VNode {
  const fields = step.do?.focus ?? [];
  const without = (index: number): Target[] | undefined => {
    const rest = fields.filter((_, at) => at !== index);
    return rest.length > 0 ? rest : undefined;
  };
  return (
    <fieldset class="part">
      <legend>{say("target.fields")}</legend>
      <ul class="chips">
        {fields.map((field, index) => {
          const name = targetName(field);
          const remove = say("target.removeField", { name });
          const focus = without(index);
          return (
            <li key={`${index} ${name}`} class="chip">
              {name}
              <button
                type="button"
                class="cross"
                aria-label={remove}
                title={remove}
                onClick={() => acts.write.edit({ do: "step", id: step.id, change: { do: { ...step.do, focus } } })}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <div>
        <button type="button" class="btn" onClick={() => acts.record.pick(step, "field")}>
          <Icon name="plus" />
          {say("target.addField")}
        </button>
      </div>
    </fieldset>
  );
}
