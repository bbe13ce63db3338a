import { describe, expect, it } from "vitest";
import { envelopeOf } from "../../packages/collector/test/support/device.ts";
import { tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import {
  askOf,
  createDay,
  days,
  journey,
  openRoom,
  others,
  part,
  person,
  type Someone,
  signIn,
  to,
  words,
} from "./stage.ts";

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
        const own = { journey: "save-order", step: "save", reason: "slow" as const, before: null, text: "", token };
        await fetch(`${collector.url}/v1/envelopes?key=${collector.key}`, {
          ...{ method: "POST", headers: { "content-type": "text/plain" }, body: await envelopeOf(keys, [own]) },
        });
      }

      day.go(days.answer);
      await ask("POST", "/v1/blocks/freeze", { key: collector.keys.ownerKey, body: {} });
      const headers = { cookie: await signIn(collector, "csm") };
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
