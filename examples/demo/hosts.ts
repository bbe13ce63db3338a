import type { Demo } from "../crm/e2e/demo.ts";

/** One host of the demo, and what on it a person works with. */
export interface HostOfDemo {
  role: string;
  /** The page with the form of the way's station, for a person of whom nothing is known yet. */
  address(demo: Demo, visit: Visit): string;
  /** The title of the way whose step is on the page, and which of its stations that is. */
  way: string;
  station: number;
  /** The type of the records there. */
  subject: string;
  /** A field of the host's, where the person is at work. */
  field: string;
  /** A button of the host's: nobody is asked anything while they write. */
  button: string;
}

/** How a host is visited: by which hand, in which look. Each visit is another person's: what one did is kept for them. */
export type Visit = "keyboard" | "touch" | "arabic";

/** Who comes to the helpdesk, which knows its three people. */
const agents: Readonly<Record<Visit, string>> = { keyboard: "u-jonas", touch: "u-priya", arabic: "u-tomas" };
/** What the CRM is asked for in its address: it has a dark look of its own, and is guided in the language one asks for. */
const looks: Readonly<Record<Visit, string>> = { keyboard: "", touch: "&theme=dark", arabic: "&theme=dark&lang=ar" };

export const hosts: Readonly<Record<"crm" | "helpdesk", HostOfDemo>> = {
  crm: {
    ...{ role: "sales-rep", way: "Your first day in Halden CRM", station: 0, subject: "deal" },
    address: ({ facts }, visit) => `${facts.crm}/?as=sales-rep&user=u-walk-${visit}${looks[visit]}#/contacts/create`,
    field: "main form input",
    button: "header button",
  },
  helpdesk: {
    ...{ role: "support-agent", way: "Answer a ticket", station: 2, subject: "ticket" },
    address: ({ facts }, visit) => new URL(`/tickets/1001?as=${agents[visit]}`, facts.helpdesk).href,
    field: "#cause",
    button: "button.main",
  },
};
