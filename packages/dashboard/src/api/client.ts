import type {
  ArrivalsReport,
  DecisionList,
  EstimateList,
  ExpectationList,
  ExperimentsReport,
  FigureReport,
  GapReport,
  JourneyPicture,
  NewAnswer,
  NewDecision,
  NewEstimates,
  NewExpectation,
  NewStatement,
  PicturePeriods,
  SessionInfo,
  Summary,
  TargetReport,
  VoicesReport,
  WaitingTexts,
} from "@waymark/schema";
import { type Problem, toProblem, unreachable } from "./problem.ts";

export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

export interface Client {
  session(): Promise<Answer<SessionInfo>>;
  /** Frozen numbers: the same question is answered from memory for five minutes, unless `fresh`. */
  picture(journey: string, role: string, fresh?: boolean, until?: string): Promise<Answer<JourneyPicture>>;
  /** The closed blocks that a picture was drawn for; asked once. */
  periods(journey: string, role: string): Promise<Answer<PicturePeriods>>;
  /** A page of figures, of the latest closed block or of an earlier one; kept like pictures. */
  figures(page: FrozenFigures, until?: string): Promise<Answer<FigureReport<unknown>>>;
  /** Targets that pages do not find, now. */
  targets(): Promise<Answer<TargetReport>>;
  /** Everything that a look at the whole needs, in one answer. */
  summary(): Promise<Answer<Summary>>;
  /** Where a table is had as a file. */
  exportUrl(table: ExportTable, only?: { journey?: string; role?: string; until?: string | undefined }): string;
  arrivals(): Promise<Answer<ArrivalsReport>>;
  signOut(): Promise<Answer<null>>;
  voices(): Promise<Answer<VoicesReport>>;
  /** Words that wait for moderation. */
  waitingTexts(): Promise<Answer<WaitingTexts>>;
  /** Releases words to their cell, or forgets them. */
  judgeText(id: string, release: boolean): Promise<Answer<null>>;
  /** Answers a published cell. */
  answerVoice(id: string, answer: NewAnswer): Promise<Answer<unknown>>;
  /** States something about a step, with one's name. */
  state(statement: NewStatement): Promise<Answer<unknown>>;
  /** What journeys did to their value; asked once. */
  experiments(): Promise<Answer<ExperimentsReport>>;
  gap(): Promise<Answer<GapReport>>;
  expectations(): Promise<Answer<ExpectationList>>;
  /** The reader's own. */
  estimates(): Promise<Answer<EstimateList>>;
  decisions(): Promise<Answer<DecisionList>>;
  stateExpectation(it: NewExpectation): Promise<Answer<unknown>>;
  giveEstimates(it: NewEstimates): Promise<Answer<unknown>>;
  decide(it: NewDecision): Promise<Answer<unknown>>;
  /** Where server-sent reports come from. */
  streamUrl: string;
}

/** Tables that can be had as CSV. */
export type ExportTable =
  | ("pictures" | "gap" | "experiments" | FrozenFigures | "targets")
  | ("voices" | "words" | "answers" | "types" | "rejects");

/** Pages of frozen figures, as their addresses end. */
export type FrozenFigures = "briefs" | "fields" | "handoffs" | "prompts" | "staying" | "trust" | "uptake" | "value";

/** What the client needs of the world. */
export interface Network {
  /** The address of `/v1/` on this origin, with the slash. */
  base: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  now(): number;
}

/** A block closes once in four weeks; five minutes keeps a page that stays open for days from growing old. */
const keepMs = 300_000;

export function createClient(network: Network): Client {
  const kept = new Map<string, { at: number; answer: Promise<Answer<unknown>> }>();

  async function ask<Value>(path: string, method = "GET", given?: unknown): Promise<Answer<Value>> {
    let response: Response;
    try {
      const headers = {
        accept: "application/json",
        ...(given === undefined ? {} : { "content-type": "application/json" }),
      };
      const init: RequestInit = { method, headers, credentials: "same-origin" };
      if (given !== undefined) init.body = JSON.stringify(given);
      response = await network.fetch(`${network.base}${path}`, init);
    } catch {
      return { ok: false, problem: unreachable() };
    }
    const body = await readJson(response);
    const readable = body !== undefined || response.status === 204;
    if (!response.ok || !readable) return { ok: false, problem: toProblem(response.status, body) };
    return { ok: true, value: (body ?? null) as Value };
  }

  async function remembered(path: string, fresh = false): Promise<Answer<unknown>> {
    const before = kept.get(path);
    if (!fresh && before !== undefined && network.now() - before.at < keepMs) return before.answer;
    const answer = ask(path);
    kept.set(path, { at: network.now(), answer });
    if (!(await answer).ok) kept.delete(path);
    return answer;
  }

  return {
    streamUrl: `${network.base}arrivals/stream`,
    session: () => ask("session"),
    arrivals: () => ask("arrivals"),
    signOut: () => ask("session", "DELETE"),
    voices: () => ask("voices"),
    waitingTexts: () => ask("voices/texts"),
    judgeText: (id, release) => ask(`voices/texts/${encodeURIComponent(id)}`, "POST", { release }),
    answerVoice: (id, answer) => ask(`voices/${encodeURIComponent(id)}/answer`, "POST", answer),
    state: (statement) => ask("statements", "POST", statement),
    experiments: () => remembered("insights/experiments") as Promise<Answer<ExperimentsReport>>,
    gap: () => ask("insights/gap"),
    expectations: () => ask("expectations"),
    estimates: () => ask("estimates"),
    decisions: () => ask("decisions"),
    stateExpectation: (it) => ask("expectations", "POST", it),
    giveEstimates: (it) => ask("estimates", "POST", it),
    decide: (it) => ask("decisions", "POST", it),
    picture(journey, role, fresh = false, until) {
      const query = queryOf({ journey, role, until });
      return remembered(`insights/adoption${query}`, fresh) as Promise<Answer<JourneyPicture>>;
    },
    periods: (journey, role) =>
      remembered(`insights/periods${queryOf({ journey, role })}`) as Promise<Answer<PicturePeriods>>,
    figures: (page, until) =>
      remembered(`insights/${page}${queryOf({ until })}`) as Promise<Answer<FigureReport<unknown>>>,
    targets: () => ask("insights/targets"),
    summary: () => remembered("summary") as Promise<Answer<Summary>>,
    exportUrl: (table, only = {}) => `${network.base}export/${table}${queryOf(only)}`,
  };
}

function queryOf(given: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? "" : `?${query}`;
}

/** `undefined` where the body is empty or no JSON; the status then says what to do. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
