import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Outcome } from "./deeds.ts";
import { findPerson, type Person } from "./people.ts";

export interface Session {
  person: Person;
  /** What the last form did; the next page says it once. */
  last: Outcome | null;
}

const name = "harbour_desk";

/** Who is signed in, by cookie, as long as the server runs. */
export interface Sessions {
  find(request: IncomingMessage): Session | undefined;
  /** Signs a person in and gives the header that keeps them so; `null` where nobody is called that. */
  enter(id: string | null): { session: Session; cookie: string } | null;
  /** Signs out and gives the header that forgets. */
  leave(request: IncomingMessage): string;
}

function keyOf(request: IncomingMessage): string {
  return new RegExp(`(?:^|; )${name}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1] ?? "";
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    find: (request) => sessions.get(keyOf(request)),
    enter: (id) => {
      const person = findPerson(id);
      if (!person) return null;
      const key = randomUUID();
      const session: Session = { person, last: null };
      sessions.set(key, session);
      return { session, cookie: `${name}=${key}; Path=/; HttpOnly; SameSite=Lax` };
    },
    leave: (request) => {
      sessions.delete(keyOf(request));
      return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
    },
  };
}
