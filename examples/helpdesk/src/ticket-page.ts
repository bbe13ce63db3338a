import { html, type Markup } from "./html.ts";
import { age } from "./list-page.ts";
import { findPerson, type Person } from "./people.ts";
import { causes, type Ticket } from "./tickets.ts";

function conversation({ messages }: Ticket, now: number): Markup {
  return html`<ol class="talk" aria-label="Conversation">${messages.map(
    ({ from, ours, at, text }) =>
      html`<li${ours && html` class="ours"`}><b>${from}</b><small>${age(at, now)}</small><p>${text}</p></li>`,
  )}</ol>`;
}

function replyForm({ id, customer }: Ticket): Markup {
  return html`<form class="box" method="post" action="/tickets/${id}/reply" aria-label="Reply">
<label for="reply">Your reply to ${customer}</label>
<textarea id="reply" name="text" rows="4" required></textarea>
<button class="main">Send reply</button>
</form>`;
}

function closeForm({ id }: Ticket): Markup {
  return html`<form class="box" method="post" action="/tickets/${id}/close" aria-label="Close the ticket">
<label for="cause">What was it about?</label>
<select id="cause" name="cause" required><option value="">Choose one</option>${causes.map((cause) => html`<option>${cause}</option>`)}</select>
<label for="spent">Minutes you spent</label>
<input id="spent" name="spent" inputmode="numeric">
<label for="note">Note for colleagues</label>
<input id="note" name="note">
<button>Close ticket</button>
</form>`;
}

function mergeForm({ id, customer }: Ticket, doubles: readonly Ticket[]): Markup | null {
  if (doubles.length === 0) return null;
  return html`<form class="box" method="post" action="/tickets/${id}/merge" aria-label="Merge">
<label for="into">${customer} wrote more than once</label>
<select id="into" name="into" required><option value="">Merge this ticket into</option>${doubles.map(
    (other) => html`<option value="${other.id}">${other.id} ${other.subject}</option>`,
  )}</select>
<button>Merge</button>
</form>`;
}

function post(id: string, act: string, title: string): Markup {
  return html`<form method="post" action="/tickets/${id}/${act}"><button>${title}</button></form>`;
}

/** One ticket: who, what was said, and what can be done about it. */
export function ticketPage(ticket: Ticket, person: Person, doubles: readonly Ticket[], now: number): Markup {
  const { id, subject, customer, company, status, urgent, owner, opened, cause, mergedInto } = ticket;
  const live = status !== "closed";
  return html`<article data-ticket="${id}" data-status="${status}" data-owner="${owner ?? ""}" data-replies="${ticket.messages.filter(({ ours }) => ours).length}">
<p class="path"><a href="/tickets">Tickets</a> / ${id}</p>
<h1 data-ticket-subject>${subject}</h1>
<dl class="facts">
<div><dt>Customer</dt><dd>${customer}, ${company}</dd></div>
<div><dt>State</dt><dd>${urgent && html`<span class="tag urgent">Urgent</span>`}<span class="tag">${status}</span></dd></div>
<div><dt>Owner</dt><dd>${findPerson(owner)?.name ?? "Nobody yet"}</dd></div>
<div><dt>Waits</dt><dd>${age(opened, now)}</dd></div>
${cause !== null && html`<div><dt>Closed for</dt><dd>${cause}</dd></div>`}
</dl>
<div class="acts">${live && owner !== person.id && post(id, "assign", "Assign to me")}${!live && mergedInto === null && post(id, "reopen", "Open again")}${
    mergedInto !== null && html`<a href="/tickets/${mergedInto}">Went into ${mergedInto}</a>`
  }</div>
${conversation(ticket, now)}
${live && replyForm(ticket)}
${live && html`<div class="pair">${closeForm(ticket)}${mergeForm(ticket, doubles)}</div>`}
</article>`;
}
