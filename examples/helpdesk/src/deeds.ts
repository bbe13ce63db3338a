import type { Deed } from "./guide.ts";
import type { Person } from "./people.ts";
import type { Desk, Ticket } from "./tickets.ts";

/** What a form did: what to say on the next page, what to tell the guide there, and where that page is. */
export interface Outcome {
  said: string;
  deed: Deed;
  to: string;
}

type Act = (desk: Desk, ticket: Ticket, person: Person, form: URLSearchParams) => Outcome | null;

const acts: Readonly<Record<string, Act>> = {
  assign: (desk, ticket, person) => {
    desk.assign(ticket, person.id);
    return { said: `Ticket ${ticket.id} is yours.`, deed: deed("ticket.assigned", ticket), to: at(ticket) };
  },
  reply: (desk, ticket, person, form) => {
    const text = form.get("text")?.trim();
    if (!text) return null;
    desk.reply(ticket, person.name, text);
    return { said: `Your reply went to ${ticket.customer}.`, deed: deed("ticket.replied", ticket), to: at(ticket) };
  },
  close: (desk, ticket, _, form) => {
    const cause = form.get("cause");
    if (!cause) return null;
    desk.close(ticket, cause);
    return { said: `Ticket ${ticket.id} is closed.`, deed: deed("ticket.closed", ticket), to: at(ticket) };
  },
  reopen: (desk, ticket) => {
    desk.reopen(ticket);
    return { said: `Ticket ${ticket.id} is open again.`, deed: deed("ticket.reopened", ticket), to: at(ticket) };
  },
  merge: (desk, ticket, _, form) => {
    const into = desk.doublesOf(ticket).find(({ id }) => id === form.get("into"));
    if (!into) return null;
    desk.merge(ticket, into);
    const deed: Deed = ["ticket.merged", { ticketId: ticket.id, intoId: into.id }];
    return { said: `Ticket ${ticket.id} went into ${into.id}.`, deed, to: at(into) };
  },
};

const at = ({ id }: Ticket): string => `/tickets/${id}`;
const deed = (name: string, { id }: Ticket): Deed => [name, { ticketId: id }];

/** Does what a form asks for; `null` where there is no such act, or what it needs is missing. */
export function perform(act: string, ...of: Parameters<Act>): Outcome | null {
  return Object.hasOwn(acts, act) ? (acts[act]?.(...of) ?? null) : null;
}
