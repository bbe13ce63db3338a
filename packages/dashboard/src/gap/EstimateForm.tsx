import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { Field, Wrong } from "../parts/Field.tsx";
import { SignedBy } from "../parts/SignedBy.tsx";
import type { GapGroup } from "./model.ts";
import { shareOf } from "./share-of.ts";
import { gapWords as words } from "./words.ts";

interface EstimateFormProps {
  client: Client;
  group: GapGroup;
  /** The member's name; without one they sign. */
  name: string | null;
  onGiven(): void;
}

/** What a manager believes of every step, before anything that was found is sent to this page. */
export function EstimateForm({ client, group, name, onGiven }: EstimateFormProps): VNode {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [signed, setSigned] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const steps = group.asked.map(({ id }) => ({ step: id, share: shareOf(values[id] ?? "") }));
    const known = steps.flatMap(({ step, share }) => (share === null ? [] : [{ step, share }]));
    if (known.length < steps.length) return setWrong(words.wrongShare);
    const signature = signed.trim() === "" ? {} : { signed: signed.trim() };
    const place = { journey: group.journey.id, role: group.role.id };
    const answer = await client.giveEstimates({ ...place, steps: known, ...signature });
    if (answer.ok) onGiven();
    else setWrong(answer.problem.detail);
  };
  return (
    <form class="gap-form asked" noValidate onSubmit={(event) => void send(event)}>
      <h3>{words.estimate.title}</h3>
      <p class="asked-note">{words.estimate.why}</p>
      <div class="fields">
        {group.asked.map((step) => (
          <Field key={step.id} label={step.title} unit={words.estimate.of100}>
            <input
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              value={values[step.id] ?? ""}
              onInput={(event) => setValues({ ...values, [step.id]: event.currentTarget.value })}
            />
          </Field>
        ))}
      </div>
      <SignedBy name={name} by={signed} onBy={setSigned} />
      <Wrong text={wrong} />
      <div class="send">
        <button type="submit" class="btn primary">
          {words.estimate.send}
        </button>
        <span class="asked-note">{words.estimate.once}</span>
      </div>
    </form>
  );
}
