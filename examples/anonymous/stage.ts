import type { Locator } from "playwright-core";
import { deviceOf } from "../../packages/collector/test/support/device.ts";
import { batch, event } from "../../packages/collector/test/support/events.ts";
import type { Journey, TokenKeys } from "../../packages/schema/dist/index.js";
import { type Opened, situation, tell, unasked } from "../../packages/testing/src/index.ts";
import type { RealCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("anonymous");
export const words = "Sixteen fields before I can save.";
export const journey: Journey = {
  format: "waymark.journey/1",
  id: "save-order",
  title: "Save an order",
  roles: ["clerk"],
  steps: [
    { id: "add", title: "Add an item", done: { event: "add" }, do: { target: { testId: "add" }, say: "Press here." } },
    {
      id: "save",
      title: "Save the order",
      done: { event: "save" },
      do: { target: { testId: "target" }, say: "Save." },
    },
  ],
};

/** Moments, UTC: a Wednesday, the Saturday of the next week, and the Monday after; then the same a week later. */
export const days: Readonly<Record<"report" | "leave" | "answer" | "again" | "heard", string>> = {
  report: "2026-11-18T10:00:00Z",
  leave: "2026-11-28T12:00:00Z",
  answer: "2026-11-30T10:00:00Z",
  again: "2026-12-05T12:00:00Z",
  heard: "2026-12-07T10:00:00Z",
};

/** A clock that can be put forward. */
export interface Day {
  now(): number;
  shift(): number;
  go(to: string): void;
}

/** A clock that goes on, and can be put forward; pages and collector have the same. */
export function createDay(): Day {
  let shift = 0;
  return {
    now: () => Date.now() + shift,
    shift: () => shift,
    go: (to: string) => {
      shift = Date.parse(to) - Date.now();
    },
  };
}

export type Ask = (
  method: string,
  path: string,
  init?: { key?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Response>;

export const askOf =
  ({ url }: RealCollector): Ask =>
  (method, path, { key, body, headers = {} } = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

/** One request as the network sees it: where to, how much. */
export interface Seen {
  to: string;
  bytes: number;
}

export interface Someone {
  opened: Opened;
  /** Requests to the collector, without the deliveries of events. */
  seen: Seen[];
  visit(): Promise<void>;
}

export async function person(collector: RealCollector, id: string, day: Day): Promise<Someone> {
  const seen: Seen[] = [];
  const query = new URLSearchParams({
    ...{ id, collector: collector.url, key: collector.key },
    token: collector.token(id, ["clerk"], { exp: 4_000_000_000 }),
  });
  const opened = await here.open({
    path: `?${query}`,
    before: async (context, page) => {
      await unasked(context);
      // The browser's cache has a clock of its own, in which the days of this test are seconds.
      await context.route("**/v1/answers*", (route) => route.continue());
      await context.addInitScript((shift) => {
        const real = Date.now;
        const known = Number(sessionStorage.getItem("shift") ?? shift);
        Date.now = () => real() + known;
        // The same dice for everybody: the minute of the envelope is drawn by chance, and no two would draw the same.
        const draw = crypto.getRandomValues.bind(crypto);
        crypto.getRandomValues = (into) => (into instanceof Uint32Array ? into.fill(7199) : draw(into));
      }, day.shift());
      page.on("request", (request) => {
        const url = request.url();
        const body = request.postDataBuffer();
        // What is told of a person, and their progress, goes when it goes, and is compared by itself.
        if (!url.startsWith(collector.url) || /\/v1\/(events|progress)/.test(url)) return;
        seen.push({ to: `${request.method()} ${url}`, bytes: body?.length ?? 0 });
      });
    },
  });
  return {
    opened,
    seen,
    visit: async () => {
      await opened.page.evaluate((shift) => sessionStorage.setItem("shift", String(shift)), day.shift());
      await opened.page.reload();
    },
  };
}

export const report = (page: Opened["page"]): Locator => page.locator("waymark-report");
export const part = (page: Opened["page"], name: string): Locator => report(page).locator(`[part=${name}]`);

export async function openRoom({ page }: Opened): Promise<void> {
  await tell(page, "open", "panel");
  await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
  await page.locator("waymark-panel [part=act]").getByText("This is hard").click();
  await report(page).locator(".surface").waitFor();
}

export const to = (seen: readonly Seen[], path: string): Seen[] => seen.filter((each) => each.to.includes(path));

/**
 * Others who were given tokens and worked on the step: the group that somebody hides in. With whoever the test is about it takes
 * ten who were given a token.
 */
export async function others(
  collector: RealCollector,
  day: Day,
  ask: Ask,
  given = 8,
): Promise<{ tokens: string[]; keys: TokenKeys }> {
  const bench = {
    keys: { writeKey: collector.key },
    call: ask,
    token: async (id: string) => collector.token(id, ["clerk"]),
  } as unknown as Parameters<typeof deviceOf>[0];
  const at = new Date(day.now()).toISOString();
  const tokens: string[] = [];
  for (let n = 0; n < 10; n++) {
    const id = `other-${n}`;
    const started = event(
      "step.started",
      at,
      { journey: "save-order", version: 1, step: "save", props: { attempt: 1 } },
      id,
    );
    const token = collector.token(id, ["clerk"]);
    await ask("POST", "/v1/events", {
      key: collector.key,
      body: batch(id, [started], { sentAt: at, roles: ["clerk"], token }),
    });
    if (n < given) tokens.push((await (await deviceOf(bench, id, ["clerk"], "save-order")).issue(["save"])).save ?? "");
  }
  return { tokens, keys: (await deviceOf(bench, "other-0", ["clerk"], "save-order")).keys };
}

/** Somebody who is signed in to the dashboard, as the cookie of their browser. */
export async function signIn(collector: RealCollector, role: "csm" | "manager"): Promise<string> {
  const link = new URL(await collector.collector.admin.invite("shop", role), collector.url);
  const body = new URLSearchParams({ token: link.searchParams.get("token") ?? "" });
  const signed = await fetch(`${collector.url}/signin`, { method: "POST", redirect: "manual", body });
  return (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
