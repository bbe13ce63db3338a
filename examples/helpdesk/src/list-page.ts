import { html, type Markup } from "./html.ts";
import { findPerson } from "./people.ts";
import type { Ticket } from "./tickets.ts";

const hour = 3_600_000;

/** How long a customer has waited, in the largest unit that fits. */
export function age(from: number, now: number): string {
  const hours = Math.max(0, Math.floor((now - from) / hour));
  if (hours < 1) return "just now";
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

function row(ticket: Ticket, now: number): Markup {
  const { id, subject, customer, company, status, urgent, owner, opened } = ticket;
  return html`<tr data-ticket="${id}" data-status="${status}">
<td class="number">${id}</td>
<td><a href="/tickets/${id}">${subject}</a><small>${customer}, ${company}</small></td>
<td>${urgent && html`<span class="tag urgent">Urgent</span>`}<span class="tag">${status}</span></td>
<td>${findPerson(owner)?.name ?? "Nobody yet"}</td>
<td class="age">${age(opened, now)}</td>
</tr>`;
}

/** A queue of tickets, the oldest first. */
export function listPage(title: string, tickets: readonly Ticket[], now: number): Markup {
  const head = html`<h1>${title}</h1><p class="count" data-count="${tickets.length}">${tickets.length === 1 ? "1 ticket" : `${tickets.length} tickets`}</p>`;
  if (tickets.length === 0) return html`${head}<p class="empty">Nothing waits here.</p>`;
  return html`${head}<table>
<thead><tr><th scope="col">No.</th><th scope="col">Subject</th><th scope="col">State</th><th scope="col">Owner</th><th scope="col">Waits</th></tr></thead>
<tbody>${tickets.map((ticket) => row(ticket, now))}</tbody>
</table>`;
}
