import type { JourneyPicture, SessionInfo, Summary } from "@waymark/schema";
import type { ComponentChildren, VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { useSummary } from "../api/use-summary.ts";
import { blockOf, usePeriods } from "../journeys/use-periods.ts";
import { usePicture } from "../journeys/use-picture.ts";
import { Mark } from "../parts/Mark.tsx";
import { evidence } from "../picture/evidence.ts";
import { finding } from "../picture/finding.ts";
import type { Filters } from "../shell/filters.ts";
import { Later } from "../shell/Later.tsx";
import { hrefOf } from "../shell/route.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { dayOf } from "../text/dates.ts";
import { words } from "../words.ts";
import { Decision } from "./Decision.tsx";
import { StepTable } from "./StepTable.tsx";

export interface PaperPageProps {
  client: Client;
  session: SessionInfo;
  journey: string;
  role: string;
  filters: Filters;
  onSignedOut(): void;
}

/** One sheet of A4 for a meeting: everything that is needed to understand a number is on it, and it survives a bad copier. */
export function PaperPage({ client, session, journey, role, filters, onSignedOut }: PaperPageProps): VNode {
  const until = blockOf(filters, usePeriods(client, journey, role));
  const { answer, reload } = usePicture(client, journey, role, until);
  const summary = useSummary(client, onSignedOut).answer;
  const { timeZone } = session.project;
  useEffect(() => {
    document.title = `${words.paper.name} - ${words.product}`;
  }, []);
  if (answer === null || summary === null) return <Loading />;
  if (!answer.ok) return <Failure problem={answer.problem} onAgain={reload} />;
  return (
    <>
      <p class="tools no-print">
        <button type="button" class="btn primary" onClick={() => print()}>
          {words.paper.print}
        </button>
        <a class="btn" href={hrefOf({ page: "journeys", journey, role }, filters)}>
          {words.paper.back}
        </a>
      </p>
      <Sheet
        picture={answer.value}
        voices={summary.ok ? summary.value.voices : null}
        project={session.project.title}
        timeZone={timeZone}
      >
        <Later load={loadGap} props={{ client, session, journey, role }} quiet />
      </Sheet>
    </>
  );
}

interface SheetProps {
  picture: JourneyPicture;
  voices: Summary["voices"] | null;
  project: string;
  timeZone: string;
  /** What stands between the picture and the decision. */
  children: ComponentChildren;
}

const loadGap = async () => (await import("../gap/PaperPart.tsx")).PaperPart;

function Sheet({ picture, voices, project, timeZone, children }: SheetProps): VNode {
  const frozen = picture.blocks.at(-1);
  return (
    <article class="paper" aria-label={words.paper.name}>
      <header>
        <Mark />
        <p class="small">
          {project}. {frozen === undefined ? null : words.paper.frozen(dayOf(frozen.frozenAt, timeZone))}
        </p>
      </header>
      <div class="title">
        <p class="note">{words.version(picture.journey.title, picture.journey.version)}</p>
        <h1>
          {finding(picture, timeZone)} {picture.simulated ? <span class="tag strong">{words.simulated}</span> : null}
        </h1>
        <p>{evidence(picture, timeZone)}</p>
        {picture.simulated ? <p>{words.simulatedSentence}</p> : null}
        {picture.reason === "unverified" ? <p>{words.unverifiedSentence}</p> : null}
      </div>
      <StepTable picture={picture} timeZone={timeZone} />
      {children}
      {voices === null ? null : <p>{words.paper.reported(voices.places, voices.open)}</p>}
      <Decision />
      <footer>
        <p class="small">{words.paper.reading}</p>
        <p class="small">{words.limits}</p>
      </footer>
    </article>
  );
}
