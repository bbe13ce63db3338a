import type { Page } from "playwright-core";

/** Where the gallery's page thinks its collector is. Nothing listens there: `answerForColleagues` does. */
export const collector = "https://collector.example";

const minute = 60_000;
const day = 24 * 60 * minute;
const jonas = { role: "service", title: "Service", name: "Jonas Weber" };
const ines = { role: "marketing", title: "Marketing", name: "Ines Roth" };
const me = { role: "sales-rep", title: "Sales", name: "Mara Lind", me: true };
const own = {
  journey: "win-a-deal",
  step: "handover",
  attempt: 1,
  from: me,
  to: { role: "service", title: "Service" },
};
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** The hand-overs of the gallery's person, all at moments that count from `now`. */
function handoffs(now: number): object[] {
  const taken = (n: number, subject: string, ago: number, after: number): object => ({
    ...{ ...own, id: id(n), subject, offered: { at: now - ago, order: n } },
    accepted: { at: now - ago + after, order: n + 1, by: jonas },
  });
  return [
    { ...own, id: id(1), subject: "deal:9", offered: { at: now - 2 * day, order: 1 } },
    {
      ...{ ...own, id: id(2), subject: "deal:6", offered: { at: now - 3 * day, order: 2 } },
      returned: { at: now - 50 * minute, order: 3, by: jonas, reason: "Kiel or Lund first?" },
    },
    taken(3, "deal:12", 90 * minute, 40 * minute),
    taken(4, "deal:31", 9 * day, day),
    taken(5, "deal:32", 16 * day, day),
    {
      ...{ id: id(6), journey: "find-leads", step: "hand-on", attempt: 1, subject: "deal:11" },
      ...{ from: ines, to: { role: "sales-rep", title: "Sales" }, offered: { at: now - 20 * minute, order: 9 } },
      ...{ onward: { journey: "win-a-deal", step: "note-call" }, note: "Met at the fair, wants a call this week." },
    },
  ];
}

const thanks = (now: number): object[] =>
  [4, 5].map((n) => ({
    ...{ id: id(n + 3), handoff: id(n), journey: own.journey, subject: `deal:${27 + n}`, at: now - 8 * day },
    ...{ text: "Thank you.", shown: false, from: me, to: jonas },
  }));

/**
 * Answers for the collector, so that hand-overs and thanks have something to show at one fixed time. How they really come
 * about is shown by `examples/handover`, with a collector and two people.
 */
export async function answerForColleagues(page: Page, now: number): Promise<void> {
  await page.route(`${collector}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    const lists: Record<string, object> = {
      "/v1/handoffs": { format: "waymark.handoffs/1", handoffs: handoffs(now), refused: [] },
      "/v1/thanks": { format: "waymark.thanks/1", thanks: thanks(now), refused: [] },
    };
    const json = lists[pathname];
    if (json && route.request().method() !== "OPTIONS") return route.fulfill({ json, headers });
    return route.fulfill({ status: route.request().method() === "OPTIONS" ? 204 : 404, headers });
  });
}
