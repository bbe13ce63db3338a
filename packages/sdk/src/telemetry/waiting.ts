import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { forgetLate, keepLate, takeLate } from "../runtime/late.ts";
import { addLoss, type LossReason, lossesKey } from "./losses.ts";
import { type Cap, countWaiting, openQueue, trimQueue } from "./queue.ts";

/** The device's bytes are added up anew after as many new events. */
const measureEvery = 250;

/** What waits to be sent, on disk and, where the disk refused it, in memory. Every event leaves it answered or counted. */
export interface Waiting {
  /** The oldest, at most `limit` of those on disk; never those of `busy`. */
  peek(limit: number, busy: ReadonlySet<string>): Promise<Map<string, string>>;
  /** Takes off what was answered. */
  release(ids: readonly string[]): Promise<void>;
  /** Takes off what nobody will answer, and counts it. */
  giveUp(ids: readonly string[], reason: LossReason): Promise<void>;
  /** What other tabs had answered is nothing to send at leaving. */
  reconcile(): Promise<void>;
  /** Holds the caps, and tries again to store what the disk refused. */
  tidy(): Promise<void>;
  /** Keeps a second copy of what the disk has not answered for, where the page's end cannot undo it. */
  keepPending(): void;
  /** The page ends with so many events that are nowhere else: the next one in this tab reports them. 0 takes it back. */
  leaveBehind(count: number): void;
  clear(): Promise<void>;
}

export function createWaiting(guest: Guest, cap: Cap): Waiting {
  const { platform, unsent } = guest;
  const owner = partition(guest);
  const queue = openQueue(platform.disk, owner);
  const adriftKey = `waymark-adrift-${owner}`;
  /** Done with, but still on a disk that refuses to delete. */
  const gone = new Set<string>();
  let unmeasured = Number.POSITIVE_INFINITY;
  let heldBefore = 0;
  let burst = 0;
  let behind = 0;

  const adrift = (): [id: string, text: string][] =>
    [...unsent].flatMap(([id, { text, stored }]) => (stored === false ? [[id, text] as [string, string]] : []));

  /** Gives how many were still waiting anywhere: another tab may have been first. */
  const takeOff = async (ids: readonly string[]): Promise<number> => {
    let count = 0;
    for (const id of ids) {
      if (unsent.get(id)?.stored === false) count++;
      else gone.add(id);
      unsent.delete(id);
    }
    const all = [...gone];
    if (all.length === 0) return count;
    try {
      count += await queue.remove(all);
      for (const id of all) gone.delete(id);
    } catch {
      guest.fail("storage");
    }
    return count;
  };

  const lose = async (of: string, reason: LossReason, count: number): Promise<void> => {
    for (let each = 0; each < count; each++) guest.fail(reason);
    await addLoss(platform, of, reason, count);
  };

  /** In memory no more are kept than may wait on disk; those on disk are only let go of. */
  const tidyMemory = async (): Promise<void> => {
    let lost = 0;
    for (const [id, { stored }] of unsent) {
      if (unsent.size <= cap.events) break;
      if (stored === undefined) continue;
      unsent.delete(id);
      if (stored === false) lost++;
    }
    const refused = guest.failures.memory_full ?? 0;
    lost += refused - burst;
    burst = refused;
    await lose(owner, "queue_full", lost);
    const again = adrift();
    if (again.length === 0) return;
    await queue.add(again);
    for (const [id] of again) {
      const event = unsent.get(id);
      if (event) event.stored = true;
    }
  };

  const tidyDisk = async (): Promise<void> => {
    const held = await countWaiting(platform.disk);
    unmeasured += Math.max(0, held - heldBefore);
    heldBefore = held;
    if (held <= cap.events && unmeasured < measureEvery) return;
    const lost = await trimQueue(platform.disk, cap, platform.now());
    unmeasured = 0;
    for (const each of lost) {
      if (each.owner === owner) unsent.delete(each.id);
      await lose(each.owner, each.reason, 1);
    }
  };

  /** What earlier pages of this tab left behind. */
  const inherited = (): number => Number(platform.tab.get(adriftKey)) - behind;
  const leaveBehind = (count: number): void => {
    if (count === behind) return;
    platform.tab.set(adriftKey, String(inherited() + count));
    behind = count;
  };

  return {
    peek: async (limit, busy) => {
      const without = new Set([...busy, ...gone]);
      const events = await queue.peek(limit + without.size).catch(() => new Map<string, string>());
      for (const [id, text] of adrift()) events.set(id, text);
      for (const id of without) events.delete(id);
      return events;
    },
    release: async (ids) => void (await takeOff(ids)),
    giveUp: async (ids, reason) => lose(owner, reason, await takeOff(ids)),
    reconcile: async () => {
      const stored = [...unsent].filter(([, event]) => event.stored);
      if (stored.length === 0) return;
      const ids = await queue.ids().catch(() => null);
      for (const [id] of stored) if (ids && !ids.has(id)) unsent.delete(id);
    },
    keepPending: () =>
      keepLate(
        owner,
        [...unsent].flatMap(([id, { text, stored }]) => (stored === undefined ? [[id, text] as const] : [])),
      ),
    tidy: async () => {
      await takeLate(owner, queue.add);
      const before = inherited();
      if (before > 0) {
        platform.tab.set(adriftKey, String(behind));
        await lose(owner, "storage", before);
      }
      await tidyMemory().catch(() => guest.fail("storage"));
      await tidyDisk();
    },
    leaveBehind,
    clear: async () => {
      unsent.clear();
      forgetLate(owner);
      await queue.clear();
      await platform.store.update(lossesKey(owner), () => undefined);
    },
  };
}
