import { attempt } from "../ports/attempt.ts";
import type { Platform } from "../ports/platform.ts";

/** Where a random id of the device lies in `localStorage`, for people without a name. */
export const deviceKey = "waymark-device";

const idleMs = 30 * 60_000;

interface SessionRecord {
  id: string;
  seq: number;
  at: number;
  /** Attempts in which a guide was opened, a line `journey/subject/step/attempt` each: a list does not survive every host's JSON. */
  helped: string;
}

/** A visit in one tab: it ends after 30 minutes without an event. */
export interface Session {
  /** Whether the next event starts a session: the first in this tab, or the first after the pause. */
  isOver(now: number): boolean;
  /** Takes the next number of the session; starts a new one where the last is over. */
  next(now: number): { session: string; seq: number };
  helped: { add(key: string): void; has(key: string): boolean };
  /** The step the guide led to last on this page, for what loads after it was closed. */
  shown?: { journey: string; step: string; subject: string | null } | undefined;
  /** The next event begins another session. */
  forget(): void;
}

export function createSession(platform: Platform, key: string): Session {
  let record = attempt(() => JSON.parse(platform.tab.get(key) ?? "null") as SessionRecord | null);
  const save = (): void => platform.tab.set(key, JSON.stringify(record));
  const isOver = (now: number): boolean => !record || now - record.at > idleMs;
  const current = (now: number): SessionRecord => {
    if (!record || isOver(now)) record = { id: platform.id(now), seq: 0, at: now, helped: "\n" };
    return record;
  };
  return {
    isOver,
    next: (now) => {
      const open = current(now);
      const seq = open.seq++;
      open.at = now;
      save();
      return { session: open.id, seq };
    },
    forget: () => {
      record = null;
      save();
    },
    helped: {
      add: (name) => {
        current(platform.now()).helped += `${name}\n`;
        save();
      },
      has: (name) => record?.helped.includes(`\n${name}\n`) ?? false,
    },
  };
}
