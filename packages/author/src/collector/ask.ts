/** Why the collector did not do it, by a permanent name; `detail` is its own sentence. */
export interface Refusal {
  ok: false;
  reason:
    | "no_key"
    | "key_refused"
    | "pass_over"
    | "changed"
    | "origin"
    | "no_network"
    | "unknown"
    | "refused"
    | "too_large";
  detail: string;
}

export type Answer<T> = { ok: true; value: T } | Refusal;

/** What one request is made with: an author's key, or the pass of this tab. */
export interface Caller {
  collector: string;
  key: string;
}

/** Longer than any answer takes: a collector that is not there must not keep somebody waiting for ever. */
const patienceMs = 15_000;

const byStatus: Record<number, Refusal["reason"]> = { 401: "key_refused", 404: "unknown", 413: "too_large" };
const byCode: Record<string, Refusal["reason"]> = {
  draft_token_over: "pass_over",
  draft_changed: "changed",
  origin_refused: "origin",
};

/** Asks the collector; what it says no to, and what never arrives, is an answer too. */
export async function ask<T>(
  { collector, key }: Caller,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
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
  const known = byCode[code] ?? (code.startsWith("key_") ? "key_refused" : byStatus[answer.status]);
  return { ok: false, reason: known ?? "refused", detail };
}
