/** Days are `2026-03-09`, moments are RFC 3339. */
export interface Company {
  id: number;
  name: string;
  industry: string;
  city: string;
  country: string;
  employees: number;
  website: string;
  ownerId: string;
}

export interface Contact {
  id: number;
  firstName: string;
  lastName: string;
  title: string;
  companyId: number;
  email: string;
  phone: string;
  language: string;
}

export type Stage = "lead" | "discovery" | "proposal" | "negotiation" | "won" | "lost";

export interface Deal {
  id: number;
  name: string;
  companyId: number;
  contactId: number;
  ownerId: string;
  stage: Stage;
  rank: number;
  amount: number;
  probability: number;
  closeDate: string;
  nextDate: string | null;
  nextStep: string | null;
  quoteSentAt: string | null;
  source: string;
  productLine: string;
  region: string;
  competitor: string | null;
  decisionMaker: string | null;
  paymentTerms: string | null;
  discount: number | null;
  orderNumber: string | null;
  description: string | null;
}

export type ActivityKind = "note" | "call" | "quote" | "coaching" | "stage";

export interface Activity {
  id: number;
  kind: ActivityKind;
  dealId?: number;
  contactId?: number;
  authorId: string;
  at: string;
  text: string;
  outcome?: string;
}

export interface Task {
  id: number;
  title: string;
  kind: "call" | "email" | "meeting" | "todo";
  due: string;
  doneAt: string | null;
  ownerId: string;
  dealId?: number;
}

export type TicketStatus = "open" | "waiting" | "resolved";
export type Priority = "low" | "normal" | "high" | "urgent";

export interface Ticket {
  id: number;
  subject: string;
  companyId: number;
  contactId: number;
  status: TicketStatus;
  priority: Priority;
  assigneeId: string | null;
  product: string;
  createdAt: string;
  cause: string | null;
  solution: string | null;
}

export interface Message {
  id: number;
  ticketId: number;
  from: "customer" | "us";
  author: string;
  at: string;
  text: string;
}

export interface Forecast {
  id: number;
  by: string;
  at: string;
  amount: number;
}

export interface Records {
  companies: Company;
  contacts: Contact;
  deals: Deal;
  activities: Activity;
  tasks: Task;
  tickets: Ticket;
  messages: Message;
  forecasts: Forecast;
}

export type Resource = keyof Records;
