import { actOn, mergeHandoffs } from "@waymark/engine";
import type { Handoff, HandoffAct, Party, Thanks, ThanksAct } from "@waymark/schema";
import type { Guest } from "../../runtime/guest.ts";
import { partition } from "../../runtime/keep-progress.ts";

/** A thank-you that did not arrive, with the person's own words. */
export type UnsentThanks = Extract<ThanksAct, { act: "send" }>;

/** What this device knows of one person's hand-overs. All of it lies on its disk first. */
export interface BoardState {
  /** Since when hand-overs are looked after on this device, Unix ms. */
  since: number;
  /** As the collector last told. */
  known: Handoff[];
  thanks: Thanks[];
  /** What the person did and the collector has not answered, oldest first. */
  acts: HandoffAct[];
  thanking: ThanksAct[];
  /** Thanks that the collector did not take, until the person has sent or dropped them; missing where there were none. */
  unsent?: UnsentThanks[];
  /** Hand-overs that a thank-you was offered for: once each. */
  asked: string[];
  /** Offers, questions and thanks that were looked at. */
  seen: string[];
  /** Lines to go along with the next offer, by place. */
  notes: Record<string, string>;
}

/** Where the board's state is read and changed. */
export interface Board {
  state(): BoardState;
  /** With what the person did and the collector has not answered. */
  handoffs(): Handoff[];
  thanks(): Thanks[];
  /** What colleagues thanked each other for, as far as the receivers show it. */
  othersThanks(): Thanks[];
  /** Changes what is on the disk, in one transaction; then what is drawn. */
  change(by: (state: BoardState) => BoardState): Promise<void>;
  /** Reads the disk again: another tab may have changed it. */
  load(): Promise<void>;
  /** Something came to nothing: somebody else was faster. */
  missed: string[];
  /** The hand-over a thank-you is being offered for, while this page is open and until it was looked at. */
  offering: string | null;
}

const mostIds = 500;
const boards = new WeakMap<Guest, Board>();

/** The board of this person; `undefined` before there is one. */
export function boardOf(guest: Guest): Board | undefined {
  return boards.get(guest);
}

const isState = (value: unknown): value is BoardState => Array.isArray((value as Partial<BoardState> | null)?.known);

/** The last so many: a list of ids must not grow for ever. */
export const lastIds = (ids: readonly string[]): string[] => [...new Set(ids)].slice(-mostIds);

/** What the person's own acts make of what is known. */
function withActs(known: readonly Handoff[], acts: readonly HandoffAct[], me: Party): Handoff[] {
  const own: Handoff[] = [];
  for (const act of acts) {
    const before = [...own, ...known].find(({ id }) => id === act.id);
    const role = act.act === "offer" ? act.role : (before?.to.role ?? me.role);
    const after = actOn(before, act, { ...me, role });
    if (after) own.unshift(after);
  }
  return mergeHandoffs(known, own);
}

/**
 * Opens the board.
 *
 * @param changed Called when there is something new to draw.
 */
export async function openBoard(guest: Guest, changed: () => void): Promise<Board> {
  const { platform } = guest;
  const key = `handover-${partition(guest)}`;
  // From the beginning of this page on: what was done before this room was loaded counts.
  const fresh: BoardState = {
    ...{ since: platform.now() - performance.now(), known: [], thanks: [], acts: [], thanking: [] },
    ...{ asked: [], seen: [], notes: {} },
  };
  const valid = (value: unknown): BoardState => (isState(value) ? value : fresh);
  let state = fresh;
  const take = (next: BoardState): void => {
    const news = JSON.stringify(next) !== JSON.stringify(state);
    state = next;
    if (news) changed();
  };
  const me = (): Party => {
    const { name, roles } = guest.$person.get();
    return { role: roles[0] ?? "", me: true, ...(name ? { name } : {}) };
  };
  const board: Board = {
    state: () => state,
    handoffs: () => withActs(state.known, state.acts, me()),
    thanks: () => state.thanks.filter(({ from, to }) => from.me || to.me),
    // An older collector, or a disk, is not asked to keep the promise for us.
    othersThanks: () => state.thanks.filter(({ from, to, shown }) => shown && !from.me && !to.me),
    change: async (by) => {
      let next = state;
      await platform.store.update(key, (old) => {
        next = by(valid(old));
        return next;
      });
      take(next);
    },
    load: async () => take(valid(await platform.store.get(key))),
    missed: [],
    offering: null,
  };
  await board.change((old) => old);
  boards.set(guest, board);
  return board;
}
