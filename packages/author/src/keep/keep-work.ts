import { createStore, del, entries, get, set } from "idb-keyval";
import type { History } from "../document/history.ts";
import type { Deed, Seen } from "../recorder/deed.ts";

/** What is kept of somebody's work: all that a reload or a crash must not take away. */
export interface Work {
  /** Names the draft on this device, whatever its journey is called. */
  key: string;
  savedAt: number;
  history: History;
  /** What was recorded and is no step yet. */
  deeds: readonly Deed[];
  recording: boolean;
  chosen: string | null;
  /** How surely the targets are found that were recorded or pointed at, by step. */
  seen: Readonly<Record<string, Pick<Seen, "confidence" | "runnerUp" | "breaks">>>;
}

/** A draft as the list of drafts shows it. */
export interface DraftNote {
  key: string;
  title: string;
  steps: number;
  savedAt: number;
}

/** Keeps drafts on this device. */
export interface Keeper {
  /** Keeps the work. It is safe when this returns, as far as the browser lets us: the rest follows. */
  keep(work: Work): void;
  /** The work of this tab, or of a key. */
  find(key?: string): Promise<Work | null>;
  list(): Promise<DraftNote[]>;
  drop(key: string): Promise<void>;
  /** Nothing is open any more. */
  close(): void;
}

const tabKey = "waymark.author.work";

/** Steps back that travel with a page: those further back are in the database. */
const mostCarried = 20;

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const isWork = (value: unknown): value is Work =>
  typeof value === "object" && value !== null && "history" in value && "key" in value;

function inTab(): Work | null {
  const value: unknown = attempt(() => JSON.parse(sessionStorage.getItem(tabKey) ?? "null"));
  return isWork(value) ? value : null;
}

/**
 * Drafts in IndexedDB, and the one at hand in the tab's own storage too: that is written before the call returns, so that
 * a click which leaves the page takes nothing away.
 */
export function createKeeper(failed: () => void): Keeper {
  const store = attempt(() => createStore("waymark-author", "drafts"));
  const carry = (work: Work): boolean => {
    const { history } = work;
    const short = { ...history, past: history.past.slice(-mostCarried), future: history.future.slice(0, mostCarried) };
    return attempt(() => sessionStorage.setItem(tabKey, JSON.stringify({ ...work, history: short })) ?? true) === true;
  };
  return {
    keep: (work) => {
      const carried = carry(work);
      const written = store ? set(work.key, work, store) : Promise.reject(new Error("no database"));
      written.catch(() => carried || failed());
    },
    find: async (key) => {
      const tab = inTab();
      const wanted = key ?? tab?.key;
      if (!wanted || !store) return tab;
      const kept = await get<Work>(wanted, store).catch(() => undefined);
      const own = tab?.key === wanted ? tab : null;
      if (!isWork(kept)) return own;
      return own && own.savedAt > kept.savedAt ? own : kept;
    },
    list: async () => {
      const all = store ? await entries<string, Work>(store).catch(() => []) : [];
      return all
        .filter(([, work]) => isWork(work))
        .map(([key, { history, savedAt }]) => {
          const { title, steps } = history.now;
          return { key, title, steps: steps.length, savedAt };
        })
        .sort((a, b) => b.savedAt - a.savedAt);
    },
    drop: async (key) => {
      if (store) await del(key, store).catch(failed);
    },
    close: () => void attempt(() => sessionStorage.removeItem(tabKey)),
  };
}
