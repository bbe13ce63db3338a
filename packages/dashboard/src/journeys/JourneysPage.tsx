import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { RadioSwitch } from "../parts/RadioSwitch.tsx";
import { finding } from "../picture/finding.ts";
import { rolesFor } from "../shell/route.ts";
import { Failure, Loading } from "../shell/states.tsx";
import { words } from "../words.ts";
import { Picture } from "./Picture.tsx";
import { useHeadCounts, usePicture } from "./use-picture.ts";

export interface JourneysPageProps {
  client: Client;
  session: SessionInfo;
  journey: string;
  role: string;
  onPick(journey: string, role: string): void;
  onSignedOut(): void;
}

/** One journey, one role: the choice above, the picture below. The choice stays while the picture is read. */
export function JourneysPage(props: JourneysPageProps): VNode {
  const { client, session, journey, role, onPick, onSignedOut } = props;
  const { answer, busy, reload } = usePicture(client, journey, role);
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
    return count === undefined ? { id, title } : { id, title, note: String(count) };
  });
  return (
    <>
      <div class="switches">
        {journeys.length > 1 ? (
          <RadioSwitch
            name="journey"
            label={words.switches.journey}
            options={journeys}
            value={journey}
            onPick={(id) => onPick(id, role)}
          />
        ) : null}
        <RadioSwitch
          name="role"
          label={words.switches.role}
          options={roles}
          value={role}
          onPick={(id) => onPick(journey, id)}
        />
      </div>
      <p class="vh" role="status">
        {busy ? words.loading : found}
      </p>
      <div class={busy ? "busy" : undefined} aria-busy={busy}>
        {answer === null ? <Loading /> : null}
        {answer?.ok ? <Picture picture={answer.value} title={found} timeZone={timeZone} /> : null}
        {answer !== null && !answer.ok ? <Failure problem={answer.problem} onAgain={reload} /> : null}
      </div>
    </>
  );
}
