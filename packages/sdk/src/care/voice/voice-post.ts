import { isoWeek, matchRoles, nextMonday, quarterOfWeek } from "@waymark/engine";
import type { SignedTokens, TokenKeys } from "@waymark/schema";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import { tokenOf } from "../../telemetry/token.ts";
import { type Box, type BoxState, type HeldToken, type Later, type Plan, placeKey, type Waiting } from "./box.ts";
import { sealEnvelope } from "./seal-envelope.ts";
import { finishToken, makeToken } from "./token.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;
const dayMs = 24 * hourMs;
/** Envelopes leave on one of the days that most devices see. */
const days = 5;

/** Fetched by everybody alike: nobody is named, and nobody is told what page it came from. */
const plain = { credentials: "omit", referrerPolicy: "no-referrer" } as const;

/** The plan of a week: a minute drawn by chance, once. */
export function planFor(now: number, old: Plan | null): Plan {
  const week = isoWeek(now);
  if (old?.week === week) return old;
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  const minutes = (days * dayMs) / minuteMs;
  return { week, at: nextMonday(now) - 7 * dayMs + (chance % minutes) * minuteMs, sent: false };
}

/**
 * A device's part of the anonymous channel: tokens at the quarter's start, one envelope a week, whatever is reported. All of
 * its cryptography is in this file's chunk, which everybody loads when idle: that it is loaded says nothing.
 */
export function startPost(guest: Guest, box: Box): Stop {
  const { platform, options, $person, $documents, $scene, $consent } = guest;
  const scope = createScope();
  const page = `key=${encodeURIComponent(options.key ?? "")}`;
  const at = (path: string): string => `${options.collector}${path}${path.includes("?") ? "&" : "?"}${page}`;

  /** This person's journeys that no tokens were asked for in this quarter. */
  const unasked = ({ asked }: BoxState): string[] =>
    $documents
      .get()
      .filter((journey) => !journey.library && matchRoles(journey, $scene.get()) && !asked.includes(journey.id))
      .map(({ id }) => id)
      .sort();

  async function readKeys(journey: string): Promise<void> {
    const response = await platform.fetch(at(`/v1/tokens/keys?journey=${encodeURIComponent(journey)}`), plain);
    if (!response.ok) throw new Error("keys");
    const { quarter, seal, issuer, groups } = (await response.json()) as TokenKeys;
    // While there is no group there may still be one this quarter.
    if (seal === null) return;
    const [role] = $person.get().roles;
    const keys = groups.find(({ roles }) => role !== undefined && roles.includes(role))?.keys ?? {};
    const made: Record<string, HeldToken> = {};
    for (const [step, modulus] of Object.entries(keys))
      made[placeKey({ journey, step })] = { modulus, raw: await makeToken(issuer, modulus), token: null };
    await box.change((old) => {
      const fresh = old.quarter === quarter ? old : { ...old, quarter, asked: [], tokens: {}, used: [] };
      // Another tab was faster: its messages hold.
      if (fresh.asked.includes(journey)) return fresh;
      return { ...fresh, seal, asked: [...fresh.asked, journey], tokens: { ...fresh.tokens, ...made } };
    });
  }

  /** Asks for what is not signed yet; what was given out to another device before is given up. */
  async function sign(): Promise<void> {
    const { quarter, tokens } = await box.read();
    const open = Object.entries(tokens).filter(([, { token }]) => token === null);
    if (open.length === 0) return;
    const blinded = open.map(([place, { raw }]) => {
      const [journey, step] = JSON.parse(place) as [string, string];
      return { journey, step, message: raw.blinded };
    });
    const token = await tokenOf(guest);
    if (!token || scope.stopped) return;
    const response = await platform.fetch(at("/v1/tokens"), {
      ...{ method: "POST", body: JSON.stringify({ format: "waymark.tokens/1", quarter, blinded }), ...plain },
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });
    if (response.status === 409 || response.status === 403) {
      const { taken } = (await response.json()) as { taken?: { journey: string; step: string }[] };
      const lost = new Set((taken ?? blinded).map(placeKey));
      await box.change((old) => ({
        ...old,
        tokens: Object.fromEntries(Object.entries(old.tokens).filter(([place]) => !lost.has(place))),
      }));
      if (taken && taken.length < open.length) await sign();
      return;
    }
    if (!response.ok) throw new Error("tokens");
    const { signatures } = (await response.json()) as SignedTokens;
    const finished: Record<string, HeldToken> = {};
    for (const [index, [place, held]] of open.entries())
      finished[place] = { ...held, token: await finishToken(held.modulus, held.raw, signatures[index] ?? "") };
    await box.change((old) => (old.quarter === quarter ? { ...old, tokens: { ...old.tokens, ...finished } } : old));
  }

  /** Sends this week's envelope if its minute has come; one tab does. */
  async function sendEnvelope(): Promise<void> {
    const now = platform.now();
    let cargo: readonly (Waiting | Later)[] | null = null;
    const state = await box.change((old) => {
      const plan = planFor(now, old.plan);
      const due = old.seal !== null && !plan.sent && now >= plan.at;
      if (!due) return { ...old, plan };
      // What is short goes first: a long report is not held up by it.
      const later = old.later.filter(({ sent }) => sent === null);
      cargo = [...later, ...old.outbox.filter(({ sent, made }) => sent === null && made < plan.week)];
      return { ...old, plan: { ...plan, sent: true } };
    });
    if (cargo === null || state.seal === null) return;
    const { body, taken } = await sealEnvelope(state.seal, cargo);
    try {
      const headers = { "content-type": "text/plain" };
      const response = await platform.fetch(at("/v1/envelopes"), { method: "POST", body, headers, ...plain });
      if (!response.ok) throw new Error("envelope");
      const { week } = (await response.json()) as { week: string };
      await box.change((old) => ({
        ...old,
        outbox: old.outbox.map((each) => (taken.includes(each.id) ? { ...each, sent: week } : each)),
        later: old.later.map((each) => (taken.includes(each.id) ? { ...each, sent: week } : each)),
      }));
    } catch (error) {
      await box.change(({ plan, ...old }) => ({ ...old, plan: plan && { ...plan, sent: false, at: now + hourMs } }));
      throw error;
    }
  }

  const round = async (): Promise<void> => {
    if ($consent.get() !== "granted" || !$person.get().token) return;
    for (const journey of unasked(await freshBox())) await readKeys(journey);
    await sign();
    await sendEnvelope();
  };

  /** The box of this quarter: at its start everything is asked for anew, and what waits goes on waiting. */
  async function freshBox(): Promise<BoxState> {
    const state = await box.read();
    return state.quarter === quarterOfWeek(isoWeek(platform.now())) ? state : { ...state, asked: [] };
  }

  const look = (): void => {
    if (scope.stopped) return;
    round().catch(() => guest.fail("post"));
    scope.add(platform.after(hourMs, look));
  };
  look();
  return scope.stop;
}
