import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { CsvLink } from "../parts/CsvLink.tsx";
import { PeriodChoice } from "../parts/PeriodChoice.tsx";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { Select } from "../parts/Select.tsx";
import { finding } from "../picture/finding.ts";
import type { Filters } from "../shell/filters.ts";
import { hrefOf, rolesFor } from "../shell/route.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { words } from "../words.ts";
import { Picture } from "./Picture.tsx";
import { blockOf, useEarlier, usePeriods } from "./use-periods.ts";
import { useHeadCounts, usePicture } from "./use-picture.ts";

export interface JourneysPageProps {
  client: Client;
  session: SessionInfo;
  journey: string;
  role: string;
  filters: Filters;
  onPick(journey: string, role: string): void;
  onFilters(filters: Filters): void;
  onSignedOut(): void;
}

/** One journey, one role: the choice above, the picture below. The choice stays while the picture is read. */
export function JourneysPage(props: JourneysPageProps): VNode {
  const { client, session, journey, role, filters, onPick, onFilters, onSignedOut } = props;
  const periods = usePeriods(client, journey, role);
  const until = blockOf(filters, periods);
  const { answer, busy, reload } = usePicture(client, journey, role, until);
  const earlier = useEarlier(client, journey, role, filters.with, periods);
  const offered = useMemo(() => rolesFor(session, journey), [session, journey]);
  const counts = useHeadCounts(client, journey, offered, answer?.ok === true);
  const { timeZone } = session.project;
  const found = answer?.ok ? finding(answer.value, timeZone) : "";

  useEffect(() => {
    if (answer !== null && !answer.ok && answer.problem.status === 401) onSignedOut();
  }, [answer, onSignedOut]);
  useEffect(() => {
    document.title = found === "" ? words.product : `${found} - ${words.product}`;
  }, [found]);

  const journeys = session.journeys.map(({ id, title }) => ({ id, title }));
  const roles = offered.map(({ id, title }) => {
    const count = counts.get(id);
    return count === undefined ? { id, title } : { id, title, note: words.number(count) };
  });
  return (
    <>
      <div class="switches">
        <JourneyChoice journeys={journeys} value={journey} onPick={(id) => onPick(id, role)} />
        <RadioSwitch
          name="role"
          label={words.switches.role}
          options={roles}
          value={role}
          onPick={(id) => onPick(journey, id)}
        />
        <PeriodChoice periods={periods ?? []} shown={until} filters={filters} onFilters={onFilters} />
      </div>
      <p class="vh" role="status">
        {busy ? words.loading : found}
      </p>
      <div class={busy ? "busy" : undefined} aria-busy={busy}>
        {answer === null ? <Loading /> : null}
        {answer?.ok ? (
          <Picture picture={answer.value} earlier={earlier} title={found} timeZone={timeZone}>
            <CsvLink
              href={client.exportUrl("pictures", { journey, role, until: until === "latest" ? undefined : until })}
            />
            <a class="btn quiet" href={hrefOf({ page: "paper", journey, role }, filters)}>
              {words.paper.open}
            </a>
          </Picture>
        ) : null}
        {answer !== null && !answer.ok && answer.problem.status !== 401 ? (
          <Failure problem={answer.problem} onAgain={reload} />
        ) : null}
      </div>
    </>
  );
}

/** More of them than this are chosen from a list: a switch of two rows is none. */
const mostInSwitch = 3;

interface JourneyChoiceProps {
  journeys: readonly { id: string; title: string }[];
  value: string;
  onPick(id: string): void;
}

function JourneyChoice({ journeys, value, onPick }: JourneyChoiceProps): VNode | null {
  if (journeys.length < 2) return null;
  const given = { label: words.switches.journey, options: journeys, value, onPick };
  return journeys.length > mostInSwitch ? <Select {...given} /> : <RadioSwitch name="journey" {...given} />;
}
