import type { Verdict } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { Field, Wrong } from "../parts/Field.tsx";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { SignedBy } from "../parts/SignedBy.tsx";
import { words } from "../words.ts";

interface AnswerFormProps {
  client: Client;
  /** Of the published cell. */
  id: string;
  /** Of who is signed in, where it is known. */
  name: string | undefined;
  /** Each time the words change. */
  onDraft(text: string): void;
  onAnswered(): void;
}

const verdicts: readonly Verdict[] = ["did", "will", "will_not", "need_more"];

/** An answer to everybody who reported a place: what happens, in words, signed. */
export function AnswerForm({ client, id, name, onDraft, onAnswered }: AnswerFormProps): VNode {
  const [verdict, setVerdict] = useState<Verdict>("will");
  const [text, setText] = useState("");
  const [by, setBy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const author = name ?? by.trim();
    const signed = author === "" ? {} : { by: author };
    const answer = await client.answerVoice(id, { verdict, text: text.trim(), ...signed });
    if (answer.ok) onAnswered();
    else setProblem(answer.problem);
  };
  const options = verdicts.map((each) => ({ id: each, title: words.voices.verdicts[each] }));
  return (
    <form class="answer-form" onSubmit={(event) => void send(event)}>
      <RadioSwitch<Verdict>
        name={`verdict-${id}`}
        label={words.voices.verdict}
        options={options}
        value={verdict}
        onPick={(id) => setVerdict(id)}
      />
      <Field label={words.voices.text}>
        <textarea
          rows={3}
          maxLength={2000}
          required
          value={text}
          onInput={(e) => {
            setText(e.currentTarget.value);
            onDraft(e.currentTarget.value);
          }}
        />
      </Field>
      <SignedBy name={name} by={by} onBy={setBy} />
      <p class="small">{words.voices.seen}</p>
      <Wrong text={problem?.detail ?? null} />
      <button type="submit" class="btn primary" disabled={text.trim() === ""}>
        {words.voices.send}
      </button>
    </form>
  );
}
