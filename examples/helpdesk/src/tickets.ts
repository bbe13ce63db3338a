import { customers, topics } from "./seed.ts";

export type Status = "open" | "waiting" | "closed";

export interface Message {
  from: string;
  /** Whether one of us wrote it. */
  ours: boolean;
  /** Milliseconds since 1970. */
  at: number;
  text: string;
}

export interface Ticket {
  id: string;
  subject: string;
  customer: string;
  company: string;
  status: Status;
  urgent: boolean;
  /** Id of the person who answers it. */
  owner: string | null;
  opened: number;
  messages: Message[];
  cause: string | null;
  /** The ticket it went into. */
  mergedInto: string | null;
}

/** What a ticket may have been closed for. */
export const causes: readonly string[] = [
  "Question answered",
  "Fault mended",
  "Wrong delivery",
  "Billing",
  "No answer",
];

export interface Desk {
  all(): readonly Ticket[];
  find(id: string): Ticket | undefined;
  assign(ticket: Ticket, owner: string): void;
  reply(ticket: Ticket, from: string, text: string): void;
  close(ticket: Ticket, cause: string): void;
  reopen(ticket: Ticket): void;
  /** Moves the messages of one ticket into another and closes it. */
  merge(ticket: Ticket, into: Ticket): void;
  /** Other open tickets of the same customer. */
  doublesOf(ticket: Ticket): Ticket[];
}

const hour = 3_600_000;
const count = 40;

/** The state the desk is found in: most is open, and three of four open ones are nobody's. */
function stateOf(at: number): Pick<Ticket, "status" | "owner" | "cause"> {
  const status: Status = at % 8 === 3 ? "closed" : at % 8 === 5 ? "waiting" : "open";
  const owner = status === "open" && at % 4 !== 1 ? null : at % 8 === 1 ? "u-priya" : "u-tomas";
  return { status, owner, cause: status === "closed" ? "Question answered" : null };
}

/** Forty tickets, the same at every start; ages count from `now`, ms. */
function seed(now: number): Ticket[] {
  return Array.from({ length: count }, (_, at): Ticket => {
    // Every tenth ticket is written twice: the second comes an hour after the first.
    const double = at % 10 === 9;
    const source = double ? at - 1 : at;
    const topic = topics[source % topics.length] ?? topics[0];
    const [customer, company] = customers[(source * 7) % customers.length] ?? customers[0];
    const opened = now - (count - source) * 5 * hour + (double ? hour : 0);
    const state = stateOf(double ? 0 : at);
    const text = double ? `I wrote an hour ago and was not sure whether it arrived. ${topic.text}` : topic.text;
    const messages: Message[] = [{ from: customer, ours: false, at: opened, text }];
    if (state.status !== "open")
      messages.push({ from: "Priya Nair", ours: true, at: opened + 2 * hour, text: topic.answer });
    const subject = double ? `Again: ${topic.subject}` : topic.subject;
    const urgent = topic.urgent && state.status === "open";
    return { id: String(1001 + at), subject, customer, company, ...state, urgent, opened, messages, mergedInto: null };
  });
}

/** A desk of its own, in memory. `clock` gives the time in ms. */
export function createDesk(clock: () => number): Desk {
  const tickets = seed(clock());
  const find = (id: string): Ticket | undefined => tickets.find((ticket) => ticket.id === id);
  return {
    all: () => tickets,
    find,
    assign: (ticket, owner) => {
      ticket.owner = owner;
    },
    reply: (ticket, from, text) => {
      ticket.messages.push({ from, ours: true, at: clock(), text });
      ticket.status = "waiting";
    },
    close: (ticket, cause) => {
      ticket.status = "closed";
      ticket.cause = cause;
    },
    reopen: (ticket) => {
      ticket.status = "open";
      ticket.cause = null;
    },
    merge: (ticket, into) => {
      into.messages = [...into.messages, ...ticket.messages].sort((a, b) => a.at - b.at);
      ticket.status = "closed";
      ticket.cause = "Merged";
      ticket.mergedInto = into.id;
    },
    doublesOf: (ticket) =>
      tickets.filter(
        ({ id, customer, status }) => id !== ticket.id && customer === ticket.customer && status !== "closed",
      ),
  };
}
