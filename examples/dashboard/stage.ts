import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Journey } from "../../packages/schema/dist/index.js";
import { startCollector } from "../../packages/testing/src/real-collector.ts";

const week = 7 * 86_400_000;

export const firstDeal: Journey = {
  format: "waymark.journey/1",
  id: "first-deal",
  title: "Win your first deal",
  destination: "40 min a week",
  roles: ["sales-rep"],
  steps: [
    { id: "log-call", title: "Log the call", minutes: 3, done: { event: "call.logged" } },
    { id: "set-date", title: "Set the next date", minutes: 5, done: { event: "date.set" } },
    { id: "send-quote", title: "Send the quote", minutes: 12, done: { event: "quote.sent" } },
    { id: "book", title: "Book the kick-off", minutes: 4, done: { event: "kickoff.booked" } },
    { id: "close", title: "Close the deal", minutes: 6, done: { event: "deal.won" } },
  ],
};
const roles = [
  { id: "sales-rep", title: "Sales reps" },
  { id: "sales-manager", title: "Sales managers" },
];

/** A UUID v7 of a moment. */
function idAt(ms: number): string {
  const [time, chance] = [ms.toString(16).padStart(12, "0"), randomBytes(8).toString("hex")];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(4)}`;
}

/** A collector with two closed blocks of a team of thirty, whose numbers are another journey version's in each. */
export interface Stage {
  url: string;
  /** A page of somebody who is signed in. */
  open(browser: Browser, role: "csm" | "manager" | "owner", options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
  let now = Date.parse("2026-09-07T09:00:00Z");
  const dashboard = fileURLToPath(new URL("../../packages/dashboard/dist", import.meta.url));
  const it = await startCollector(roles, () => now, { assets: { dashboard } });
  const owner = { headers: { authorization: `Bearer ${it.keys.ownerKey}` } };

  /** So many people of a team come through each step in a week. */
  const work = async (through: readonly number[]): Promise<void> => {
    for (let person = 0; person < 30; person += 1) {
      const moment = (minutes: number): string => new Date(now - 3_600_000 + minutes * 60_000).toISOString();
      const done = firstDeal.steps.filter((_, step) => person < (through[step] ?? 0));
      const events = done.flatMap(({ id, minutes = 1 }, step) =>
        (["step.started", "step.completed"] as const).map((type, end) => ({
          ...{ id: idAt(now), type, ts: moment(step * 5 + end * minutes * (0.1 + person / 40)), session: "s", seq: 0 },
          ...{ journey: firstDeal.id, version: 1, step: id },
          props: { attempt: 1, ...(end === 1 ? { how: "condition" } : {}) },
        })),
      );
      const first = { id: idAt(now), type: "session.started", ts: moment(0), session: "s", seq: 0, props: {} };
      const body = {
        ...{ sentAt: new Date(now).toISOString(), person: `p-${person}`, roles: ["sales-rep"], locale: "en" },
        ...{ sdk: "sdk/0.1.0", events: [first, ...events], token: it.token(`p-${person}`, ["sales-rep"]) },
      };
      const answer = await fetch(`${it.url}/v1/events?key=${it.key}`, { method: "POST", body: JSON.stringify(body) });
      if (answer.status !== 202) throw new Error(await answer.text());
    }
  };
  const close = async (): Promise<void> => {
    now += 5 * week;
    await fetch(`${it.url}/v1/blocks/freeze`, { method: "POST", ...owner });
  };
  await it.publish(firstDeal);
  await work([24, 18, 12, 6]);
  await close();
  await it.publish({ ...firstDeal, steps: firstDeal.steps.map((step) => ({ ...step, why: "It helps." })) });
  await work([30, 24, 12, 12, 6]);
  await close();
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${it.url}${path}`, {
      method: "POST",
      headers: { ...owner.headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  };
  const place = { journey: firstDeal.id, role: "sales-rep" };
  for (const { id: step } of firstDeal.steps)
    await post("/v1/expectations", { ...place, step, share: 0.8, by: "2026-12-31", signed: "M. Okafor" });
  await post("/v1/decisions", {
    ...{
      ...place,
      step: "send-quote",
      choice: { option: "coaching", hours: 2, on: "2026-12-01" },
      signed: "M. Okafor",
    },
    note: "Three in four try and fail: those who can show the others how the offer is put together.",
  });

  return {
    url: it.url,
    async open(browser, role, options = {}) {
      const page = await (await browser.newContext({ acceptDownloads: true, ...options })).newPage();
      await page.goto(`${it.url}${await it.collector.admin.invite("shop", role)}`);
      await page.getByRole("button").click();
      await page.waitForURL(/\/dashboard\//);
      return page;
    },
    stop: it.stop,
  };
}
