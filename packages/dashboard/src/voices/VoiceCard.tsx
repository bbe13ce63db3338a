import type { VoicesReport } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { words } from "../words.ts";
import { AnswerForm } from "./AnswerForm.tsx";

type Cell = VoicesReport["cells"][number];

interface VoiceCardProps {
  client: Client;
  cell: Cell;
  /** Whether who is here may answer. */
  answers: boolean;
  onAnswered(): void;
}

function Reasons({ reasons }: Pick<Cell, "reasons">): VNode {
  if (reasons === null) return <p class="note">{words.voices.noReasons}</p>;
  const names: Readonly<Record<string, string>> = words.voices.reasons;
  return (
    <ul class="reasons">
      {Object.entries(reasons).map(([reason, count]) => (
        <li key={reason}>
          <b>{words.number(count)}</b> {names[reason] ?? reason}
        </li>
      ))}
    </ul>
  );
}

/** One published place: how many said so, their released words, and what was answered. */
export function VoiceCard({ client, cell, answers, onAnswered }: VoiceCardProps): VNode {
  const { journey } = cell.titles;
  const place = cell.titles.step ?? words.voices.brief;
  return (
    <section class="voice" aria-label={`${journey}: ${place}`}>
      <header>
        <p class="note">
          {journey} · {cell.title}
        </p>
        <h2>{place}</h2>
        <p class="small">{words.voices.weeks(cell.from, cell.to)}</p>
      </header>
      <div>
        <p>
          <b class="count">{words.voices.people(cell.count)}</b> {words.voices.reported}
        </p>
        <Reasons reasons={cell.reasons} />
        <h3>{words.voices.words}</h3>
        {cell.texts.length === 0 ? <p class="note">{words.voices.noWords}</p> : null}
        {cell.texts.map((text) => (
          <p class="said" key={text}>
            {text}
          </p>
        ))}
      </div>
      <div>
        {cell.answers.map((answer) => (
          <div class="answered" key={answer.id}>
            <h3>{words.voices.verdicts[answer.verdict]}</h3>
            <p class="said">{answer.text}</p>
            <p class="small">{answer.by === undefined ? answer.on : `${answer.by}, ${answer.on}`}</p>
          </div>
        ))}
        {answers && cell.answers.length === 0 ? (
          <AnswerForm client={client} id={cell.id} onAnswered={onAnswered} />
        ) : null}
      </div>
    </section>
  );
}
