import type { Journey } from "@waymark/schema";
import type { Page } from "playwright-core";

/** What both hosts of the demo show besides their own ways, so that every surface has something to say. */
export function hostJourneys(role: string): Journey[] {
  const format = "waymark.journey/1";
  const small = (id: string, title: string): Journey => ({
    ...{ format, id, title, library: true, roles: [role] },
    steps: [{ id: "do", title, minutes: 2, do: { target: { role: "link" }, say: "It is in the menu." } }],
  });
  return [
    {
      ...{ format, id: "start-the-day", title: "Start the day", roles: [role] },
      steps: [
        { id: "look", title: "Look at today", done: { event: "walk.looked" }, minutes: 1 },
        { id: "plan", title: "Plan three calls", done: { event: "walk.planned" }, minutes: 3 },
        { id: "rest", title: "Take a breath", done: { event: "walk.rested" }, minutes: 3 },
      ],
    },
    {
      ...{ format, id: "pass-on", title: "Pass it on", roles: [role] },
      steps: [
        { id: "note", title: "Write a note", done: { event: "walk.noted" } },
        { id: "hand", title: "Hand it over", handoff: { role: "service", journey: "elsewhere" } },
      ],
    },
    small("log-a-call", "Log a call"),
    small("print-a-label", "Print a label"),
  ];
}

const minute = 60_000;
const ines = { role: "service", title: "Service", name: "Ines Roth" };

/** What colleagues have done, for one moment: something is handed to this person, and something of theirs was taken over. */
function colleagues(role: string, now: number): Record<string, object> {
  const me = { role, title: "Here", name: "Me", me: true };
  const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
  const taken = {
    ...{
      id: id(1),
      journey: "pass-on",
      step: "hand",
      attempt: 1,
      subject: "",
      from: me,
      to: { role: "service", title: "Service" },
    },
    ...{ offered: { at: now - 90 * minute, order: 1 }, accepted: { at: now - 50 * minute, order: 2, by: ines } },
  };
  const offer = {
    ...{
      id: id(2),
      journey: "elsewhere",
      step: "hand-on",
      attempt: 1,
      subject: "",
      from: ines,
      to: { role, title: "Here" },
    },
    ...{ offered: { at: now - 20 * minute, order: 3 }, note: "Rang twice, wants an answer today." },
    onward: { journey: "pass-on", step: "note" },
  };
  return {
    "/v1/handoffs": { format: "waymark.handoffs/1", handoffs: [taken, offer], refused: [] },
    "/v1/thanks": { format: "waymark.thanks/1", thanks: [], refused: [] },
  };
}

/** Answers for colleagues; everything else of the collector is real. How two people meet is proven in `crm/e2e/handover`. */
export async function answerForColleagues(page: Page, role: string, now: number): Promise<void> {
  const lists = colleagues(role, now);
  await page.route(/\/v1\/(handoffs|thanks)(\?|$)/, (route) => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (route.request().method() === "OPTIONS") return route.fulfill({ status: 204, headers });
    return route.fulfill({ json: lists[new URL(route.request().url()).pathname], headers });
  });
}
