import { atom, type WritableAtom } from "nanostores";
import type { Session } from "../collector/session.ts";
import { checkDraft } from "../document/check-draft.ts";
import type { Draft } from "../document/draft.ts";
import { createKeeper, type Keeper, type Work } from "../keep/keep-work.ts";
import type { Naming } from "../recorder/propose-steps.ts";
import { firstState, type Note, newWork, type State } from "../state.ts";

/** What the editor finds around it. */
export interface Surroundings {
  session: Session;
  /** Address of `waymark.js`, for previews. */
  script: string;
  /** How recorded steps are named, in the author's language. */
  naming: Naming;
  /** The author's language, BCP 47. */
  language: string;
  /** What the editor is drawn into. */
  layer(): EventTarget;
}

/** What all acts of the editor share: the state, and what keeps it. */
export interface Desk {
  $state: WritableAtom<State>;
  keeper: Keeper;
  around: Surroundings;
  set(change: Partial<State>): void;
  /** Changes the work at hand, keeps it at once, and checks what changed. */
  work(change: (work: Work) => Work): void;
  /** Begins with a draft. */
  take(draft: Draft, view?: State["view"]): void;
  /** Goes on with work that was kept. */
  adopt(work: Work): void;
  tell(note: Note | null): void;
}

/** One desk a page. */
export function createDesk(around: Surroundings): Desk {
  const $state = atom<State>(firstState(around.session));
  const set = (change: Partial<State>): void => $state.set({ ...$state.get(), ...change });
  const tell = (note: Note | null): void => set({ note });
  const keeper = createKeeper({
    failed: () => tell({ kind: "failed", of: "disk", detail: "" }),
    forked: (key, own) => {
      const { work } = $state.get();
      if (work?.key !== key) return;
      set({ work: { ...work, key: own }, note: { kind: "done", of: "forked" } });
    },
  });
  const put = (work: Work, more: Partial<State> = {}): void => {
    const before = $state.get();
    // Two changes within a millisecond are two states all the same.
    const savedAt = Math.max(Date.now(), (before.work?.key === work.key ? before.work.savedAt : 0) + 1);
    const kept = { ...work, savedAt };
    const same = before.work?.history.now === work.history.now;
    set({ work: kept, checked: same ? before.checked : checkDraft(work.history.now), ...more });
    keeper.keep(kept);
  };
  return {
    $state,
    keeper,
    around,
    set,
    tell,
    work: (change) => {
      const { work } = $state.get();
      const next = work && change(work);
      if (next && next !== work) put(next);
    },
    adopt: (work) => put(work, { view: "edit", note: null, versions: null }),
    take: (draft, view = "edit") => put(newWork(draft), { view, note: null, versions: null }),
  };
}
