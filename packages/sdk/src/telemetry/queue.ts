import type { Disk } from "../ports/platform.ts";
import { byteLength } from "./envelope.ts";

/** What may wait on this device, over all people and pages. */
export interface Cap {
  events: number;
  bytes: number;
  /** Older events are given up: nobody asks about them any more, and a person who left leaves nothing behind. */
  ageMs: number;
}

export const deviceCap: Cap = { events: 5_000, bytes: 5_000_000, ageMs: 90 * 86_400_000 };
/** Making room takes a tenth at once: a full queue is not read through for every event that comes. */
const roomLeft = 0.9;

/** How many events a trim gave up, by whose they were and why. */
export interface Trimmed {
  owner: string;
  id: string;
  reason: "queue_full" | "expired";
}

/** The reading end of a person's queue; the boot chunk writes it (`record.ts`). Every act rejects where storage is broken. */
export interface Queue {
  /** Texts by id, the oldest first: ids are UUIDs of version 7, so key order is the order of time. */
  peek(limit: number): Promise<Map<string, string>>;
  ids(): Promise<Set<string>>;
  /** Puts back what the disk refused before. */
  add(events: readonly (readonly [id: string, text: string])[]): Promise<void>;
  /** Gives how many of them were still there: another tab may have been first. */
  remove(ids: readonly string[]): Promise<number>;
  clear(): Promise<void>;
}

type Key = [owner: string, id: string];

export function openQueue(disk: Disk, owner: string): Queue {
  // Lists stand behind all texts: the range holds every id.
  const mine = (): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);
  return {
    peek: async (limit) => {
      const events = new Map<string, string>();
      await disk("queue", "readonly", (objects) => {
        const keys = objects.getAllKeys(mine(), limit);
        const texts = objects.getAll(mine(), limit);
        texts.onsuccess = () => keys.result.forEach((key, at) => void events.set((key as Key)[1], texts.result[at]));
      });
      return events;
    },
    ids: async () => {
      const keys = await disk<IDBValidKey[]>("queue", "readonly", (objects) => objects.getAllKeys(mine()));
      return new Set(keys.map((key) => (key as Key)[1]));
    },
    add: (events) =>
      disk("queue", "readwrite", (objects) => {
        for (const [id, text] of events) objects.put(text, [owner, id]);
      }),
    remove: async (ids) => {
      let there = 0;
      await disk("queue", "readwrite", (objects) => {
        for (const id of ids) {
          const request = objects.count([owner, id]);
          request.onsuccess = () => {
            there += request.result;
          };
          objects.delete([owner, id]);
        }
      });
      return there;
    },
    clear: () => disk("queue", "readwrite", (objects) => void objects.delete(mine())),
  };
}

/** Which of all that waits has to go: what is too old, then the oldest until a tenth of the cap is free. */
function pickLost(waiting: readonly { key: Key; bytes: number }[], cap: Cap, now: number): Trimmed[] {
  const byAge = [...waiting].sort((a, b) => (a.key[1] < b.key[1] ? -1 : 1));
  let bytes = byAge.reduce((sum, each) => sum + each.bytes, 0);
  let left = byAge.length;
  const over = left > cap.events || bytes > cap.bytes;
  return byAge.flatMap(({ key: [owner, id], bytes: own }) => {
    // The first 48 bits of a UUID of version 7 are its moment.
    const expired = now - Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) > cap.ageMs;
    const full = over && (left > cap.events * roomLeft || bytes > cap.bytes * roomLeft);
    if (!expired && !full) return [];
    left -= 1;
    bytes -= own;
    return [{ owner, id, reason: expired ? ("expired" as const) : ("queue_full" as const) }];
  });
}

export function countWaiting(disk: Disk): Promise<number> {
  return disk<number>("queue", "readonly", (objects) => objects.count());
}

/** Holds the device's cap. One transaction from reading to deleting, so that two tabs never count the same loss. */
export async function trimQueue(disk: Disk, cap: Cap, now: number): Promise<Trimmed[]> {
  let lost: Trimmed[] = [];
  await disk("queue", "readwrite", (objects) => {
    const keys = objects.getAllKeys();
    const texts = objects.getAll();
    texts.onsuccess = () => {
      const waiting = keys.result.map((key, at) => ({ key: key as Key, bytes: byteLength(String(texts.result[at])) }));
      lost = pickLost(waiting, cap, now);
      for (const { owner, id } of lost) objects.delete([owner, id]);
    };
  });
  return lost;
}
