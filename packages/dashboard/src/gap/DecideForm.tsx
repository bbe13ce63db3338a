import type { Choice, NewDecision } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { Field, Wrong } from "../parts/Field.tsx";
import { SignedBy } from "../parts/SignedBy.tsx";
import { dayFrom, writtenDay } from "./day.ts";
import type { GapGroup, GapLine } from "./model.ts";
import { gapWords as words } from "./words.ts";

interface DecideFormProps {
  client: Client;
  group: GapGroup;
  line: GapLine;
  name: string | null;
  onDecided(): void;
}

type Option = Choice["option"];

/** What is known that speaks about an option: the barrier it would take away, the date that is forecast. */
function landOf(option: Option, { row }: GapLine): string {
  if (row === null) return "";
  if (option === "new_version" || option === "coaching") return row.barrier === null ? "" : words.barriers[row.barrier];
  if (option !== "move_date" || row.forecast?.says !== "date") return "";
  return `${words.decide.forecast} ${writtenDay(row.forecast.on)}`;
}

/** What can change, as business words; one choice, with a reason, becomes a dated decision. */
export function DecideForm({ client, group, line, name, onDecided }: DecideFormProps): VNode {
  // A date can move only where there is one.
  const options: Option[] = [
    "new_version",
    ...(line.expectations.length > 0 ? (["move_date"] as const) : []),
    "coaching",
    "keep",
  ];
  const [option, setOption] = useState<Option>("new_version");
  const [by, setBy] = useState("");
  const [hours, setHours] = useState("2");
  const [on, setOn] = useState(() => dayFrom(Date.now(), 1));
  const [followUp, setFollowUp] = useState("");
  const [note, setNote] = useState("");
  const [signed, setSigned] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const choiceOf = (): Choice => {
    if (option === "move_date") return { option, by };
    return option === "coaching" ? { option, hours: Number(hours), on } : { option };
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (option === "move_date" && by === "") return setWrong(words.wrongDay);
    const decision: NewDecision = {
      ...{ journey: group.journey.id, step: line.step.id, role: group.role.id, choice: choiceOf(), note: note.trim() },
      ...(followUp === "" ? {} : { followUp }),
      ...(signed.trim() === "" ? {} : { signed: signed.trim() }),
    };
    const answer = await client.decide(decision);
    if (!answer.ok) return setWrong(answer.problem.detail);
    setNote("");
    setWrong(null);
    onDecided();
  };
  const { decide } = words;
  const radios = `option-${line.key}`;
  return (
    <form class="gap-form" noValidate onSubmit={(event) => void send(event)}>
      <fieldset class="options">
        <legend>{decide.title}</legend>
        {options.map((each) => (
          <label key={each} class="option">
            <input type="radio" name={radios} checked={each === option} onChange={() => setOption(each)} />
            <span class="strong">{decide.options[each].title}</span>
            <span class="small">{landOf(each, line)}</span>
            <span class="option-text">{decide.options[each].text}</span>
          </label>
        ))}
      </fieldset>
      <div class="fields">
        {option === "move_date" ? (
          <Field label={decide.newDay}>
            <input type="date" value={by} onInput={(event) => setBy(event.currentTarget.value)} />
          </Field>
        ) : null}
        {option === "coaching" ? (
          <>
            <Field label={decide.hours}>
              <input
                type="number"
                inputMode="decimal"
                min={0}
                value={hours}
                onInput={(event) => setHours(event.currentTarget.value)}
              />
            </Field>
            <Field label={decide.on}>
              <input type="date" value={on} onInput={(event) => setOn(event.currentTarget.value)} />
            </Field>
          </>
        ) : null}
        <Field label={decide.followUp}>
          <input type="date" value={followUp} onInput={(event) => setFollowUp(event.currentTarget.value)} />
        </Field>
      </div>
      <Field label={decide.note}>
        <textarea
          rows={2}
          maxLength={2000}
          placeholder={decide.noteHint}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <SignedBy name={name} by={signed} onBy={setSigned} />
      <Wrong text={wrong} />
      <div class="send">
        <button type="submit" class="btn primary" disabled={note.trim() === ""}>
          {decide.send}
        </button>
        <span class="small">{decide.dated}</span>
      </div>
    </form>
  );
}
