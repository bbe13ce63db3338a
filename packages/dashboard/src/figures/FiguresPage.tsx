import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import type { Client } from "../api/client.ts";
import { CsvLink } from "../parts/CsvLink.tsx";
import { PeriodChoice } from "../parts/PeriodChoice.tsx";
import type { Filters } from "../shell/filters.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { usePage } from "../shell/use-page.ts";
import { dayOf, spanOf } from "../text/dates.ts";
import { words as shared } from "../words.ts";
import { BriefBody } from "./BriefBody.tsx";
import { FieldBody } from "./FieldBody.tsx";
import { FigureLegend } from "./FigureCell.tsx";
import {
  briefFinding,
  fieldFinding,
  promptFinding,
  stayingFinding,
  targetFinding,
  trustFinding,
  uptakeFinding,
  valueFinding,
  waitFinding,
} from "./finding.ts";
import type { FigurePageName, FoundRow, FrozenPage } from "./model.ts";
import { PromptBody } from "./PromptBody.tsx";
import { StayingBody } from "./StayingBody.tsx";
import { TargetBody } from "./TargetBody.tsx";
import { TrustBody } from "./TrustBody.tsx";
import { UptakeBody } from "./UptakeBody.tsx";
import { type FigureRead, useFigures } from "./use-figures.ts";
import { ValueBody } from "./ValueBody.tsx";
import { WaitBody } from "./WaitBody.tsx";
import { figureWords as words } from "./words.ts";

export interface FiguresPageProps {
  page: FigurePageName;
  client: Client;
  session: SessionInfo;
  filters: Filters;
  onFilters(filters: Filters): void;
  onSignedOut(): void;
}

/** The page's first sentence: what is so. */
function findingOf(read: FigureRead): string {
  if (read.page === "targets") return targetFinding(read.report);
  if (read.report.reason !== null) return words.missing[read.report.reason];
  if (read.page === "briefs") return briefFinding(read.report);
  if (read.page === "fields") return fieldFinding(read.report);
  if (read.page === "handoffs") return waitFinding(read.report);
  if (read.page === "staying") return stayingFinding(read.report);
  if (read.page === "trust") return trustFinding(read.report);
  if (read.page === "uptake") return uptakeFinding(read.report);
  return read.page === "prompts" ? promptFinding(read.report) : valueFinding(read.report);
}

/** A link may be about one journey or role; where nothing fits it is about all. */
function about<Row extends FoundRow<FrozenPage>>(rows: readonly Row[], { journey, role }: Filters): readonly Row[] {
  const fits = (row: Row): boolean =>
    (row.journey === null || row.journey.id === (journey ?? row.journey.id)) && row.role.id === (role ?? row.role.id);
  const fitting = rows.filter(fits);
  return fitting.length === 0 ? rows : fitting;
}

type BodyParts = { read: FigureRead } & Pick<FiguresPageProps, "filters" | "session" | "client">;

function Body({ read, filters, session, client }: BodyParts): VNode {
  if (read.page === "targets") return <TargetBody lost={read.report.lost} />;
  if (read.report.rows.length === 0) return <p class="note">{words.noRole}</p>;
  if (read.page === "briefs")
    return <BriefBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "fields")
    return <FieldBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "prompts")
    return <PromptBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "value")
    return <ValueBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "staying")
    return <StayingBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "uptake")
    return <UptakeBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} />;
  if (read.page === "trust")
    return <TrustBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} client={client} />;
  const roles = new Map(session.roles.map(({ id, title }) => [id, title]));
  return <WaitBody rows={about(read.report.rows, filters)} before={read.before?.rows ?? null} roles={roles} />;
}

/** What weeks the numbers are of, when the next come, and whether the people are made up. */
function Window({ read, timeZone }: { read: FigureRead; timeZone: string }): VNode {
  if (read.page === "targets") return <p class="small">{words.targets.live}</p>;
  const { block, nextAt, simulated } = read.report;
  return (
    <p class="small">
      {simulated ? `${words.simulated} ` : ""}
      {block === null ? "" : `${words.window(spanOf(block, true))} `}
      {nextAt === null ? "" : words.next(dayOf(nextAt, timeZone))}
    </p>
  );
}

/** One of the pages of figures: a sentence, then tables and plots from the same few parts. */
export function FiguresPage({ page, client, session, filters, onFilters, onSignedOut }: FiguresPageProps): VNode {
  const { read, problem, load } = useFigures(client, page, filters);
  const name = shared.pageNames[page];
  const title = read === null ? name : findingOf(read);
  usePage(title, problem, onSignedOut);
  if (problem !== null) return <Failure problem={problem} onAgain={load} />;
  if (read === null) return <Loading />;
  const { block } = filters;
  const only = {
    ...(filters.journey ? { journey: filters.journey } : {}),
    ...(filters.role ? { role: filters.role } : {}),
  };
  const frozen = read.page === "targets" ? null : read.report;
  return (
    <article class="figures-page" aria-label={name}>
      {frozen === null || frozen.block === null || frozen.blocks.length < 2 ? null : (
        <div class="switches">
          <PeriodChoice
            periods={frozen.blocks.toReversed()}
            shown={frozen.block.to}
            filters={filters}
            onFilters={onFilters}
          />
        </div>
      )}
      <header class="title">
        <p class="note">{name}</p>
        <h1>{title}</h1>
        <p>{words.sentences[page]}</p>
        <Window read={read} timeZone={session.project.timeZone} />
      </header>
      <div class="drawing">
        <Body read={read} filters={filters} session={session} client={client} />
      </div>
      {frozen === null ? null : <FigureLegend />}
      <CsvLink href={client.exportUrl(page, frozen === null ? {} : { ...only, until: block })} of={name} />
    </article>
  );
}
