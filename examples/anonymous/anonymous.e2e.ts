import { describe, expect, it } from "vitest";
import { deviceOf, envelopeOf } from "../../packages/collector/test/support/device.ts";
import { batch, event } from "../../packages/collector/test/support/events.ts";
import type { Journey } from "../../packages/schema/dist/index.js";
import { type Opened, situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("anonymous");
const words = "Sixteen fields before I can save.";
const journey = {
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
} satisfies Journey;

/** Moments of the test, UTC: a Wednesday, the Saturday of the next week, and the Monday after. */
const days = { report: "2026-11-18T10:00:00Z", leave: "2026-11-28T12:00:00Z", answer: "2026-11-30T10:00:00Z" };

/** A clock that goes on, and can be put forward; pages and collector have the same. */
function createDay() {
  let shift = 0;
  return {
    now: () => Date.now() + shift,
    shift: () => shift,
    go: (to: string) => {
      shift = Date.parse(to) - Date.now();
    },
  };
}

type Ask = (
  method: string,
  path: string,
  init?: { key?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Response>;

const askOf =
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
interface Seen {
  to: string;
  bytes: number;
}

interface Someone {
  opened: Opened;
  /** Requests to the collector, without the deliveries of events. */
  seen: Seen[];
  visit(): Promise<void>;
}

async function person(collector: RealCollector, id: string, day: ReturnType<typeof createDay>): Promise<Someone> {
  const seen: Seen[] = [];
  const query = new URLSearchParams({
    ...{ id, collector: collector.url, key: collector.key },
    token: collector.token(id, ["clerk"], { exp: 4_000_000_000 }),
  });
  const opened = await here.open({
    path: `?${query}`,
    before: async (context, page) => {
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

const report = (page: Opened["page"]) => page.locator("waymark-report");
const part = (page: Opened["page"], name: string) => report(page).locator(`[part=${name}]`);

async function openRoom({ page }: Opened): Promise<void> {
  await tell(page, "open", "panel");
  await page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
  await page.locator("waymark-panel [part=act]").getByText("This is hard").click();
  await report(page).locator(".surface").waitFor();
}

/** What devices told of their people on the day of the report, without what makes each event that one. */
async function told(collector: RealCollector): Promise<string[][]> {
  const people = new Map<string, string[]>();
  for (const each of await collector.events()) {
    const { type, journey: of, step, seq, person, ts } = each as unknown as Record<string, string>;
    // The others, who are only there in numbers, told of one step begun.
    if (type !== "step.started" && String(ts) < "2026-11-20")
      people.set(String(person), [...(people.get(String(person)) ?? []), JSON.stringify({ type, of, step, seq })]);
  }
  return [...people.values()].map((events) => events.toSorted());
}

const to = (seen: readonly Seen[], path: string): Seen[] => seen.filter((each) => each.to.includes(path));

/** Others who were given tokens and worked on the step: the group that somebody hides in. */
async function others(collector: RealCollector, day: ReturnType<typeof createDay>, ask: Ask) {
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
    if (n < 8) tokens.push((await (await deviceOf(bench, id, ["clerk"], "save-order")).issue(["save"])).save ?? "");
  }
  return { tokens, keys: (await deviceOf(bench, "other-0", ["clerk"], "save-order")).keys };
}

describe("said without a name", () => {
  it("V33 V34 V35 V36 two people cannot be told apart on the wire, one of whom reports; five reports are published and answered, and the answer appears on that very step, for her alone", async () => {
    const day = createDay();
    day.go(days.report);
    const collector = await startCollector([{ id: "clerk", title: "Clerks", headcount: 20 }], day.now);
    try {
      const ask = askOf(collector);
      const key = collector.keys.authorKey;
      await ask("PUT", "/v1/journeys/save-order", { key, body: journey });
      await ask("POST", "/v1/journeys/save-order/publish", { key, body: {} });
      const { tokens, keys } = await others(collector, day, ask);

      const ada = await person(collector, "person-ada", day);
      const bob = await person(collector, "person-bob", day);
      for (const each of [ada, bob]) await expect.poll(() => to(each.seen, "/v1/tokens?").length).toBe(1);
      for (const each of [ada, bob]) {
        await openRoom(each.opened);
        await part(each.opened.page, "who").getByText("guessing is possible").waitFor();
      }
      const page = ada.opened.page;
      // What loads in idle time has asked what it asks by then.
      for (const each of [ada, bob]) await each.opened.page.waitForLoadState("networkidle");
      const before = [ada.seen.length, bob.seen.length];
      await part(page, "reason").first().click();
      await part(page, "words").fill(words);
      await part(page, "send").getByText("Send anonymously").waitFor();
      await part(page, "send").click();
      await part(page, "kept").waitFor();
      expect([ada.seen.length, bob.seen.length]).toEqual(before);

      day.go(days.leave);
      for (const each of [ada, bob]) await each.visit();
      for (const each of [ada, bob]) await expect.poll(() => to(each.seen, "/v1/envelopes").length).toBe(1);
      for (const each of [ada, bob]) await each.opened.page.waitForLoadState("networkidle");
      const trace = ({ seen }: Someone): string[] =>
        seen.map(({ to: address, bytes }) => `${address} ${bytes}`).toSorted();
      const apart = (): string[] => {
        const [one, other] = [trace(ada), trace(bob)];
        return [...one.filter((each) => !other.includes(each)), ...other.filter((each) => !one.includes(each))];
      };
      // One of the two may be a moment behind.
      await expect.poll(apart).toEqual([]);
      await expect.poll(() => trace(ada).length - trace(bob).length).toBe(0);
      expect(trace(ada)).toEqual(trace(bob));
      expect(to(ada.seen, "/v1/envelopes").map(({ bytes }) => bytes)).toEqual([4096]);
      for (const token of tokens.slice(0, 4)) {
        const own = { journey: "save-order", step: "save", reason: "slow" as const, text: "", token };
        await fetch(`${collector.url}/v1/envelopes?key=${collector.key}`, {
          ...{ method: "POST", headers: { "content-type": "text/plain" }, body: await envelopeOf(keys, [own]) },
        });
      }

      day.go(days.answer);
      await ask("POST", "/v1/blocks/freeze", { key: collector.keys.ownerKey, body: {} });
      const link = new URL(await collector.collector.admin.invite("shop", "csm"), collector.url);
      const token = link.searchParams.get("token") ?? "";
      const signed = await fetch(`${collector.url}/signin`, {
        ...{ method: "POST", redirect: "manual", body: new URLSearchParams({ token }) },
      });
      const headers = { cookie: (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
      const { cells } = (await (await ask("GET", "/v1/voices", { headers })).json()) as {
        cells: { id: string; count: number }[];
      };
      expect(cells.map(({ count }) => count)).toEqual([5]);
      const answer = { verdict: "did", text: "Ten of the sixteen fields are gone." };
      await ask("POST", `/v1/voices/${cells[0]?.id}/answer`, { headers, body: answer });
      for (const each of [ada, bob]) {
        await each.visit();
        await expect.poll(() => to(each.seen, "/v1/answers").length).toBe(3);
        await each.opened.page.waitForLoadState("networkidle");
        await tell(each.opened.page, "open", "panel");
        await each.opened.page.locator("waymark-panel .st button", { hasText: "Save the order" }).click();
      }
      await page.locator("waymark-panel [part=answer]").getByText("Ten of the sixteen fields are gone.").waitFor();
      expect(await page.locator("waymark-panel [part=answer]").textContent()).toContain(words);
      await bob.opened.page.locator("waymark-panel [part=card]").waitFor();
      expect(await bob.opened.page.locator("waymark-panel [part=answer]").count()).toBe(0);
      expect([...ada.opened.errors, ...bob.opened.errors]).toEqual([]);
      for (const each of [ada, bob]) await each.opened.page.goto("about:blank");
      const streams = async (): Promise<unknown> => {
        const [one, other, ...more] = await told(collector);
        return [
          one?.length !== undefined && one.length > 1,
          JSON.stringify(one) === JSON.stringify(other),
          more.length,
        ];
      };
      await expect.poll(streams, { timeout: 60_000 }).toEqual([true, true, 0]);
      const heard = (await collector.events()).map((each) => JSON.stringify(each)).join("\n");
      expect(heard).not.toMatch(/Sixteen|report|receipt|voice/);
    } finally {
      await collector.stop();
    }
  });
});
