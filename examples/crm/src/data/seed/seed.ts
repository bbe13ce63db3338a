import type { Records } from "../records.ts";
import { createActivities } from "./activities.ts";
import { companies } from "./companies.ts";
import { contacts } from "./contacts.ts";
import { createDeals } from "./deals.ts";
import { createTasks } from "./tasks.ts";
import { createMessages, createTickets } from "./tickets.ts";

type Seed = { [R in keyof Records]: Records[R][] };

/** The same team, customers and cases every time; only the days move with the calendar. */
export function createSeed(): Seed {
  return {
    companies,
    contacts,
    deals: createDeals(),
    activities: createActivities(),
    tasks: createTasks(),
    tickets: createTickets(),
    messages: createMessages(),
    forecasts: [],
  };
}
