import type { ExperimentArm, ExperimentRow, ExperimentsReport, SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { CsvLink } from "../parts/CsvLink.tsx";
import { Failure, Loading } from "../shell/states.tsx";
import { usePage } from "../shell/use-page.ts";
import { spanOf } from "../text/dates.ts";
import { words as shared } from "../words.ts";
import { ArmsKey, ArmsPlot } from "./ArmsPlot.tsx";
import { findingOf, hundred, sentenceOf } from "./finding.ts";
import { speakExperiments, experimentWords as words } from "./words.ts";

export interface ExperimentsPageProps {
  client: Client;
  session: SessionInfo;
  onSignedOut(): void;
}

/** What journeys did to their value event, beside people who were shown nothing of them. */
export function ExperimentsPage({ client, onSignedOut }: ExperimentsPageProps): VNode {
  const [report, setReport] = useState<ExperimentsReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async (): Promise<void> => {
    setProblem(null);
    const [answer] = await Promise.all([client.experiments(), speakExperiments(shared.locale)]);
    if (answer.ok) setReport(answer.value);
    else setProblem(answer.problem);
  }, [client]);
  useEffect(() => void load(), [load]);
  const title = report === null ? words.name : findingOf(report);
  usePage(title, problem, onSignedOut);
  if (problem !== null) return <Failure problem={problem} onAgain={() => void load()} />;
  if (report === null) return <Loading />;
  const { experiments, block, reason } = report;
  return (
    <article class="experiments" aria-label={words.name}>
      <header class="title gap-title">
        <div>
          <p class="note">{words.name}</p>
          <h1>{title}</h1>
          <p>{words.sentence}</p>
          {experiments.length === 0 ? null : <p class="small">{words.looking}</p>}
          {block === null ? null : <p class="small">{spanOf(block, true)}</p>}
        </div>
        {experiments.length === 0 ? null : <CsvLink href={client.exportUrl("experiments")} of={words.name} />}
      </header>
      {experiments.length === 0 && reason === null ? <p>{words.how}</p> : null}
      {experiments.map((row) => (
        <Experiment key={`${row.journey} ${row.version}`} row={row} />
      ))}
    </article>
  );
}

function Experiment({ row }: { row: ExperimentRow }): VNode {
  const id = `experiment-${row.journey}-${row.version}`;
  const known = row.says !== null;
  return (
    <section class="experiment" aria-labelledby={id}>
      <h2 class="gap-head" id={id}>
        {row.title}
        <span>{words.about(row.version, hundred(row.holdout), row.event, row.weeks)}</span>
      </h2>
      {row.simulated ? <p class="small">{words.simulated}</p> : null}
      <p class={`effect-says ${row.says ?? "nothing"}`}>{sentenceOf(row)}</p>
      {known ? (
        <>
          <ArmsKey />
          <ArmsPlot row={row} />
          <Arms row={row} />
          <p class="small">
            {row.detectable === null ? words.detectableNone : words.detectable(hundred(row.detectable))}
          </p>
        </>
      ) : null}
    </section>
  );
}

/** The same as numbers. Each cell carries its head, so that a phone can show one row at a time. */
function Arms({ row }: { row: ExperimentRow }): VNode {
  const { arm, value, interval, people } = words.columns;
  const line = (name: string, of: Omit<ExperimentArm, "people">, count: number | null): VNode => (
    <tr>
      <th scope="row">{name}</th>
      <td class="r strong" data-head={value}>
        {of.value === null ? "" : shared.number(hundred(of.value))}
      </td>
      <td class="r" data-head={interval}>
        {of.interval === null ? "" : words.interval(hundred(of.interval[0]), hundred(of.interval[1]))}
      </td>
      <td class="r soft" data-head={people}>
        {count === null ? "" : words.orMore(count)}
      </td>
    </tr>
  );
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{arm}</th>
          {[value, interval, people].map((name) => (
            <th key={name} scope="col" class="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {line(words.shown, row.shown, row.shown.people)}
        {line(words.held, row.held, row.held.people)}
        {line(words.difference, { value: row.effect, interval: row.interval }, null)}
      </tbody>
    </table>
  );
}
