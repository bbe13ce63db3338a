import type { GapReport } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherRows } from "../src/events/gather-rows.ts";
import { joinAttempts } from "../src/events/saying-row.ts";
import { stored } from "./event-store-contract.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";
import { crew, practise } from "./support/practice.ts";

/** What the report names for the first step, once seven people's devices have told a barrier in each of two blocks. */
async function namedInSecond(attempt: number): Promise<unknown> {
  const bench = await createBench({}, [{ id: "sales-rep", title: "Sales rep" }]);
  await bench.publish();
  const tell = async (ts: string, of: number): Promise<void> => {
    for (let i = 0; i < 7; i += 1) {
      const more = { journey: "win-a-deal", version: 1, step: "log-call", props: { attempt: of, barrier: "blocked" } };
      const token = await bench.token(`u-${i}`, ["sales-rep"]);
      const sent = await bench.send(
        batch(`u-${i}`, [event("step.barrier", ts, more, `${i}`)], { token, roles: ["sales-rep"] }),
      );
      expect(sent.status).toBe(202);
    }
  };
  const block = async (day: string, of: number, told: number, frozen: string): Promise<GapReport> => {
    await practise(bench, crew(20, 20, { day, step: "log-call", attempt: of }));
    await tell(`${day}T09:00:00Z`, told);
    bench.clock.set(frozen);
    await bench.collector.admin.freezeDue();
    return (await bench.call("GET", "/v1/insights/gap", { key: bench.keys.ownerKey })).json() as Promise<GapReport>;
  };
  const named = ({ rows }: GapReport): unknown => rows.find(({ step }) => step === "log-call")?.barrier;
  expect(named(await block("2026-09-08", 1, 1, "2026-10-08T00:00:00Z"))).toBe("blocked");
  return named(await block("2026-10-13", 2, attempt, "2026-11-05T00:00:00Z"));
}

test("Y103 what a second device tells of the same attempt in a later block names nothing there; another attempt does", async () => {
  expect(await namedInSecond(1)).toBe(null);
  expect(await namedInSecond(2)).toBe("blocked");
});

test("Y104 of one attempt on one record one barrier stays, the first, in whatever order and weeks it was told", () => {
  const told = (days: number, subject: "" | "deal:1", attempt: number) => ({
    ...{ type: "step.barrier" as const, person: "a" as const, step: "one" as const, how: "manual" as const },
    ...{ role: "rep" as const, verified: 1 as const, simulated: 0 as const, days, subject, attempt },
  });
  const tellingOf = (fact: ReturnType<typeof told>, index: number) => ({
    ...stored(fact, index),
    props: JSON.stringify({ attempt: fact.attempt, barrier: "blocked" }),
  });
  const all = [told(9, "", 1), told(1, "", 1), told(2, "deal:1", 1), told(16, "deal:1", 1), told(17, "", 2)];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (facts) => {
      const events = facts.map((each) => tellingOf(each, all.indexOf(each) + 1));
      const joined = joinAttempts(gatherRows(events).sayings);
      const times = joined.map(({ at, kind }) => [kind, at]).sort();
      const at = (fact: (typeof all)[number]): number => stored(fact, 1).at;
      expect(times).toEqual(
        [
          ["barrier 1 ", at(told(1, "", 1))],
          ["barrier 1 deal:1", at(told(2, "deal:1", 1))],
          ["barrier 2 ", at(told(17, "", 2))],
        ].sort(),
      );
    }),
  );
});

test("Y105 devices that name no attempt are kept one a week, as before", () => {
  const plain = [1, 2, 9].map((days) => {
    const of = { type: "step.barrier" as const, person: "a" as const, step: "one" as const, how: "manual" as const };
    const more = { role: "rep" as const, verified: 1 as const, simulated: 0 as const, subject: "" as const };
    return { ...stored({ ...of, ...more, days, attempt: 1 }, days), props: JSON.stringify({ barrier: "blocked" }) };
  });
  const joined = joinAttempts(gatherRows(plain).sayings);
  expect(joined.map(({ kind }) => kind)).toEqual(["barrier", "barrier"]);
});
