import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Journey, parseJourney } from "@waymark/schema";
import { html, json, type Markup } from "./html.ts";
import type { Person } from "./people.ts";
import type { Ticket } from "./tickets.ts";

/** Where the guide comes from if a collector is there: its address, the key, and how our server signs its people. */
export interface GuideSource {
  collector: string;
  writeKey: string;
  sign(person: Person): Promise<string>;
}

/** One business event, told by the page that follows the redirect. */
export type Deed = readonly [name: string, props: Record<string, string>];

const folder = new URL("../journeys/", import.meta.url);

/** Files of the journeys that are laid over this desk. */
export const journeyFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".journey.json"))
  .sort()
  .map((name) => fileURLToPath(new URL(name, folder)));

/** The journeys themselves, for a page without a collector. */
export function readJourneys(): Journey[] {
  return journeyFiles.map((file) => {
    const read = parseJourney(JSON.parse(readFileSync(file, "utf8")));
    if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
    return read.value;
  });
}

export interface GuideOptions {
  nonce: string;
  person: Person;
  tickets: readonly Ticket[];
  deeds: readonly Deed[];
  /** Left out: the journeys stand in the page and nothing is sent. */
  source: GuideSource | undefined;
}

/** All that this host has of Waymark: what it tells, and one script tag. */
export async function guideTags({ nonce, person, tickets, deeds, source }: GuideOptions): Promise<Markup> {
  const subjects = { ticket: tickets.map(({ id, subject }) => ({ id, label: subject })) };
  const calls = [
    ["configure", source ? { subjects } : { subjects, journeys: readJourneys() }],
    ...deeds.map(([name, props]) => ["track", name, props]),
  ];
  const script = source ? `${source.collector}/waymark.js` : "/waymark.js";
  const signed = source ? html` data-key="${source.writeKey}" data-token="${await source.sign(person)}"` : html``;
  return html`<script nonce="${nonce}">
(window.waymark = window.waymark || []).push(...${json(calls)});
</script>
<script nonce="${nonce}" async src="${script}" data-user="${person.id}" data-name="${person.name}" data-roles="${person.role}" data-accent="#35607a"${signed}></script>`;
}
