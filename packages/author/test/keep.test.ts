import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { createStore, entries } from "idb-keyval";
import { afterEach, expect, it, vi } from "vitest";
import { emptyDraft } from "../src/document/draft.ts";
import { change } from "../src/document/history.ts";
import { createKeeper, type Keeper, type Work } from "../src/keep/keep-work.ts";
import { newWork } from "../src/state.ts";

/** What a tab keeps for itself: it goes with the tab, and it may be full. */
class TabStorage {
  full = false;
  constructor(readonly kept: Map<string, string> = new Map()) {}
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.full || text.length > 5_000_000) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, text);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

interface Tab {
  storage: TabStorage;
  keeper: Keeper;
  work: Work | null;
  failed: number;
}

let clock = 1;
function openTab(storage = new TabStorage()): Tab {
  const tab: Tab = { storage, work: null, failed: 0, keeper: undefined as unknown as Keeper };
  vi.stubGlobal("sessionStorage", storage);
  tab.keeper = createKeeper({
    failed: () => void tab.failed++,
    forked: (key, own) => {
      if (tab.work?.key === key) tab.work = { ...tab.work, key: own };
    },
  });
  return tab;
}

function type(tab: Tab, title: string): void {
  vi.stubGlobal("sessionStorage", tab.storage);
  const before = tab.work ?? newWork(emptyDraft("a"));
  clock += 1;
  tab.work = { ...before, savedAt: clock, history: change(before.history, { do: "journey", change: { title } }) };
  tab.keeper.keep(tab.work);
}

async function arrive(tab: Tab): Promise<void> {
  vi.stubGlobal("sessionStorage", tab.storage);
  tab.work = await tab.keeper.find();
}

/** Everything that somebody could come back to on this device: what stands there now, and by taking changes back. */
async function findable(tabs: readonly Tab[]): Promise<Set<string>> {
  const carried = tabs.map(
    ({ storage }) => JSON.parse(storage.getItem("waymark.author.work") ?? "null") as Work | null,
  );
  const all = [
    ...(await entries<string, Work>(createStore("waymark-author", "drafts"))).map(([, work]) => work),
    ...carried,
  ];
  return new Set(
    all.flatMap((work) => (work?.history ? [work.history.now, ...work.history.past] : [])).map(({ title }) => title),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Whether it can be come back to, once what is on its way has arrived. */
const isSafe = (tabs: readonly Tab[], { work }: Tab): Promise<void> =>
  expect
    .poll(() => findable(tabs).then((all) => !work || all.has(work.history.now.title)), { timeout: 10_000 })
    .toBe(true);

const doing: Readonly<Record<string, (tabs: Tab[], tab: Tab) => Promise<void>>> = {
  // Full from now on: what the tab carries is from before.
  full: async (_, tab) => {
    tab.storage.full = true;
  },
  reload: async (tabs, tab) => {
    const again = openTab(tab.storage);
    await arrive(again);
    // A tab that could keep nothing does not know what it had: it stands in the list of drafts.
    // What another tab made of the same draft has this one in its past.
    const { now, past } = again.work?.history ?? {};
    if (now && tab.work) expect([now, ...(past ?? [])].map(({ title }) => title)).toContain(tab.work.history.now.title);
    tabs[tabs.indexOf(tab)] = again;
  },
  crash: async (tabs, tab) => {
    tabs[tabs.indexOf(tab)] = openTab();
  },
  duplicate: async (tabs, tab) => {
    const copy = openTab(new TabStorage(new Map(tab.storage.kept)));
    await arrive(copy);
    tabs.push(copy);
  },
};

it("J37 no reload, crash, second tab or full storage takes away what was written last in any tab", async () => {
  const what = fc.constantFrom("type", "type", "type", ...Object.keys(doing));
  const acts = fc.array(fc.record({ what, at: fc.nat(2) }), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      globalThis.indexedDB = new IDBFactory();
      const tabs = [openTab()];
      for (const [count, { what: name, at }] of list.entries()) {
        const tab = tabs[at % tabs.length] ?? openTab();
        if (name === "type") type(tab, `text ${count}`);
        else await isSafe(tabs, tab);
        await doing[name]?.(tabs, tab);
      }
      for (const tab of tabs) await isSafe(tabs, tab);
      expect(tabs.map(({ failed }) => failed)).toEqual(tabs.map(() => 0));
    }),
    { numRuns: 60 },
  );
});

it("J37 a draft of a megabyte with many changes is kept, and one that is kept nowhere is said to be", async () => {
  globalThis.indexedDB = new IDBFactory();
  const tab = openTab();
  type(tab, "x".repeat(900_000));
  for (let turn = 0; turn < 12; turn++) type(tab, `${turn}${"x".repeat(900_000)}`);
  const last = tab.work?.history.now.title;
  const again = openTab(tab.storage);
  await arrive(again);
  expect(again.work?.history.now.title === last).toBe(true);
  expect(tab.failed).toBe(0);

  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  const nowhere = openTab();
  nowhere.storage.full = true;
  type(nowhere, "Gone with this page");
  await expect.poll(() => nowhere.failed).toBe(1);
});
