import type { Page } from "playwright-core";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Runs of one task and what learning it took, over eight weeks before `now`: slow at first, then quick. */
function ledger(now: number): object {
  const runs = Array.from({ length: 32 }, (_, at) => ({
    ...{
      at: now - 55 * day + at * 1.7 * day,
      ms: (at < 5 ? 8 + (at % 3) : 3 + ((at * 7) % 4)) * minute,
      alone: at > 8,
    },
  }));
  const days = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => [
      now - (now % day) - (55 - at * 3) * day,
      { guideMs: at < 4 ? 6 * minute : 0, learnMs: at < 5 ? 8 * minute : 0, fieldMs: minute },
    ]),
  );
  return {
    format: "waymark.ledger/1",
    tasks: { "log-a-call/do": { first: runs.slice(0, 5), later: runs.slice(5) } },
    days,
  };
}

/** Puts eight weeks into the person's private ledger, where it lies on the device: nobody waits so long for a picture. */
export async function liveEightWeeks(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("waymark");
        request.onsuccess = () => {
          const transaction = request.result.transaction("kv", "readwrite");
          const store = transaction.objectStore("kv");
          const keys = store.getAllKeys();
          // What lies under `handover-` of this person shows what the ledger's name ends with.
          keys.onsuccess = () => {
            const own = keys.result.map(String).find((key) => key.startsWith("handover-"));
            store.put(kept, own?.replace("handover-", "ledger-"));
          };
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    ledger(now),
  );
}
