import type { Decision, SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { CsvLink } from "../parts/CsvLink.tsx";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { Empty, Failure, Loading } from "../shell/states.tsx";
import { usePage } from "../shell/use-page.ts";
import { dayOf } from "../text/dates.ts";
import { words as shared } from "../words.ts";
import { writtenDay } from "./day.ts";
import { EstimateForm } from "./EstimateForm.tsx";
import { findingOf } from "./finding.ts";
import { Heads, Legend } from "./LanesPlot.tsx";
import { type GapGroup, type GapLine, groupsOf, mostToSayFirst, widestFirst } from "./model.ts";
import { StepRow } from "./StepRow.tsx";
import { type GapRead, useGap } from "./use-gap.ts";
import { gapWords as words } from "./words.ts";

export interface GapPageProps {
  client: Client;
  session: SessionInfo;
  /** The step that is open, as it stands in the address. */
  open: string | null;
  onOpen(key: string | null): void;
  onSignedOut(): void;
}

type Order = "journey" | "widest";

/** What was expected against what is so, by step and role; and what can be changed about it. */
export function GapPage(props: GapPageProps): VNode {
  const { client, session, onSignedOut } = props;
  const { read, problem, load } = useGap(client);
  const [order, setOrder] = useState<Order>("journey");
  const groups = read === null ? [] : groupsOf(session, read);
  const title = read === null ? words.name : findingOf(groups);
  usePage(title, problem, onSignedOut);
  if (problem !== null) return <Failure problem={problem} onAgain={() => void load()} />;
  if (read === null) return <Loading />;
  if (groups.length === 0) return <Empty lacks={read.journeys.length === 0 ? "journeys" : "roles"} />;
  const rows = { ...props, read, groups, onChanged: () => void load() };
  return (
    <article class="gap" aria-label={words.name}>
      <header class="title gap-title">
        <div>
          <p class="note">{words.name}</p>
          <h1>{title}</h1>
          <p>{words.sentence}</p>
          <Window read={read} timeZone={session.project.timeZone} />
        </div>
        <RadioSwitch<Order>
          name="gap-order"
          label={words.order.label}
          options={[
            { id: "journey", title: words.order.journey },
            { id: "widest", title: words.order.widest },
          ]}
          value={order}
          onPick={setOrder}
        />
      </header>
      <Legend />
      <CsvLink href={client.exportUrl("gap")} of={words.name} />
      {order === "journey" ? <ByJourney {...rows} /> : <Widest {...rows} />}
    </article>
  );
}

/** When the next numbers come, and whether these are of made-up people. */
function Window({ read, timeZone }: { read: GapRead; timeZone: string }): VNode | null {
  const { simulated, nextAt } = read.report;
  if (!simulated && nextAt === null) return null;
  return (
    <p class="small">
      {simulated ? `${words.simulated} ` : ""}
      {nextAt === null ? "" : shared.evidence.next(dayOf(nextAt, timeZone))}
    </p>
  );
}

interface RowsProps extends GapPageProps {
  read: GapRead;
  groups: readonly GapGroup[];
  onChanged(): void;
}

function decisionsOn({ decisions }: GapRead, group: GapGroup, { step }: GapLine): Decision[] {
  return decisions.filter(
    (each) =>
      each.journey === group.journey.id &&
      (each.role ?? group.role.id) === group.role.id &&
      (each.step ?? step.id) === step.id,
  );
}

/** A step's row, wherever it stands. */
function Row({ of, group, line, titled }: { of: RowsProps; group: GapGroup; line: GapLine; titled: boolean }): VNode {
  const open = of.open === line.key;
  return (
    <StepRow
      client={of.client}
      group={group}
      line={line}
      titled={titled}
      open={open}
      name={of.session.name ?? null}
      timeZone={of.session.project.timeZone}
      decisions={decisionsOn(of.read, group, line)}
      onToggle={() => of.onOpen(open ? null : line.key)}
      onChanged={of.onChanged}
    />
  );
}

function ByJourney(of: RowsProps): VNode {
  return (
    <>
      {mostToSayFirst(of.groups).map((group) => (
        <section key={group.key} class="gap-group" aria-labelledby={`group-${group.key}`}>
          <GroupHead group={group} />
          {group.asked.length > 0 ? (
            // What is expected would lead what is believed: it stands here once that is said.
            <EstimateForm client={of.client} group={group} name={of.session.name ?? null} onGiven={of.onChanged} />
          ) : (
            <>
              <Heads />
              <ol class="gap-rows">
                {group.lines.map((line) => (
                  <Row key={line.key} of={of} group={group} line={line} titled={false} />
                ))}
              </ol>
            </>
          )}
        </section>
      ))}
    </>
  );
}

function Widest(of: RowsProps): VNode {
  const asked = of.groups.filter((group) => group.asked.length > 0);
  const rows = widestFirst(of.groups.filter((group) => group.asked.length === 0));
  return (
    <>
      {asked.length === 0 ? null : <ByJourney {...of} groups={asked} />}
      {rows.length === 0 ? null : <Heads />}
      <ol class="gap-rows">
        {rows.map(({ group, line }) => (
          <Row key={line.key} of={of} group={group} line={line} titled />
        ))}
      </ol>
    </>
  );
}

/** Role, journey, its goal, and the weakest step of the whole way. */
function GroupHead({ group }: { group: GapGroup }): VNode {
  const goals = group.lines.flatMap(({ expectations }) => expectations.slice(0, 1));
  const goal = goals.toSorted((one, other) => (one.by < other.by ? 1 : -1))[0];
  const weakest = group.whole?.reasons.find(({ why }) => why === "weakest_step")?.step;
  const title = group.journey.steps.find(({ id }) => id === weakest)?.title;
  return (
    <h2 class="gap-head" id={`group-${group.key}`}>
      {group.role.title}
      <span>
        {group.journey.title};{" "}
        {goal === undefined ? words.noGoal : words.goal(Math.round(goal.share * 100), writtenDay(goal.by))}
        {title === undefined ? "" : `; ${words.weakest(title)}`}
      </span>
    </h2>
  );
}
