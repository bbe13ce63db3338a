import type { Platform } from "../ports/platform.ts";

const idleMs = 30 * 60_000;

interface SessionRecord {
  id: string;
  seq: number;
  at: number;
  /** Attempts in which a guide was opened, as `journey/subject/step/attempt`. */
  helped: string[];
}

/** A visit in one tab: it ends after 30 minutes without an event. */
export interface Session {
  /** Takes the next number of the session; starts a new one after the pause. `isNew` says so once. */
  next(now: number): { session: string; seq: number; isNew: boolean };
  helped: { add(key: string): void; has(key: string): boolean };
}

function read(platform: Platform, key: string): SessionRecord | null {
  try {
    return JSON.parse(platform.tab.get(key) ?? "null") as SessionRecord | null;
  } catch {
    return null;
  }
}

export function createSession(platform: Platform, key: string): Session {
  let record = read(platform, key);
  const save = (): void => platform.tab.set(key, JSON.stringify(record));
  const current = (now: number): SessionRecord => {
    if (!record || now - record.at > idleMs) record = { id: platform.id(now), seq: 0, at: now, helped: [] };
    return record;
  };
  return {
    next: (now) => {
      const open = current(now);
      const seq = open.seq++;
      open.at = now;
      save();
      return { session: open.id, seq, isNew: seq === 0 };
    },
    helped: {
      add: (name) => {
        const { helped } = current(platform.now());
        if (!helped.includes(name)) helped.push(name);
        save();
      },
      has: (name) => record?.helped.includes(name) ?? false,
    },
  };
}
