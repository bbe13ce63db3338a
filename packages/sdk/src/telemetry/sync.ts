import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { toJson } from "../ports/to-json.ts";
import type { Guest } from "../runtime/guest.ts";
import { createRounds } from "./rounds.ts";
import { tokenOf } from "./token.ts";

/** Changes in quick succession travel together. */
const gatherMs = 1_500;
/** A server that takes a body and never answers is asked again after this. */
const patienceMs = 30_000;

/**
 * Lets a signed person's progress follow them: sends the whole state, takes the merged state back. Both sides merge, so
 * the order in which devices meet the collector does not matter.
 */
export function createSync(guest: Guest): Stop {
  const { platform, options } = guest;
  const scope = createScope();
  const address = `${options.collector}/v1/progress?key=${encodeURIComponent(options.key ?? "")}`;
  let lastSent = "";

  const exchange = async (): Promise<void> => {
    const token = await tokenOf(guest);
    // Somebody else may have signed in meanwhile: their token must never carry this person's progress.
    if (!token || scope.stopped) return;
    const body = toJson(guest.$progress.get());
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const controller = new AbortController();
    const stop = platform.after(patienceMs, () => controller.abort());
    const { signal } = controller;
    const more = { signal, credentials: "omit", referrerPolicy: "no-referrer" } as const;
    let response: Response;
    try {
      response = await platform.fetch(address, { method: "PUT", body, headers, ...more });
    } finally {
      stop();
    }
    if (!response.ok) throw rounds.refusal(response);
    const merged: unknown = await response.json();
    if (scope.stopped) return;
    lastSent = JSON.stringify(merged);
    guest.join(merged);
  };

  const rounds = createRounds(guest, scope, gatherMs, exchange);
  scope.add(
    guest.$progress.listen((progress) => {
      if (JSON.stringify(progress) !== lastSent) rounds.soon();
    }),
  );
  listen(scope, document, "visibilitychange", () => {
    if (document.visibilityState === "visible") rounds.soon();
  });
  rounds.soon();
  return scope.stop;
}
