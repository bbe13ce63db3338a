import type { ArrivalsReport } from "@waymark/schema";
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OpenStream } from "../api/arrivals-feed.ts";
import type { Client } from "../api/client.ts";
import { CsvLink } from "../parts/CsvLink.tsx";
import { Command, Failure, Loading } from "../shell/states.tsx";
import { usePage } from "../shell/use-page.ts";
import { ago } from "../text/dates.ts";
import { words } from "../words.ts";
import { announce, silent } from "./announcer.ts";
import { arrivalsFinding, isEmpty, scriptTag } from "./arrivals-finding.ts";
import { MinuteStrip } from "./MinuteStrip.tsx";
import { RejectTable, TypeTable } from "./tables.tsx";
import { useArrivals, useNow } from "./use-arrivals.ts";

export interface ArrivalsPageProps {
  client: Client;
  origin: string;
  openStream: OpenStream;
  onSignedOut(): void;
}

/** The one live page: operations, for the owner. */
export function ArrivalsPage({ client, origin, openStream, onSignedOut }: ArrivalsPageProps): VNode {
  const [round, setRound] = useState(0);
  const { report, problem } = useArrivals(client, openStream, round);
  const now = useNow();
  const title = report === null ? words.arrivals : arrivalsFinding(report, now);
  usePage(title, problem, onSignedOut);

  if (report === null) {
    return problem === null ? <Loading /> : <Failure problem={problem} onAgain={() => setRound(round + 1)} />;
  }
  return (
    <article aria-label={words.arrivals}>
      <div class="title">
        <p class="note">{words.arrivals}</p>
        <h1>{title}</h1>
        <p>{words.live.nobody}</p>
      </div>
      <Spoken report={report} now={now} />
      {problem === null ? null : <p class="lost late">{words.live.lost}</p>}
      {isEmpty(report) ? <NothingYet origin={origin} /> : <Report client={client} report={report} now={now} />}
    </article>
  );
}

/** For those who hear the page: at most one sentence in ten seconds. */
function Spoken({ report, now }: { report: ArrivalsReport; now: number }): VNode {
  const state = useRef(silent);
  state.current = announce(state.current, words.live.announce(report.received, report.rejected), now);
  return (
    <p class="vh" role="status">
      {state.current.said}
    </p>
  );
}

function NothingYet({ origin }: { origin: string }): VNode {
  return (
    <section class="message">
      <p>{words.live.doThis}</p>
      <Command text={scriptTag(origin)} />
      <p class="small">{words.live.keyHint}</p>
    </section>
  );
}

function Report({ client, report, now }: { client: Client; report: ArrivalsReport; now: number }): VNode {
  const dropped = Object.values(report.dropped).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(report.dropped).map(([reason, count]) => `${reason} ${words.number(count)}`);
  const facts = [
    { term: words.live.received, value: words.number(report.received) },
    { term: words.live.rejected, value: words.number(report.rejected), late: report.rejected > 0 },
    { term: words.live.duplicates, value: report.duplicates === null ? "–" : words.number(report.duplicates) },
    ...(dropped > 0
      ? [{ term: words.live.dropped, value: `${words.number(dropped)} (${reasons.join(", ")})`, late: true }]
      : []),
    { term: words.live.simulated, value: words.live.simulatedOf(report.simulated, report.received) },
    { term: words.live.last, value: report.lastAt === null ? words.live.never : ago(report.lastAt, now) },
  ];
  return (
    <>
      <dl class="facts">
        {facts.map((fact) => (
          <div key={fact.term}>
            <dt>{fact.term}</dt>
            <dd class={fact.late ? "late" : undefined}>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <MinuteStrip perMinute={report.perMinute} />
      <div class="two">
        <section>
          <h2>{words.live.byType}</h2>
          <TypeTable byType={report.byType} now={now} />
          <CsvLink href={client.exportUrl("types")} of={words.live.byType} />
        </section>
        <section>
          <h2>{words.live.rejects}</h2>
          {report.rejects.length === 0 ? (
            <p class="note">{words.live.noRejects}</p>
          ) : (
            <>
              <RejectTable rejects={report.rejects} now={now} />
              <CsvLink href={client.exportUrl("rejects")} of={words.live.rejects} />
            </>
          )}
        </section>
      </div>
    </>
  );
}
