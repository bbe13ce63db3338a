/** Where journeys are kept, and what this tab may do there. It lives in this tab and ends with it. */
export interface Session {
  /** The collector's address, without a slash at its end. */
  collector: string;
  /**
   * What reads and writes drafts for an hour, and nothing else; empty: nobody is signed in. The host's own scripts can read
   * what a tab keeps: an author's key is never in it.
   */
  pass: string;
  /** Until when, Unix ms. */
  until: number;
}

const name = "waymark=author";
const trimmed = (address: string): string => address.replace(/\/+$/, "");

/** What this tab knows; `waymark.js` looks for the same name to bring the editor along to the next page. */
export function readSession(collector: string, now: number = Date.now()): Session {
  const fresh = signedOut(trimmed(collector));
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}") as Partial<Session>;
    const own = { ...fresh, collector: trimmed(String(kept.collector || collector)) };
    const { pass, until } = kept;
    return typeof pass === "string" && typeof until === "number" && until > now ? { ...own, pass, until } : own;
  } catch {
    return fresh;
  }
}

/** The same collector, and nobody signed in. */
export function signedOut(collector: string): Session {
  return { collector, pass: "", until: 0 };
}

/** Keeps it for the next page of this tab; `null` forgets it, and the editor is not brought along any more. */
export function keepSession(session: Session | null): void {
  try {
    if (session) sessionStorage.setItem(name, JSON.stringify(session));
    else sessionStorage.removeItem(name);
  } catch {
    return;
  }
}

/** Whether this page is somebody's own machine: there nobody's key is asked for. */
export function isLocal(hostname: string = location.hostname): boolean {
  return hostname === "" || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
