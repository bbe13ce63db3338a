import type { NewExpectation } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { Field, Wrong } from "../parts/Field.tsx";
import { SignedBy } from "../parts/SignedBy.tsx";
import { writtenDay, writtenDayOf } from "./day.ts";
import type { GapGroup, GapLine } from "./model.ts";
import { shareOf } from "./share-of.ts";
import { gapWords as words } from "./words.ts";

interface ExpectFormProps {
  client: Client;
  group: GapGroup;
  line: GapLine;
  name: string | null;
  timeZone: string;
  onStated(): void;
}

type Entered = Record<"share" | "by" | "minutes" | "milestone" | "milestoneShare" | "signed", string>;

const empty: Entered = { share: "", by: "", minutes: "", milestone: "", milestoneShare: "", signed: "" };

/** What was entered as it is sent, or what is wrong with it. */
export function readEntered(group: GapGroup, line: GapLine, it: Entered): NewExpectation | string {
  const share = shareOf(it.share);
  const before = it.milestone === "" ? null : shareOf(it.milestoneShare);
  if (share === null || (it.milestone !== "" && before === null)) return words.wrongShare;
  if (it.by === "") return words.wrongDay;
  return {
    ...{ journey: group.journey.id, step: line.step.id, role: group.role.id, share, by: it.by },
    ...(before === null ? {} : { milestones: [{ by: it.milestone, share: before }] }),
    ...(it.minutes.trim() === "" ? {} : { minutes: Number(it.minutes) }),
    ...(it.signed.trim() === "" ? {} : { signed: it.signed.trim() }),
  };
}

/** States what is expected of a step; below it what was stated so far. */
export function ExpectForm({ client, group, line, name, timeZone, onStated }: ExpectFormProps): VNode {
  const [entered, setEntered] = useState<Entered>(empty);
  const [wrong, setWrong] = useState<string | null>(null);
  const enter = (key: keyof Entered) => (event: { currentTarget: HTMLInputElement }) =>
    setEntered({ ...entered, [key]: event.currentTarget.value });
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = readEntered(group, line, entered);
    if (typeof read === "string") return setWrong(read);
    const answer = await client.stateExpectation(read);
    if (!answer.ok) return setWrong(answer.problem.detail);
    setEntered(empty);
    setWrong(null);
    onStated();
  };
  const { expect } = words;
  return (
    <form class="gap-form" noValidate onSubmit={(event) => void send(event)}>
      <h3>{line.expectations.length === 0 ? expect.title : expect.again}</h3>
      <div class="fields">
        <Field label={expect.share}>
          <input type="number" inputMode="numeric" min={0} max={100} value={entered.share} onInput={enter("share")} />
        </Field>
        <Field label={expect.by}>
          <input type="date" value={entered.by} onInput={enter("by")} />
        </Field>
        <Field label={expect.minutes}>
          <input type="number" inputMode="decimal" min={0} value={entered.minutes} onInput={enter("minutes")} />
        </Field>
        <Field label={expect.milestone}>
          <input type="date" value={entered.milestone} onInput={enter("milestone")} />
        </Field>
        <Field label={`${expect.milestone}: ${expect.milestoneShare}`}>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={100}
            value={entered.milestoneShare}
            onInput={enter("milestoneShare")}
          />
        </Field>
      </div>
      <SignedBy name={name} by={entered.signed} onBy={(signed) => setEntered({ ...entered, signed })} />
      <Wrong text={wrong} />
      <div class="send">
        <button type="submit" class="btn">
          {expect.send}
        </button>
        <span class="small">{expect.locked}</span>
      </div>
      {line.expectations.length === 0 ? null : (
        <ol class="versions" aria-label={expect.earlier}>
          {line.expectations.map(({ version, share, by, author, at }) => (
            <li key={version} class="small">
              {expect.version(version, Math.round(share * 100), writtenDay(by), author, writtenDayOf(at, timeZone))}
            </li>
          ))}
        </ol>
      )}
    </form>
  );
}
