import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { OpenStream } from "../api/arrivals-feed.ts";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { HomePage } from "../home/HomePage.tsx";
import { JourneysPage } from "../journeys/JourneysPage.tsx";
import { ArrivalsPage } from "../live/ArrivalsPage.tsx";
import { PaperPage } from "../paper/PaperPage.tsx";
import { Hatch } from "../parts/Hatch.tsx";
import { VoicesPage } from "../voices/VoicesPage.tsx";
import { type Language, words } from "../words.ts";
import { Authoring } from "./Authoring.tsx";
import { Bar } from "./Bar.tsx";
import { type Filters, readFilters } from "./filters.ts";
import { Later } from "./Later.tsx";
import { hrefOf, isFigures, parseRoute, type Route } from "./route.ts";
import { Empty, Failure, Loading, SignedOut, Unknown } from "./states.tsx";
import type { ThemeStore } from "./theme.ts";

export interface AppProps {
  client: Client;
  store: ThemeStore;
  /** The collector's own origin, for the tag that is offered. */
  origin: string;
  openStream: OpenStream;
  language: Language;
  onLanguage(language: Language): void;
}

type State =
  | { kind: "loading" }
  | { kind: "signed_out"; left: boolean }
  | { kind: "failed"; problem: Problem }
  | { kind: "ready"; session: SessionInfo };

export function App(props: AppProps): VNode {
  const { client } = props;
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
  const filters = readFilters(hash);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to a section, by script because the hash is the page. */}
      <a class="skip" href="#main" onClick={toMain}>
        {words.skip}
      </a>
      <Hatch />
      <Bar {...props} session={state.session} route={route} filters={filters} onSignOut={() => void signOut()} />
      <main class="body" id="main" tabIndex={-1}>
        <Page {...props} session={state.session} route={route} filters={filters} onSignedOut={onSignedOut} />
      </main>
    </>
  );
}

interface PageProps extends AppProps {
  session: SessionInfo;
  route: Route;
  filters: Filters;
  onSignedOut(): void;
}

function Page(props: PageProps): VNode {
  const { session, route, filters, client, onSignedOut } = props;
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
    // With another language it is fetched anew, with its words; and no page stands where another is awaited.
    const given = { client, session, open: route.open, onOpen: open, onSignedOut };
    return <Later key={`gap ${props.language}`} load={loadGap} props={given} />;
  }
  if (route.page === "experiments") {
    if (session.role === "author") return <Unknown sentence={words.notAuthors} />;
    return (
      <Later key={`experiments ${props.language}`} load={loadExperiments} props={{ client, session, onSignedOut }} />
    );
  }
  if (route.page === "voices") {
    if (session.role === "author") return <Unknown sentence={words.voices.notAuthors} />;
    return <VoicesPage client={client} session={session} onSignedOut={onSignedOut} />;
  }
  if (isFigures(route)) {
    if (session.role === "author") return <Unknown sentence={words.noFigures} />;
    if (route.page === "targets" && session.role === "manager") return <Unknown sentence={words.noTargets} />;
    const onFilters = (next: Filters): void => location.replace(hrefOf(route, next));
    const given = { page: route.page, client, session, filters, onFilters, onSignedOut };
    return <Later key={`figures ${props.language}`} load={loadFigures} props={given} />;
  }
  if (route.page === "unknown") return <Unknown sentence={words.noPage} />;
  if (session.role === "author") return <Authoring session={session} origin={props.origin} />;
  if (route.page === "empty") return <Empty lacks={route.lacks} />;
  if (route.page === "home")
    return <HomePage client={client} session={session} filters={filters} onSignedOut={onSignedOut} />;
  if (route.page === "paper")
    return <PaperPage {...{ client, session, filters, onSignedOut }} journey={route.journey} role={route.role} />;
  // A switch is a choice inside of one page, so the Back button leaves the page instead of undoing arrow keys.
  const pick = (journey: string, role: string): void => {
    // Blocks are those of a journey and role: with another they are chosen anew.
    location.replace(hrefOf({ page: "journeys", journey, role }));
  };
  const choose = (next: Filters): void => location.replace(hrefOf(route, next));
  return (
    <JourneysPage
      client={client}
      session={session}
      journey={route.journey}
      role={route.role}
      filters={filters}
      onPick={pick}
      onFilters={choose}
      onSignedOut={onSignedOut}
    />
  );
}

const loadFigures = async () => (await import("../figures/FiguresPage.tsx")).FiguresPage;
const loadExperiments = async () => (await import("../experiments/ExperimentsPage.tsx")).ExperimentsPage;
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
