import type { Step } from "@waymark/schema";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { DoneField } from "./done-field.tsx";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { problemAt } from "./say-problem.ts";
import { FocusFields, TargetField } from "./target-field.tsx";

/** A number out of a field: empty is none. */
const minutesOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

/** Everything about one step: what its person reads first, then where it is, then when it is done. */
export function StepForm({ step, ...parts }: Parts & { step: Step }): VNode {
  const { state, acts, say } = parts;
  const steps = state.work?.history.now.steps ?? [];
  const index = steps.indexOf(step);
  const flaw = (field: string) => problemAt(state.checked.problems, step.id, field, say);
  const set = (field: string, change: Partial<Step>): void =>
    acts.write.edit({ do: "step", id: step.id, change }, `${step.id} ${field}`);
  return (
    <div class="form" key={step.id}>
      <div class="row between">
        <h3>{say("step.of", { index: index + 1, count: steps.length })}</h3>
        <StepActs {...parts} {...{ step, index, count: steps.length }} />
      </div>
      <Field
        id="step-title"
        label={say("step.title")}
        value={step.title}
        most={24}
        problem={flaw("title")}
        onInput={(title) => set("title", { title })}
      />
      <Field
        id="step-say"
        label={say("step.say")}
        value={step.do?.say}
        most={90}
        rows={2}
        problem={flaw("do.say")}
        onInput={(text) => set("say", { do: { ...step.do, say: text } })}
      />
      <Field
        id="step-why"
        label={say("step.why")}
        value={step.why}
        most={90}
        rows={2}
        hint={say("step.whyHint")}
        problem={flaw("why")}
        onInput={(why) => set("why", { why })}
      />
      <TargetField {...parts} step={step} />
      <DoneField {...parts} step={step} />
      <div class="row top">
        <Field
          id="step-minutes"
          type="number"
          label={say("step.minutes")}
          value={step.minutes}
          problem={flaw("minutes")}
          onInput={(text) => set("minutes", { minutes: minutesOf(text) })}
        />
        <Field
          id="step-saves"
          type="number"
          label={say("step.saves")}
          value={step.saves?.minutes}
          problem={flaw("saves")}
          onInput={(text) => {
            const minutes = minutesOf(text);
            set("saves", { saves: minutes === undefined ? undefined : { ...step.saves, minutes } });
          }}
        />
      </div>
      <details>
        <summary>{say("step.more")}</summary>
        <div class="form">
          {step.saves && (
            <Field
              id="step-instead"
              label={say("step.instead")}
              value={step.saves.instead}
              most={80}
              onInput={(instead) =>
                step.saves && set("instead", { saves: { ...step.saves, instead: instead || undefined } })
              }
            />
          )}
          <Field
            id="step-heading"
            label={say("step.heading")}
            value={step.heading}
            most={40}
            problem={flaw("heading")}
            onInput={(heading) => set("heading", { heading })}
          />
          <Field
            id="step-label"
            label={say("step.label")}
            value={step.do?.label}
            most={24}
            problem={flaw("do.label")}
            onInput={(label) => set("label", { do: { ...step.do, label } })}
          />
          <Field
            id="step-open"
            label={say("step.open")}
            value={step.do?.open}
            problem={flaw("do.open")}
            onInput={(open) => set("open", { do: { ...step.do, open } })}
          />
          <Field
            id="step-full"
            label={say("step.full")}
            value={step.guide?.full?.say}
            rows={2}
            most={200}
            problem={flaw("guide.full")}
            onInput={(text) =>
              set("full", { guide: { ...step.guide, full: { ...step.guide?.full, say: text || undefined } } })
            }
          />
          <Field
            id="step-light"
            label={say("step.light")}
            value={step.guide?.light?.say}
            rows={2}
            most={90}
            problem={flaw("guide.light")}
            onInput={(text) => set("light", { guide: { ...step.guide, light: { say: text || undefined } } })}
          />
          <FocusFields {...parts} step={step} />
        </div>
      </details>
    </div>
  );
}

function StepActs({ acts, say, step, index, count }: Parts & { step: Step; index: number; count: number }): VNode {
  const act = (name: "earlier" | "later" | "bin", label: string, disabled: boolean, onClick: () => void): VNode => (
    <button type="button" class="btn quiet icon" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={name} />
    </button>
  );
  return (
    <div class="row tight">
      {act("earlier", say("step.earlier"), index <= 0, () => acts.write.moveStep(step.id, -1))}
      {act("later", say("step.later"), index >= count - 1, () => acts.write.moveStep(step.id, 1))}
      {act("bin", say("step.remove"), false, () => acts.write.removeStep(step.id))}
    </div>
  );
}
