import { html, type Markup } from "./html.ts";
import { people } from "./people.ts";

/** Who is there? One button per person. */
export function signInPage(): Markup {
  return html`<h1>Who are you?</h1><form class="people" method="post" action="/sign-in">${people.map(
    ({ id, name }) => html`<button name="person" value="${id}">${name}</button>`,
  )}</form>`;
}
