import type { ArrivalsReport } from "@waymark/schema";
import { expect, test } from "vitest";
import { createArrivalsFeed } from "./arrivals-feed.ts";
import type { Answer } from "./client.ts";

const report = (received: number): ArrivalsReport => ({
  ...{ received, simulated: 0, rejected: 0, duplicates: 0, dropped: {}, lastAt: null },
  ...{ perMinute: [], byType: [], rejects: [] },
});

function start(options: { streams?: boolean; answers?: Answer<ArrivalsReport>[] } = {}) {
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = { data: (_: string): void => undefined, error: (): void => undefined, closed: 0 };
  const answers = options.answers ?? [];
  const stop = createArrivalsFeed(
    {
      read: async () => answers.shift() ?? { ok: true, value: report(1) },
      open: (data, error) => {
        if (options.streams === false) return null;
        Object.assign(stream, { data, error });
        return () => {
          stream.closed++;
        };
      },
      wait: (ms, then) => {
        seen.push(`wait ${ms}`);
        waiting.push(then);
        return () => seen.push("stopped waiting");
      },
    },
    { report: (one) => seen.push(`report ${one.received}`), problem: (one) => seen.push(`problem ${one.status}`) },
  );
  return { seen, waiting, stream, stop };
}

const settle = () => new Promise((done) => setTimeout(done, 0));
const problem = (status: number): Answer<ArrivalsReport> => ({
  ok: false,
  problem: { status, title: "", detail: "", code: "" },
});

test("D30 reads once, then listens; what is no report is left out", async () => {
  const { seen, stream } = start();
  await settle();
  stream.data(JSON.stringify(report(2)));
  stream.data("not json");
  stream.data("{}");
  expect(seen).toEqual(["report 1", "report 2"]);
});

test("D30 a stream that fails is closed and read every 2 seconds", async () => {
  const { seen, waiting, stream } = start();
  await settle();
  stream.error();
  waiting.shift()?.();
  await settle();
  expect(stream.closed).toBe(1);
  expect(seen).toEqual(["report 1", "wait 2000", "report 1", "wait 2000"]);
});

test("D30 a browser without streams reads", async () => {
  const { seen } = start({ streams: false });
  await settle();
  expect(seen).toEqual(["report 1", "wait 2000"]);
});

test("D30 leaving stops everything", async () => {
  const { seen, stream, stop } = start();
  await settle();
  stop();
  stream.data(JSON.stringify(report(2)));
  expect(stream.closed).toBe(1);
  expect(seen).toEqual(["report 1"]);
});

test.each([401, 403])("D30 a refusal (%i) is not asked again", async (status) => {
  const { seen } = start({ answers: [problem(status)] });
  await settle();
  expect(seen).toEqual([`problem ${status}`]);
});

test("D33 a lost connection is reported and read again", async () => {
  const { seen, waiting } = start({ streams: false, answers: [{ ok: true, value: report(1) }, problem(0)] });
  await settle();
  waiting.shift()?.();
  await settle();
  expect(seen).toEqual(["report 1", "wait 2000", "problem 0", "wait 2000"]);
});
