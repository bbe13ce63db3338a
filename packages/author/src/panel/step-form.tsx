import type { Step } from "@waymark/schema";
import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { DoneField } from "./done-field.tsx";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { problemAt } from "./say-problem.ts";
import { FocusFields, TargetField } from "./target-field.tsx";
import { Texts } from "./texts.tsx";

/** A number out of a field: empty is none. */
const minutesOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

/** Everything about one step: what its person reads first, then where it is, then when it is done. */
export function StepForm({ step, ...parts }: Parts & { step: Step }): VNode {
  const { state, acts, say } = parts;
  const steps = state.work?.history.now.steps ?? [];
  const index = steps.indexOf(step);
  const deeds = state.work?.parts?.[step.id]?.length ?? 0;
  const flaw = (field: string) => problemAt(state.checked.problems, step.id, field, say);
  const set = (field: string, change: Partial<Step>): void =>
    acts.write.edit({ do: "step", id: step.id, change }, `${step.id} ${field}`);
  const text = (at: string, word: "say" | "why" | "full" | "light", value: string | undefined, most: number) => ({
    at,
    label: say(`step.${word}`),
    value,
    rows: 2,
    most,
  });
  return (
    <div class="form" key={step.id}>
      <div class="row between">
        <h3>{say("step.of", { index: index + 1, count: steps.length })}</h3>
        <StepActs {...parts} {...{ step, index, count: steps.length }} />
      </div>
      {deeds > 1 && (
        <div>
          <button type="button" class="btn small" onClick={() => acts.record.takeApart(step)}>
            {say("step.apart", { count: deeds })}
          </button>
        </div>
      )}
      <Texts
        of="step"
        flaw={flaw}
        texts={[
          {
            at: "title",
            label: say("step.title"),
            value: step.title,
            most: 24,
            write: (title) => set("title", { title }),
          },
          { ...text("do.say", "say", step.do?.say, 90), write: (own) => set("say", { do: { ...step.do, say: own } }) },
          { ...text("why", "why", step.why, 90), hint: say("step.whyHint"), write: (why) => set("why", { why }) },
        ]}
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
          <Texts
            of="step"
            flaw={flaw}
            texts={[
              {
                at: "heading",
                label: say("step.heading"),
                value: step.heading,
                most: 40,
                write: (heading) => set("heading", { heading }),
              },
              {
                at: "do.label",
                label: say("step.label"),
                value: step.do?.label,
                most: 24,
                write: (label) => set("label", { do: { ...step.do, label } }),
              },
              {
                at: "do.open",
                label: say("step.open"),
                value: step.do?.open,
                write: (open) => set("open", { do: { ...step.do, open } }),
              },
              {
                ...text("guide.full", "full", step.guide?.full?.say, 200),
                write: (own) =>
                  set("full", { guide: { ...step.guide, full: { ...step.guide?.full, say: own || undefined } } }),
              },
              {
                ...text("guide.light", "light", step.guide?.light?.say, 90),
                write: (own) => set("light", { guide: { ...step.guide, light: { say: own || undefined } } }),
              },
            ]}
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
