import type { WaitingTexts } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { words } from "../words.ts";

interface ModerationProps {
  client: Client;
  texts: WaitingTexts["texts"];
  onDone(): void;
  onProblem(problem: Problem): void;
}

/** Words of several places together: each is released to where it came from, or kept back for good. */
export function Moderation({ client, texts, onDone, onProblem }: ModerationProps): VNode {
  const judge = async (id: string, release: boolean): Promise<void> => {
    const answer = await client.judgeText(id, release);
    if (answer.ok) onDone();
    else onProblem(answer.problem);
  };
  return (
    <section class="moderation">
      <h2>{words.voices.moderate}</h2>
      <p class="note">{words.voices.moderateNote}</p>
      <ul>
        {texts.map(({ id, text }) => (
          <li key={id}>
            <p class="said">{text}</p>
            <button type="button" class="btn" onClick={() => void judge(id, true)}>
              {words.voices.release}
              <span class="vh">: {text}</span>
            </button>
            <button type="button" class="btn quiet" onClick={() => void judge(id, false)}>
              {words.voices.keepBack}
              <span class="vh">: {text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
