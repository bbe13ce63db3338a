import type { HandoffAct, HandoffList, ThanksAct, ThanksList } from "@waymark/schema";
import type { Scope } from "../../ports/scope.ts";
import { toJson } from "../../ports/to-json.ts";
import type { Guest } from "../../runtime/guest.ts";
import { tokenOf } from "../../telemetry/token.ts";
import type { Board, UnsentThanks } from "./board.ts";

/** A server that takes a body and never answers is asked again after this. */
const patienceMs = 30_000;
/** As many as one request may carry. */
const mostActs = 100;

interface Talk {
  guest: Guest;
  scope: Scope;
  board: Board;
  /** The collector's refusal as an error that knows how long to wait. */
  refusal(response: Response): Error;
}

/** Answers that another try of the same body cannot change. */
const isFinal = (status: number): boolean => status === 400 || status === 413 || status === 422;

/** Asks the collector as the person; `null` where nothing is new. */
async function ask(talk: Talk, path: string, token: string, body: object | null, tag: string): Promise<Response> {
  const { guest, refusal } = talk;
  const { platform, options } = guest;
  const controller = new AbortController();
  const stop = platform.after(patienceMs, () => controller.abort());
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body) headers["content-type"] = "application/json";
  else if (tag) headers["if-none-match"] = tag;
  try {
    const response = await platform.fetch(`${options.collector}${path}?key=${encodeURIComponent(options.key ?? "")}`, {
      ...{ method: body ? "POST" : "GET", headers, body: body && toJson(body), signal: controller.signal },
      ...{ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" },
    });
    if (!response.ok && response.status !== 304 && !(body && isFinal(response.status))) throw refusal(response);
    return response;
  } finally {
    stop();
  }
}

/** Tells the events of what the collector took. */
function report({ guest }: Talk, acts: readonly HandoffAct[], list: HandoffList): void {
  const types = { offer: "handoff.offered", accept: "handoff.accepted", return: "handoff.returned", withdraw: null };
  for (const act of acts) {
    const handoff = list.handoffs.find(({ id }) => id === act.id);
    const type = types[act.act];
    if (!handoff || !type || list.refused.some(({ id, act: of }) => id === act.id && of === act.act)) continue;
    const { journey, step, subject, to } = handoff;
    const props = act.act === "offer" ? { role: to.role } : {};
    guest.report({ type, journey, step, subject: subject || undefined, props });
  }
}

const without = <T extends { id: string; act: string }>(all: readonly T[], sent: readonly T[]): T[] =>
  all.filter((each) => !sent.some(({ id, act }) => id === each.id && act === each.act));

const nameOf = (guest: Guest): { name?: string } => {
  const { name } = guest.$person.get();
  return name ? { name: name.slice(0, 60) } : {};
};

/** The thanks that did not arrive. One hand-over is thanked for once: where another device was faster, nothing is lost. */
const lostIn = (acts: readonly ThanksAct[], list: ThanksList | null): UnsentThanks[] =>
  acts.flatMap((act) =>
    act.act === "send" && !list?.thanks.some(({ handoff, from }) => from.me && handoff === act.handoff) ? [act] : [],
  );

/**
 * Makes one exchange: sends what the person did, takes back what the collector knows. What was sent is dropped once it
 * was answered, refused or not: the list says how things stand.
 */
export function createExchange(talk: Talk): () => Promise<void> {
  const { guest, scope, board } = talk;
  const tags = { handoffs: "", thanks: "" };

  const handoffs = async (token: string): Promise<void> => {
    const acts: HandoffAct[] = board.state().acts.slice(0, mostActs);
    const body = acts.length > 0 ? { format: "waymark.handoffs/1", ...nameOf(guest), acts } : null;
    const response = await ask(talk, "/v1/handoffs", token, body, tags.handoffs);
    if (scope.stopped || response.status === 304) return;
    const list = response.ok ? ((await response.json()) as HandoffList) : null;
    tags.handoffs = body ? "" : (response.headers.get("etag") ?? "");
    board.missed.push(
      ...(list?.refused ?? []).flatMap(({ id, act, code }) => (act !== "offer" && code !== "not_yours" ? [id] : [])),
    );
    await board.change((state) => ({
      ...state,
      known: list?.handoffs ?? state.known,
      acts: without(state.acts, acts),
    }));
    if (list) report(talk, acts, list);
  };

  const thanks = async (token: string): Promise<void> => {
    const acts: ThanksAct[] = board.state().thanking.slice(0, mostActs);
    const body = acts.length > 0 ? { format: "waymark.thanks/1", ...nameOf(guest), acts } : null;
    const response = await ask(talk, "/v1/thanks", token, body, tags.thanks);
    if (scope.stopped || response.status === 304) return;
    const list = response.ok ? ((await response.json()) as ThanksList) : null;
    tags.thanks = body ? "" : (response.headers.get("etag") ?? "");
    await board.change((state) => ({
      ...state,
      thanks: list?.thanks ?? state.thanks,
      thanking: without(state.thanking, acts),
      unsent: [...(state.unsent ?? []), ...lostIn(acts, list)],
    }));
    for (const { id, act } of acts) {
      const sent = list?.thanks.find((each) => each.id === id && act === "send");
      if (sent)
        guest.report({ type: "thanks.sent", journey: sent.journey, subject: sent.subject || undefined, props: {} });
    }
  };

  return async () => {
    const token = await tokenOf(guest);
    // Somebody else may have signed in meanwhile: their token must never carry what this person did.
    if (!token || scope.stopped) return;
    await handoffs(token);
    if (!scope.stopped) await thanks(token);
  };
}
