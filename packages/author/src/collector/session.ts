/** Where journeys are kept, and by whose key. It lives in this tab and ends with it. */
export interface Session {
  /** The collector's address, without a slash at its end. */
  collector: string;
  /** The author's key; empty: none was given. */
  key: string;
}

const name = "waymark=author";

/** What this tab knows; `waymark.js` looks for the same name to bring the editor along to the next page. */
export function readSession(collector: string): Session {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}") as Partial<Session>;
    return { collector: String(kept.collector || collector).replace(/\/+$/, ""), key: String(kept.key ?? "") };
  } catch {
    return { collector: collector.replace(/\/+$/, ""), key: "" };
  }
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
