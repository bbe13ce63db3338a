import { dayFromNow } from "../day.ts";
import type { Message, Priority, Ticket, TicketStatus } from "../records.ts";
import { contacts } from "./contacts.ts";

interface Row {
  subject: string;
  contactId: number;
  status: TicketStatus;
  priority: Priority;
  assigneeId?: string;
  product: string;
  hoursAgo: number;
  text: string;
  answer?: string;
}

const rows: Row[] = [
  {
    subject: "Scanners lose the network at gate 7",
    contactId: 2,
    status: "open",
    priority: "normal",
    product: "HS-200 scanner",
    hoursAgo: 2,
    text: "Since the update on Monday, six devices drop the connection near gate 7. Gates 1 to 6 are fine.",
  },
  {
    subject: "Labels come out blank",
    contactId: 4,
    status: "open",
    priority: "high",
    product: "LP-4 printer",
    hoursAgo: 5,
    text: "The printer feeds, but the labels are white. We changed the roll twice. The afternoon run starts at two.",
  },
  {
    subject: "Cannot export the March batch report",
    contactId: 7,
    status: "waiting",
    priority: "normal",
    assigneeId: "u-jonas",
    product: "Trace software",
    hoursAgo: 28,
    text: "The export stops at 80 percent and shows code E-114. Smaller date ranges work.",
    answer: "Thank you, the code helps. Could you send me the log of that run?",
  },
  {
    subject: "Second battery does not charge",
    contactId: 9,
    status: "open",
    priority: "low",
    product: "HS-200 scanner",
    hoursAgo: 31,
    text: "One of the twenty spare batteries stays red in every charger.",
  },
  {
    subject: "New ward is missing in the list",
    contactId: 12,
    status: "open",
    priority: "normal",
    assigneeId: "u-jonas",
    product: "Trace software",
    hoursAgo: 8,
    text: "Ward 4B opened last week, and we cannot book supplies for it.",
  },
  {
    subject: "Wrong language after restart",
    contactId: 17,
    status: "open",
    priority: "low",
    product: "Inspection app",
    hoursAgo: 50,
    text: "After every restart the app is in English. The team works in Italian.",
  },
  {
    subject: "Invoice shows the old address",
    contactId: 16,
    status: "resolved",
    priority: "normal",
    assigneeId: "u-lea",
    product: "Billing",
    hoursAgo: 96,
    text: "We moved in January. Please correct the address on the last invoice.",
    answer: "Corrected and sent again. The new address is stored for the next ones too.",
  },
  {
    subject: "Gate reader beeps without a tag",
    contactId: 14,
    status: "open",
    priority: "urgent",
    product: "GR-9 reader",
    hoursAgo: 1,
    text: "The reader at the loading ramp beeps all the time. Trucks cannot be checked out.",
  },
  {
    subject: "How do we add a user?",
    contactId: 8,
    status: "waiting",
    priority: "low",
    assigneeId: "u-lea",
    product: "Trace software",
    hoursAgo: 70,
    text: "Two colleagues start on the first. Where can I give them access?",
    answer: "Under Settings, People, Invite. Does your account show that page?",
  },
  {
    subject: "Screen protector comes loose",
    contactId: 20,
    status: "open",
    priority: "low",
    product: "HS-200 scanner",
    hoursAgo: 120,
    text: "In the cold store the protectors come off after a week.",
  },
];

export function createTickets(): Ticket[] {
  return rows.map(({ hoursAgo, text: _text, answer: _answer, assigneeId, ...row }, index) => ({
    ...row,
    id: index + 1,
    companyId: contactOf(row.contactId).companyId,
    assigneeId: assigneeId ?? null,
    createdAt: hoursBack(hoursAgo),
    cause: row.status === "resolved" ? "Wrong data" : null,
    solution: row.status === "resolved" ? "Address corrected in billing." : null,
  }));
}

export function createMessages(): Message[] {
  const messages = rows.flatMap(({ contactId, hoursAgo, text, answer }, index): Omit<Message, "id">[] => {
    const { firstName, lastName } = contactOf(contactId);
    const question = { from: "customer" as const, author: `${firstName} ${lastName}`, at: hoursBack(hoursAgo), text };
    const reply = { from: "us" as const, author: "Support", at: hoursBack(hoursAgo - 1), text: answer ?? "" };
    return (answer ? [question, reply] : [question]).map((message) => ({ ...message, ticketId: index + 1 }));
  });
  return messages.map((message, index) => ({ ...message, id: index + 1 }));
}

function contactOf(contactId: number): (typeof contacts)[number] {
  const contact = contacts.find(({ id }) => id === contactId);
  if (!contact) throw new Error(`The seed has no contact ${contactId}`);
  return contact;
}

/** Counted back from this morning, so that two loads on one day tell the same story. */
function hoursBack(hours: number): string {
  return new Date(new Date(`${dayFromNow(0)}T07:30`).getTime() - hours * 3_600_000).toISOString();
}
