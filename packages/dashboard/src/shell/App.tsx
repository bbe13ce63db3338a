import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { OpenStream } from "../api/arrivals-feed.ts";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { JourneysPage } from "../journeys/JourneysPage.tsx";
import { ArrivalsPage } from "../live/ArrivalsPage.tsx";
import { Hatch } from "../parts/Hatch.tsx";
import { VoicesPage } from "../voices/VoicesPage.tsx";
import { words } from "../words.ts";
import { Bar } from "./Bar.tsx";
import { Later } from "./Later.tsx";
import { hrefOf, parseRoute, type Route } from "./route.ts";
import { Empty, Failure, Loading, SignedOut, Unknown } from "./states.tsx";
import type { ThemeStore } from "./theme.ts";

export interface AppProps {
  client: Client;
  store: ThemeStore;
  /** The collector's own origin, for the tag that is offered. */
  origin: string;
  openStream: OpenStream;
}

type State =
  | { kind: "loading" }
  | { kind: "signed_out"; left: boolean }
  | { kind: "failed"; problem: Problem }
  | { kind: "ready"; session: SessionInfo };

export function App(props: AppProps): VNode {
  const { client, store } = props;
  const [state, setState] = useState<State>({ kind: "loading" });
  const hash = useHash();

  const load = useCallback(async (): Promise<void> => {
    const answer = await client.session();
    if (answer.ok) setState({ kind: "ready", session: answer.value });
    else if (answer.problem.status === 401) setState({ kind: "signed_out", left: false });
    else setState({ kind: "failed", problem: answer.problem });
  }, [client]);
  useEffect(() => void load(), [load]);

  const onSignedOut = useCallback(() => setState({ kind: "signed_out", left: false }), []);
  const signOut = async (): Promise<void> => {
    const answer = await client.signOut();
    if (answer.ok || answer.problem.status === 401) setState({ kind: "signed_out", left: true });
    else setState({ kind: "failed", problem: answer.problem });
  };

  if (state.kind === "signed_out") return <SignedOut left={state.left} />;
  if (state.kind === "loading" || state.kind === "failed") {
    return (
      <main class="body">
        {state.kind === "loading" ? <Loading /> : <Failure problem={state.problem} onAgain={() => void load()} />}
      </main>
    );
  }
  const route = parseRoute(hash, state.session);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to a section, by script because the hash is the page. */}
      <a class="skip" href="#main" onClick={toMain}>
        {words.skip}
      </a>
      <Hatch />
      <Bar session={state.session} route={route} store={store} onSignOut={() => void signOut()} />
      <main class="body" id="main" tabIndex={-1}>
        <Page {...props} session={state.session} route={route} onSignedOut={onSignedOut} />
      </main>
    </>
  );
}

interface PageProps extends AppProps {
  session: SessionInfo;
  route: Route;
  onSignedOut(): void;
}

function Page(props: PageProps): VNode {
  const { session, route, client, onSignedOut } = props;
  if (route.page === "arrivals") {
    if (session.role !== "owner") return <Unknown sentence={words.ownerOnly} />;
    return (
      <ArrivalsPage client={client} origin={props.origin} openStream={props.openStream} onSignedOut={onSignedOut} />
    );
  }
  if (route.page === "gap") {
    if (session.role === "author") return <Unknown sentence={words.notAuthors} />;
    // The open step is a choice inside of the page, like a switch.
    const open = (key: string | null): void => location.replace(hrefOf({ page: "gap", open: key }));
    return <Later load={loadGap} props={{ client, session, open: route.open, onOpen: open, onSignedOut }} />;
  }
  if (route.page === "voices") {
    if (session.role === "author") return <Unknown sentence={words.voices.notAuthors} />;
    return <VoicesPage client={client} session={session} onSignedOut={onSignedOut} />;
  }
  if (route.page === "unknown") return <Unknown sentence={words.noPage} />;
  if (route.page === "empty") return <Empty lacks={route.lacks} />;
  // A switch is a choice inside of one page, so the Back button leaves the page instead of undoing arrow keys.
  const pick = (journey: string, role: string): void => location.replace(hrefOf({ page: "journeys", journey, role }));
  return (
    <JourneysPage
      client={client}
      session={session}
      journey={route.journey}
      role={route.role}
      onPick={pick}
      onSignedOut={onSignedOut}
    />
  );
}

const loadGap = async () => (await import("../gap/GapPage.tsx")).GapPage;

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => setHash(location.hash);
    addEventListener("hashchange", changed);
    // The address may have changed between the first drawing and this moment.
    changed();
    return () => removeEventListener("hashchange", changed);
  }, []);
  return hash;
}

/** What the link says is for whoever reads it; followed, it would change the hash, and the hash is the page. */
function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
