import { html, type Markup } from "./html.ts";
import type { Person } from "./people.ts";

export interface Frame {
  title: string;
  /** Path of the page, for what is marked in the menu. */
  path: string;
  person: Person | null;
  /** What the last form did, said once. */
  said: string | null;
  guide: Markup;
}

const queues: readonly (readonly [path: string, title: string])[] = [
  ["/tickets", "All open"],
  ["/queue/unassigned", "Unassigned"],
  ["/queue/mine", "Mine"],
  ["/queue/doubles", "Doubles"],
];

function menu({ path, person }: Frame): Markup | null {
  if (!person) return null;
  return html`<nav aria-label="Queues"><ul>${queues.map(
    ([to, title]) => html`<li><a href="${to}"${path === to && html` aria-current="page"`}>${title}</a></li>`,
  )}</ul></nav>`;
}

function whoami({ person }: Frame): Markup | null {
  if (!person) return null;
  return html`<form class="who" method="post" action="/sign-out"><span>${person.name}</span><button>Sign out</button></form>`;
}

/** A whole page. Nothing in it needs a script: forms and links alone do the work. */
export function page(frame: Frame, content: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${frame.title} · Harbour Desk</title>
<link rel="stylesheet" href="/desk.css">
<link rel="icon" href="data:,">
</head>
<body>
<header class="bar"><a class="brand" href="/tickets">Harbour Desk</a>${whoami(frame)}</header>
<div class="columns">${menu(frame)}
<main>${frame.said && html`<p class="said" role="status">${frame.said}</p>`}${content}</main></div>
${frame.guide}
</body>
</html>`.text;
}
