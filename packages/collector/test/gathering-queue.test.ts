import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createGatheringQueue, type Gathering } from "../src/events/gathering-queue.ts";

function queueOf(more: Partial<Gathering<string>> = {}) {
  const groups: string[][] = [];
  const queue = createGatheringQueue<string>({
    ...{ lingerMs: 20, enough: 10, most: 20, mostWaiting: 40 },
    isFault: () => true,
    async write(jobs) {
      groups.push([...jobs]);
      await wait(5);
      return new Map();
    },
    ...more,
  });
  return { queue, groups };
}

test("C202 a lone delivery waits no longer than it must, and many go together at once", async () => {
  const { queue, groups } = queueOf();
  const start = Date.now();
  await queue.run("alone", 1);
  expect(Date.now() - start).toBeGreaterThanOrEqual(15);
  await Promise.all([queue.run("a", 4), queue.run("b", 6)]);
  expect(groups).toEqual([["alone"], ["a", "b"]]);
});

test("C202 what arrives during a write is the next group, and none is larger than it may be", async () => {
  const { queue, groups } = queueOf();
  await Promise.all([..."abcdef"].map((name) => queue.run(name, 6)));
  expect(groups).toEqual([["a", "b"], ["c", "d", "e"], ["f"]]);
});

test("C202 a full queue and a closed one refuse, and closing writes what waits", async () => {
  const { queue, groups } = queueOf({ enough: 100 });
  const first = queue.run("a", 40);
  await expect(queue.run("b", 1)).rejects.toMatchObject({ code: "cannot_keep" });
  await queue.close();
  await first;
  expect(groups).toEqual([["a"]]);
  await expect(queue.run("c", 1)).rejects.toMatchObject({ code: "cannot_keep" });
});

test("C202 one that cannot be taken does not sink its neighbours; where the engine fails all are refused", async () => {
  const { queue } = queueOf({
    async write(jobs) {
      if (jobs.includes("poison")) throw new Error("not understood");
      return new Map(jobs.filter((job) => job === "bad").map((job) => [job, new Error("by itself")]));
    },
  });
  const all = await Promise.allSettled(["a", "poison", "bad", "b"].map((job) => queue.run(job, 1)));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  const { queue: down } = queueOf({ isFault: () => false, write: () => Promise.reject(new Error("down")) });
  const none = await Promise.allSettled(["a", "b"].map((job) => down.run(job, 1)));
  expect(none.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("C202 settling waits for what was handed over, without its pause", async () => {
  const { queue } = queueOf({ lingerMs: 60_000 });
  let kept = false;
  const one = queue.run("a", 1).then(() => {
    kept = true;
  });
  await queue.settle();
  await one;
  expect(kept).toBe(true);
});
