import type { Journey } from "@waymark/schema";
import { type Answer, ask, type Caller } from "./ask.ts";
import type { Session } from "./session.ts";

/** A published state of a journey, the newest first. */
export interface Version {
  version: number;
  publishedAt: string;
  publishedBy: string;
  note: string | null;
}

/** What the collector holds that can be written on. */
export interface KeptDraft {
  journey: string;
  title: string;
  steps: number;
  /** `false`: it begins from what is published. */
  draft: boolean;
  version: number | null;
}

const at = (id: string): string => `/v1/journeys/${encodeURIComponent(id)}`;

/**
 * Gives an author's key away for a pass that reads and writes drafts for an hour, and nothing else. A pass that somebody
 * was given elsewhere, on the dashboard say, is taken as it is.
 */
export async function signIn({ collector, key }: Caller, now: number = Date.now()): Promise<Answer<Session>> {
  if (key.startsWith("dt_")) {
    const answer = await listDrafts({ collector, pass: key, until: 0 });
    // Its end is the collector's to say: at the latest an hour from now.
    return answer.ok ? { ok: true, value: { collector, pass: key, until: now + 3_600_000 } } : answer;
  }
  const answer = await ask<{ token: string; expiresAt: string }>({ collector, key }, "POST", "/v1/draft-tokens");
  if (!answer.ok) return answer;
  const { token, expiresAt } = answer.value;
  return { ok: true, value: { collector, pass: token, until: Date.parse(expiresAt) } };
}

const passOf = ({ collector, pass }: Session): Caller => ({ collector, key: pass });

/** Ends a pass. Where nobody answers it ends by itself within the hour. */
export async function signOut(session: Session): Promise<void> {
  if (session.pass) await ask(passOf(session), "DELETE", "/v1/draft-tokens");
}

/** What can be written on. */
export function listDrafts(session: Session): Promise<Answer<{ drafts: KeptDraft[] }>> {
  return ask(passOf(session), "GET", "/v1/drafts");
}

/** A draft as the collector keeps it, else what is published. */
export function getDraft(session: Session, id: string): Promise<Answer<{ journey: Journey; version: number | null }>> {
  return ask(passOf(session), "GET", `/v1/drafts/${encodeURIComponent(id)}`);
}

/** Keeps the journey as the collector's draft: nobody sees it. */
export function putDraft(session: Session, journey: Journey): Promise<Answer<{ hash: string }>> {
  return ask(passOf(session), "PUT", at(journey.id), journey);
}

/** Keeps the journey as a draft and publishes this draft and no other. It answers with the version. */
export async function publish(caller: Caller, journey: Journey, note: string): Promise<Answer<{ version: number }>> {
  const kept = await ask<{ hash: string }>(caller, "PUT", at(journey.id), journey);
  if (!kept.ok) return kept;
  const { hash } = kept.value;
  return ask(caller, "POST", `${at(journey.id)}/publish`, note ? { note, hash } : { hash });
}

/** What was published before; `unknown` where the collector holds nothing under this id. */
export function versions(caller: Caller, id: string): Promise<Answer<{ versions: Version[] }>> {
  return ask(caller, "GET", `${at(id)}/versions`);
}

/** Publishes an older version's content as the newest. */
export function rollBack(caller: Caller, id: string, version: number): Promise<Answer<{ version: number }>> {
  return ask(caller, "POST", `${at(id)}/rollback`, { version });
}
