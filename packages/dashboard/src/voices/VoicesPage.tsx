import type { SessionInfo, VoicesReport, WaitingTexts } from "@waymark/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { usePage } from "../shell/use-page.ts";
import { words } from "../words.ts";
import { byAge } from "./age.ts";
import { EvidencePanel, Preview } from "./EvidencePanel.tsx";
import { loopSentence } from "./loop-sentence.ts";
import { Moderation } from "./Moderation.tsx";
import { StatementCard } from "./Statements.tsx";
import { Thread } from "./Thread.tsx";
import { VoiceList } from "./VoiceList.tsx";

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
export function voicesFinding({ cells }: Pick<VoicesReport, "cells">): string {
  if (cells.length === 0) return words.voices.none;
  const open = cells.filter(({ answers }) => answers.length === 0).length;
  const places = cells.length === 1 ? words.voices.one : words.voices.someone(cells.length);
  if (open === cells.length) return `${places}; ${words.voices.allWait}`;
  return `${places}; ${open === 0 ? words.voices.allAnswered : words.voices.waits(open)}`;
}

/** What holds for whoever speaks, in short. */
function Contract(): VNode {
  return (
    <dl class="contract">
      {words.voices.contract.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RoomProps {
  client: Client;
  session: SessionInfo;
  report: VoicesReport;
  onChanged(): void;
}

/** The threads, the one that is open, and what stands beside it. */
function VoiceRoom({ client, session, report, onChanged }: RoomProps): VNode | null {
  const { open, answered } = byAge(report);
  const [picked, setPicked] = useState<string | null>(null);
  const [draft, setDraft] = useState("");
  const thread = report.cells.find(({ id }) => id === picked) ?? open[0] ?? answered[0];
  if (thread === undefined) return null;
  const choose = (id: string): void => {
    setPicked(id);
    setDraft("");
  };
  const shown = thread.answers[0]?.text ?? draft;
  return (
    <div class="voices">
      <VoiceList report={report} chosen={thread.id} onChoose={choose} />
      <Thread
        key={thread.id}
        {...{ client, report, thread, onChanged }}
        answers={session.role === "csm"}
        states={session.role === "csm" || session.role === "manager"}
        name={session.name}
        onDraft={setDraft}
      />
      <div class="voice-side">
        <EvidencePanel evidence={thread.evidence} />
        <Preview text={shown} />
      </div>
    </div>
  );
}

/** Statements about steps that nothing is published of. */
function Loose({ report: { cells, statements } }: { report: VoicesReport }): VNode | null {
  const loose = statements.filter((said) =>
    cells.every(
      ({ journey, step, roles }) => journey !== said.journey || step !== said.step || !roles.includes(said.role),
    ),
  );
  if (loose.length === 0) return null;
  return (
    <section class="loose">
      <h2>{words.voices.loose}</h2>
      {loose.map((said) => (
        <StatementCard key={said.id} said={said} titled />
      ))}
    </section>
  );
}

/** What people reported, as far as it was published, and the answers to it. Nothing on it moves before Monday's batch. */
export function VoicesPage({ client, session, onSignedOut }: VoicesPageProps): VNode {
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const moderates = session.role === "csm";
  const load = useCallback(async (): Promise<void> => {
    setProblem(null);
    const [report, texts] = await Promise.all([client.voices(), moderates ? client.waitingTexts() : null]);
    if (!report.ok) setProblem(report.problem);
    // Whoever sees a part of the roles moderates nothing: then there are none.
    else setRead({ report: report.value, waiting: texts?.ok ? texts.value.texts : [] });
  }, [client, moderates]);
  useEffect(() => void load(), [load]);
  const title = read === null ? words.voices.name : voicesFinding(read.report);
  usePage(title, problem, onSignedOut);
  if (problem !== null) return <Failure problem={problem} onAgain={() => void load()} />;
  if (read === null) return <Loading />;
  const { report, waiting } = read;
  return (
    <article aria-label={words.voices.name}>
      <div class="title">
        <p class="note">{words.voices.name}</p>
        <h1>{title}</h1>
        <p>{words.voices.sentence}</p>
        {report.cells.some(({ simulated }) => simulated) ? <p class="small">{words.simulatedSentence}</p> : null}
        {report.cells.length > 0 ? <p class="small">{loopSentence(report.loop)}</p> : null}
      </div>
      {waiting.length > 0 && (
        <Moderation client={client} texts={waiting} onDone={() => void load()} onProblem={setProblem} />
      )}
      <VoiceRoom {...{ client, session, report }} onChanged={() => void load()} />
      <Loose report={report} />
      <Contract />
    </article>
  );
}
