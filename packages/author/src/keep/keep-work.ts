import { createStore, del, entries, get, update } from "idb-keyval";
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
  /** The id under which this draft was published, or may take another's place. */
  publishedAs?: string | undefined;
  /** How surely the targets are found that were recorded or pointed at, by step. */
  seen: Readonly<Record<string, Pick<Seen, "confidence" | "runnerUp" | "breaks">>>;
  /** The deeds that recorded steps were made of, by step. */
  parts?: Readonly<Record<string, readonly Deed[]>> | undefined;
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

/** Steps back that travel with a page: those further back are in the database. Where they do not fit, none do. */
const mostCarried = [20, 0];

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const isWork = (value: unknown): value is Work =>
  typeof value === "object" && value !== null && "history" in value && "key" in value;

/** What this tab carries, and which draft it had. */
function inTab(): { key: string | undefined; work: Work | null } {
  const value: unknown = attempt(() => JSON.parse(sessionStorage.getItem(tabKey) ?? "null"));
  const { key } = Object(value) as { key?: unknown };
  return { key: typeof key === "string" ? key : undefined, work: isWork(value) ? value : null };
}

/** What a keeper tells whoever it keeps for. */
interface Told {
  /** Nothing of it is kept any more. */
  failed(): void;
  /** Another tab went on with this draft: what is written here is kept under a key of its own from now on. */
  forked(key: string, own: string): void;
}

/**
 * Drafts in IndexedDB, and the one at hand in the tab's own storage too: that is written before the call returns, so that
 * a click which leaves the page takes nothing away. What another tab has written meanwhile is never written over.
 */
export function createKeeper({ failed, forked }: Told): Keeper {
  const store = attempt(() => createStore("waymark-author", "drafts"));
  /** By key: the newest state of it that this page has read or written. */
  const seen = new Map<string, number>();
  const own = new Map<string, string>();
  const carry = (work: Work): boolean =>
    mostCarried.some((most) => {
      const { history } = work;
      const past = most > 0 ? history.past.slice(-most) : [];
      const short = { ...history, past, future: history.future.slice(0, most) };
      const text = attempt(() => JSON.stringify({ ...work, history: short }));
      return text !== undefined && attempt(() => sessionStorage.setItem(tabKey, text) ?? true) === true;
    });
  const write = async (work: Work): Promise<void> => {
    if (!store) throw new Error("no database");
    let taken = false;
    await update<Work>(
      work.key,
      (old) => {
        taken = isWork(old) && old.savedAt > (seen.get(work.key) ?? 0);
        // A state that was on its way longer than the one after it comes too late.
        if (isWork(old) && (taken || old.savedAt > work.savedAt)) return old;
        seen.set(work.key, work.savedAt);
        return work;
      },
      store,
    );
    if (!taken) return;
    const key = own.get(work.key) ?? `${work.key}-${Math.random().toString(36).slice(2, 8)}`;
    if (!own.has(work.key)) forked(work.key, key);
    own.set(work.key, key);
    // The tab must not come back under the other's key.
    const carried = inTab().work;
    if (carried?.key === work.key) carry({ ...carried, key });
    await write({ ...work, key });
  };
  return {
    keep: (work) => {
      const key = own.get(work.key) ?? work.key;
      const carried = carry({ ...work, key });
      write({ ...work, key }).then(
        // Too large for the tab: it knows at least which one it was.
        () => carried || attempt(() => sessionStorage.setItem(tabKey, JSON.stringify({ key }))),
        () => carried || failed(),
      );
    },
    find: async (key) => {
      const tab = inTab();
      const wanted = key ?? tab.key;
      if (!wanted || !store) return tab.work;
      const kept = await get<Work>(wanted, store).catch(() => undefined);
      const here = tab.key === wanted ? tab.work : null;
      const known = isWork(kept) ? kept : null;
      // What this tab carried may have been on its way to the database when the last page ended.
      seen.set(wanted, Math.max(seen.get(wanted) ?? 0, here?.savedAt ?? 0, known?.savedAt ?? 0));
      if (!known) return here;
      return here && here.savedAt > known.savedAt ? here : known;
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
