import type { Journey } from "@waymark/schema";
import type { Session } from "./session.ts";

/** Why the collector did not do it, by a permanent name; `detail` is its own sentence. */
export interface Refusal {
  ok: false;
  reason: "no_key" | "key_refused" | "origin" | "no_network" | "unknown" | "refused" | "too_large";
  detail: string;
}

export type Answer<T> = { ok: true; value: T } | Refusal;

/** A published state of a journey, the newest first. */
export interface Version {
  version: number;
  publishedAt: string;
  publishedBy: string;
  note: string | null;
}

/** Longer than any answer takes: a collector that is not there must not keep somebody waiting for ever. */
const patienceMs = 15_000;

const reasons: Record<number, Refusal["reason"]> = { 401: "key_refused", 404: "unknown", 413: "too_large" };

async function ask<T>({ collector, key }: Session, method: string, path: string, body?: unknown): Promise<Answer<T>> {
  if (!key) return { ok: false, reason: "no_key", detail: "" };
  // A header takes no other letters: such a key is none.
  if (!/^[\x21-\x7e]+$/.test(key)) return { ok: false, reason: "key_refused", detail: "" };
  const headers: Record<string, string> = { authorization: `Bearer ${key}` };
  if (body !== undefined) headers["content-type"] = "application/json";
  let answer: Response;
  try {
    const more = { credentials: "omit", signal: AbortSignal.timeout(patienceMs) } as const;
    answer = await fetch(collector + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      ...more,
    });
  } catch {
    return { ok: false, reason: "no_network", detail: collector };
  }
  const said = (await answer.json().catch(() => ({}))) as T & { code?: string; detail?: string };
  if (answer.ok) return { ok: true, value: said };
  const { code = "", detail = String(answer.status) } = said;
  if (code.startsWith("key_")) return { ok: false, reason: "key_refused", detail };
  if (code === "origin_refused") return { ok: false, reason: "origin", detail };
  return { ok: false, reason: reasons[answer.status] ?? "refused", detail };
}

const at = (id: string): string => `/v1/journeys/${encodeURIComponent(id)}`;

/** Keeps the journey as the collector's draft: nobody sees it. */
export function putDraft(session: Session, journey: Journey): Promise<Answer<unknown>> {
  return ask(session, "PUT", at(journey.id), journey);
}

/** Publishes the draft that the collector holds; it answers with the version. */
export function publish(session: Session, id: string, note: string): Promise<Answer<{ version: number }>> {
  return ask(session, "POST", `${at(id)}/publish`, note ? { note } : {});
}

/** What was published before; `unknown` where the collector holds nothing under this id. */
export function versions(session: Session, id: string): Promise<Answer<{ versions: Version[] }>> {
  return ask(session, "GET", `${at(id)}/versions`);
}

/** Publishes an older version's content as the newest. */
export function rollBack(session: Session, id: string, version: number): Promise<Answer<{ version: number }>> {
  return ask(session, "POST", `${at(id)}/rollback`, { version });
}

/** Whether the key opens anything at all; an unknown journey is an answer too. */
export async function isAuthor(session: Session): Promise<Answer<true>> {
  const answer = await versions(session, "is-this-an-author");
  return answer.ok || answer.reason === "unknown" ? { ok: true, value: true } : answer;
}
