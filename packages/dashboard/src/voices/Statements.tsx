import type { VoicesReport } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { Field, Wrong } from "../parts/Field.tsx";
import { SignedBy } from "../parts/SignedBy.tsx";
import { writtenDay } from "../text/dates.ts";
import { words } from "../words.ts";

type Said = VoicesReport["statements"][number];

export function StatementCard({ said, titled = false }: { said: Said; titled?: boolean }): VNode {
  return (
    <div class="stated">
      {titled ? (
        <p class="note">
          {said.titles.journey}: {said.titles.step ?? words.voices.brief} · {said.titles.role}
        </p>
      ) : null}
      <p class="small">
        <b>{said.by}</b>, {writtenDay(said.on)}, {said.informed ? words.voices.informed : words.voices.uninformed}
      </p>
      <p class="words">{said.text}</p>
    </div>
  );
}

interface StatementsProps {
  client: Client;
  statements: readonly Said[];
  place: { journey: string; step: string; role: string };
  states: boolean;
  /** Of who is signed in, where it is known. */
  name: string | undefined;
  onChanged(): void;
}

/** What managers say of a step, with their names, and the way to say something. */
export function Statements({ client, statements, place, states, name, onChanged }: StatementsProps): VNode {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [by, setBy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const signed = by.trim() === "" ? {} : { by: by.trim() };
    const answer = await client.state({ ...place, text: text.trim(), ...signed });
    if (!answer.ok) return setProblem(answer.problem);
    setOpen(false);
    setText("");
    setProblem(null);
    onChanged();
  };
  return (
    <section>
      <h3>{words.voices.statements}</h3>
      {statements.length === 0 ? <p class="note">{words.voices.noStatements}</p> : null}
      {statements.map((said) => (
        <StatementCard key={said.id} said={said} />
      ))}
      {states && !open ? (
        <button type="button" class="btn" onClick={() => setOpen(true)}>
          {words.voices.state}
        </button>
      ) : null}
      {states && open ? (
        <form class="answer-form framed" onSubmit={(event) => void send(event)}>
          <Field label={words.voices.stateText}>
            <textarea rows={2} maxLength={1000} required value={text} onInput={(e) => setText(e.currentTarget.value)} />
          </Field>
          <SignedBy name={name} by={by} onBy={setBy} />
          <p class="small">{words.voices.stateNote}</p>
          <Wrong text={problem?.detail ?? null} />
          <button type="submit" class="btn primary" disabled={text.trim() === ""}>
            {words.voices.stateSend}
          </button>
        </form>
      ) : null}
    </section>
  );
}
