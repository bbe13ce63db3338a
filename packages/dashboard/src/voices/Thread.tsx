import type { VoicesReport, VoiceThread } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { writtenDay } from "../text/dates.ts";
import { words } from "../words.ts";
import { Answered, Counts } from "./Answered.tsx";
import { AnswerForm } from "./AnswerForm.tsx";
import { ageOf, lateAfter } from "./age.ts";
import { Statements } from "./Statements.tsx";
import { placeOf } from "./VoiceList.tsx";

interface ThreadProps {
  client: Client;
  report: VoicesReport;
  thread: VoiceThread;
  /** Whether who is here may answer, and may state something. */
  answers: boolean;
  states: boolean;
  /** Of who is signed in, where it is known. */
  name: string | undefined;
  onDraft(text: string): void;
  onChanged(): void;
}

function Told({ thread }: { thread: VoiceThread }): VNode {
  const { reasons, faced, texts } = thread;
  return (
    <>
      <h3>{words.voices.reasonsTitle}</h3>
      {reasons === null ? (
        <p class="note">{words.voices.noReasons}</p>
      ) : (
        <Counts counts={reasons} names={words.voices.reasons} />
      )}
      <h3>{words.voices.facedTitle}</h3>
      {faced === null ? (
        <p class="note">{words.voices.noFaced}</p>
      ) : (
        <Counts counts={faced} names={words.voices.faced} />
      )}
      <h3>{words.voices.words}</h3>
      {texts.length === 0 ? <p class="note">{words.voices.noWords}</p> : null}
      {texts.map((text) => (
        <p class="said" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}

/** How long one has waited, and how long is left until day 14. */
function Waiting({ days }: { days: number }): VNode {
  const left = lateAfter - days;
  const rest = left >= 0 ? words.voices.left(left) : words.voices.over(-left);
  return (
    <span class={left >= 0 ? "small" : "small late"}>
      {words.voices.days(days)}, {rest}
    </span>
  );
}

/** One published place: how many said so, their released words, what managers say, and what was answered. */
export function Thread({ client, report, thread, answers, states, name, onDraft, onChanged }: ThreadProps): VNode {
  const place = placeOf(thread);
  const { journey, step, roles } = thread;
  const own = report.statements.filter(
    (each) => each.journey === journey && each.step === step && roles.includes(each.role),
  );
  const waits = thread.answers.length === 0;
  return (
    <section class="thread" aria-label={`${thread.titles.journey}: ${place}`}>
      <header>
        <p class="note">
          {thread.titles.journey} · {thread.title}
          {thread.simulated ? <span class="tag">{words.simulated}</span> : null}
        </p>
        <h2>{words.voices.title(place, thread.count)}</h2>
        <p class="small">
          {words.voices.weeks(thread.from, thread.to)}. {words.voices.released(writtenDay(thread.released))}
        </p>
        {thread.again ? <p class="small">{words.voices.again}</p> : null}
      </header>
      <Told thread={thread} />
      <Statements
        {...{ client, statements: own, states, name, onChanged }}
        place={{ journey, step, role: roles[0] ?? "" }}
      />
      <Answered thread={thread} />
      {answers && waits ? (
        <div class="framed">
          <div class="row-apart">
            <h3>{words.voices.answerTitle}</h3>
            <Waiting days={ageOf(thread, report.today)} />
          </div>
          <AnswerForm client={client} id={thread.id} name={name} onDraft={onDraft} onAnswered={onChanged} />
        </div>
      ) : null}
    </section>
  );
}
