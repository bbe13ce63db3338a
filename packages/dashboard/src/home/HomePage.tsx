import type { JourneyPicture, SessionInfo, Summary } from "@waymark/schema";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { useSummary } from "../api/use-summary.ts";
import { Picture } from "../journeys/Picture.tsx";
import { evidence } from "../picture/evidence.ts";
import { finding } from "../picture/finding.ts";
import { rank } from "../picture/ranking.ts";
import type { Filters } from "../shell/filters.ts";
import { Later } from "../shell/Later.tsx";
import { Failure, Loading } from "../shell/states.tsx";
import { words } from "../words.ts";
import { Choice } from "./Choice.tsx";
import { pictureHref } from "./picture-href.ts";

export interface HomePageProps {
  client: Client;
  session: SessionInfo;
  filters: Filters;
  onSignedOut(): void;
}

/** In under a minute: how it goes, why, and what to change. A sentence, a drawing, a choice. */
export function HomePage({ client, session, filters, onSignedOut }: HomePageProps): VNode {
  const { answer, reload } = useSummary(client, onSignedOut);
  const { timeZone } = session.project;
  const pictures = answer?.ok ? rank(answer.value.pictures.filter((each) => isAbout(each, filters))) : [];
  const [first, ...rest] = pictures;
  const title = first === undefined ? words.home.nothing : headline(first, timeZone);
  useEffect(() => {
    document.title = `${title} - ${words.product}`;
  }, [title]);
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Failure problem={answer.problem} onAgain={reload} />;
  if (first === undefined) return <h1>{title}</h1>;
  return (
    <div class="home">
      <Picture picture={first} title={title} timeZone={timeZone} brief />
      <Later load={loadWorst} props={{ client, session }} quiet />
      <Choice picture={first} voices={answer.value.voices} />
      {rest.length === 0 ? null : <Others pictures={rest} timeZone={timeZone} />}
    </div>
  );
}

const loadWorst = async () => (await import("../gap/WorstPart.tsx")).WorstPart;

/** A link may be about one journey or role; where nothing fits it is about all. */
const isAbout = ({ journey, role }: Summary["pictures"][number], filters: Filters): boolean =>
  journey.id === (filters.journey ?? journey.id) && role.id === (filters.role ?? role.id);

const headline = (picture: JourneyPicture, timeZone: string): string =>
  words.home.finding(words.home.of(picture.journey.title, picture.role.title), finding(picture, timeZone));

/** One line each: which, what is so, and what it rests on. */
function Others({ pictures, timeZone }: { pictures: readonly JourneyPicture[]; timeZone: string }): VNode {
  return (
    <section class="others">
      <h2>{words.home.also}</h2>
      <ul>
        {pictures.map((picture) => (
          <li key={`${picture.journey.id} ${picture.role.id}`}>
            <a href={pictureHref(picture)}>{words.home.of(picture.journey.title, picture.role.title)}</a>
            <p>{finding(picture, timeZone)}</p>
            <p class="small">{evidence(picture, timeZone)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
