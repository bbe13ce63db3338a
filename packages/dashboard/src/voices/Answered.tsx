import type { Answer, VoiceThread } from "@waymark/schema";
import type { VNode } from "preact";
import { writtenDay } from "../text/dates.ts";
import { words } from "../words.ts";

/** A number by name, in the order of the names. */
export function Counts({ counts, names }: { counts: Record<string, number>; names: Record<string, string> }): VNode {
  const known = Object.keys(names).filter((name) => name in counts);
  return (
    <ul class="reasons">
      {known.map((name) => (
        <li key={name}>
          <b>{words.number(counts[name] ?? 0)}</b> {names[name]}
        </li>
      ))}
    </ul>
  );
}

/** What was said of one answer, all published blocks of it together. */
function Helped({ answer, thread }: { answer: Answer; thread: VoiceThread }): VNode {
  const own = thread.ratings.filter((each) => each.answer === answer.id);
  if (own.length === 0) return <p class="small">{words.voices.noRatings}</p>;
  const count = own.reduce((sum, each) => sum + each.count, 0);
  const sums: Record<string, number> = {};
  for (const { helps } of own) for (const [help, n] of Object.entries(helps ?? {})) sums[help] = (sums[help] ?? 0) + n;
  return (
    <>
      <p class="small">{words.voices.rated(count)}</p>
      {Object.keys(sums).length === 0 ? (
        <p class="small">{words.voices.noHelps}</p>
      ) : (
        <Counts counts={sums} names={words.voices.helps} />
      )}
    </>
  );
}

/** What was answered to a thread, whether it helped, and what came back. */
export function Answered({ thread }: { thread: VoiceThread }): VNode | null {
  if (thread.answers.length === 0) return null;
  const replied = thread.replies.reduce((sum, { count }) => sum + count, 0);
  const texts = thread.replies.flatMap((each) => each.texts);
  return (
    <>
      {thread.answers.map((answer) => (
        <section class="answered" key={answer.id}>
          <h3>{words.voices.verdicts[answer.verdict]}</h3>
          <p class="said">{answer.text}</p>
          <p class="small">
            {answer.by === undefined ? writtenDay(answer.on) : `${answer.by}, ${writtenDay(answer.on)}`}
          </p>
          <h4>{words.voices.helpTitle}</h4>
          <Helped answer={answer} thread={thread} />
        </section>
      ))}
      {replied > 0 && (
        <section>
          <h3>{words.voices.repliesTitle}</h3>
          <p class="small">{words.voices.replied(replied)}</p>
          {texts.length === 0 ? <p class="note">{words.voices.noReplyWords}</p> : null}
          {texts.map((text) => (
            <p class="said" key={text}>
              {text}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
