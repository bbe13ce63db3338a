import type { SessionInfo, VoicesReport, WaitingTexts } from "@waymark/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { words } from "../words.ts";
import { Moderation } from "./Moderation.tsx";
import { VoiceCard } from "./VoiceCard.tsx";

export interface VoicesPageProps {
  client: Client;
  session: SessionInfo;
  onSignedOut(): void;
}

interface Read {
  report: VoicesReport;
  waiting: WaitingTexts["texts"];
}

/** What the page says first: how many places, and how many of them wait for an answer. */
export function voicesFinding({ cells }: VoicesReport): string {
  if (cells.length === 0) return words.voices.none;
  const open = cells.filter(({ answers }) => answers.length === 0).length;
  const places = cells.length === 1 ? words.voices.one : words.voices.someone(cells.length);
  if (open === cells.length) return `${places}; ${words.voices.allWait}`;
  return `${places}; ${open === 0 ? words.voices.allAnswered : words.voices.waits(open)}`;
}

/** What people reported, as far as it was published, and the answers to it. Nothing on it moves before Monday's batch. */
export function VoicesPage({ client, session, onSignedOut }: VoicesPageProps): VNode {
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const answers = session.role === "csm";
  const load = useCallback(async (): Promise<void> => {
    setProblem(null);
    const [report, texts] = await Promise.all([client.voices(), answers ? client.waitingTexts() : null]);
    if (!report.ok) setProblem(report.problem);
    // Whoever sees a part of the roles moderates nothing: then there are none.
    else setRead({ report: report.value, waiting: texts?.ok ? texts.value.texts : [] });
  }, [client, answers]);
  useEffect(() => void load(), [load]);
  const signedOut = problem?.status === 401;
  useEffect(() => {
    if (signedOut) onSignedOut();
  }, [signedOut, onSignedOut]);
  const title = read === null ? words.voices.name : voicesFinding(read.report);
  useEffect(() => {
    document.title = `${title} - ${words.product}`;
  }, [title]);
  if (problem !== null) return <Failure problem={problem} onAgain={() => void load()} />;
  if (read === null) return <Loading />;
  return (
    <article aria-label={words.voices.name}>
      <div class="title">
        <p class="note">{words.voices.name}</p>
        <h1>{title}</h1>
        <p>{words.voices.sentence}</p>
      </div>
      {read.waiting.length > 0 && (
        <Moderation client={client} texts={read.waiting} onDone={() => void load()} onProblem={setProblem} />
      )}
      <div class="voices">
        {read.report.cells.toReversed().map((cell) => (
          <VoiceCard key={cell.id} {...{ client, cell, answers }} onAnswered={() => void load()} />
        ))}
      </div>
    </article>
  );
}
