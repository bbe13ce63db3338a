import type { Condition, Step } from "@waymark/schema";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { Field } from "./field.tsx";
import { problemAt } from "./say-problem.ts";

const kinds = ["event", "page", "input", "click", "manual"] as const;
type Kind = (typeof kinds)[number] | "other";

function kindOf(done: Condition | undefined): Kind {
  if (!done || "manual" in done) return "manual";
  const kind = kinds.find((each) => each in done);
  // One that says more than the fields here would lose it.
  if (kind === "input" && "matches" in done) return "other";
  return kind ?? "other";
}

/** A condition of a kind, with what the step knows already. */
function conditionOf(kind: Kind, step: Step): Condition | undefined {
  const target = step.do?.target;
  if (kind === "event") return { event: "" };
  if (kind === "page") return { page: step.do?.open ?? "/" };
  if (kind === "click" && target) return { click: target };
  if (kind === "input" && target) return { input: target };
  return undefined;
}

/** When a step is done. What the app tells by itself comes first: it says that the work was done, a click only that somebody tried. */
export function DoneField({ state, acts, say, step }: Parts & { step: Step }): VNode {
  const { done } = step;
  const kind = kindOf(done);
  const set = (change: Condition | undefined, typing?: string): void =>
    acts.write.edit({ do: "step", id: step.id, change: { done: change } }, typing && `${step.id} ${typing}`);
  const offered = kinds.filter((each) => each === kind || step.do?.target || !["click", "input"].includes(each));
  const problem = problemAt(state.checked.problems, step.id, "done", say);
  return (
    <fieldset class="part">
      <legend>{say("done.title")}</legend>
      <label class="hide" for="step-done">
        {say("done.title")}
      </label>
      <select
        id="step-done"
        value={kind}
        onChange={(event) => set(conditionOf(event.currentTarget.value as Kind, step))}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {say(`done.${each}`)}
          </option>
        ))}
        {kind === "other" && <option value="other">{say("done.other")}</option>}
      </select>
      {done && "event" in done && (
        <Field
          id="done-event"
          label={say("done.eventName")}
          value={done.event}
          hint="call.logged"
          problem={problem}
          onInput={(event) => set({ ...done, event }, "event")}
        />
      )}
      {done && "event" in done && done.where && <code class="where">{whereText(done.where)}</code>}
      {done && "page" in done && (
        <Field
          id="done-page"
          label={say("done.pagePattern")}
          value={done.page}
          problem={problem}
          onInput={(page) => set({ page }, "page")}
        />
      )}
      {kind === "click" && <p class="s soft">{say("done.clickOnly")}</p>}
      {kind === "other" && <code class="where">{JSON.stringify(done)}</code>}
      {problem && kind === "manual" && <p class={`say ${problem.error ? "error" : "warn"}`}>{problem.text}</p>}
    </fieldset>
  );
}

const whereText = (where: Readonly<Record<string, unknown>>): string =>
  Object.entries(where)
    .map(([prop, value]) => `${prop} = ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
