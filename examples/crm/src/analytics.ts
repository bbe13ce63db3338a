import type { Person } from "./session/people.ts";

type Entry = [method: string, ...args: unknown[]];

declare global {
  interface Window {
    /** A plain array until the script arrives; afterwards an object that has `push` too. */
    waymark?: { push(entry: Entry): unknown };
  }
}

interface WaymarkSession {
  script: string;
  key: string;
  user: string;
  name: string;
  roles: string[];
  token: string;
  /** The colour of this app, for what the guide draws. */
  accent?: string;
}

/** How the guide names our roles. */
const roleNames = {
  "role.sales-rep": "sales reps",
  "role.support-agent": "support agents",
  "role.sales-manager": "sales managers",
};

/** Reports one business event. Call it after the record is saved, with ids as strings. */
export function track(name: string, props: Record<string, string>): void {
  push(["track", name, props]);
}

/** A record that the guide's map shows: what it is called, where it is opened, when something is due on it. */
export interface MapRecord {
  id: string;
  label: string;
  url: string;
  due?: string;
  /** What else is known of it: a journey may start it where this says it is. */
  data?: Record<string, string>;
}

/** Tells which records of a type are the person's own. */
export function tellRecords(type: string, records: readonly MapRecord[]): void {
  push(["setSubjects", type, records]);
}

/** Asks our own server whether guidance is switched on for this person, and adds its script if so. */
export async function connect(person: Person): Promise<void> {
  const session = await fetchSession(person);
  if (!session) return;
  const { user: id, name, roles, token } = session;
  if (document.querySelector("script[data-key][data-user]")) push(["identify", { id, name, roles, token }]);
  else {
    // On a phone our start page has no link that would show that routes stand behind a hash here.
    const navigate = (path: string): void => location.assign(`#${path}`);
    // This app is in English. Whoever would rather be guided in another language opens it with `?lang=de`.
    const locale = new URLSearchParams(location.search).get("lang") ?? document.documentElement.lang;
    push(["configure", { locale, navigate, texts: roleNames }]);
    document.head.append(createScript(session));
    // What people may look up comes after what they came for.
    const { libraryIn } = await import("./library.ts");
    push(["use", await libraryIn(locale)]);
  }
}

/** Forgets the person: someone else may sign in on this computer. */
export function disconnect(): void {
  window.waymark?.push(["reset"]);
}

function push(entry: Entry): void {
  if (!window.waymark) {
    const queue: Entry[] = [];
    window.waymark = queue;
  }
  window.waymark.push(entry);
}

async function fetchSession(person: Person): Promise<WaymarkSession | undefined> {
  const query = new URLSearchParams({ user: person.id, role: person.role });
  // No answer means no guidance; the CRM itself needs nothing from there.
  const answer = await fetch(`/session?${query}`).catch(() => undefined);
  if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) return undefined;
  return (await answer.json()) as WaymarkSession;
}

function createScript(session: WaymarkSession): HTMLScriptElement {
  const script = document.createElement("script");
  script.async = true;
  script.src = session.script;
  script.dataset.key = session.key;
  script.dataset.user = session.user;
  script.dataset.roles = session.roles.join(",");
  script.dataset.token = session.token;
  script.dataset.name = session.name;
  if (session.accent) script.dataset.accent = session.accent;
  return script;
}
