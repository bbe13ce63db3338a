import { isFrom, type Place } from "@waymark/engine";
import type { HandoffAct } from "@waymark/schema";
import type { Guest } from "../../runtime/guest.ts";
import { type Board, lastIds } from "./board.ts";

/** Longest note, question or thanks; the collector takes no more. */
export const longest = 200;

const placeKey = ({ journey, step, subject }: Omit<Place, "attempt">): string => `${journey}/${step}/${subject}`;

const doing = (board: Board, act: HandoffAct): Promise<void> =>
  board.change((state) =>
    state.acts.some(({ id, act: of }) => id === act.id && of === act.act)
      ? state
      : { ...state, acts: [...state.acts, act] },
  );

/** Takes over what was offered to one of the person's roles. */
export function accept(guest: Guest, board: Board, id: string): Promise<void> {
  return doing(board, { act: "accept", id, at: guest.platform.now() });
}

/** Gives it back with a question. */
export function giveBack(guest: Guest, board: Board, id: string, reason: string): Promise<void> {
  return doing(board, { act: "return", id, reason: reason.trim().slice(0, longest), at: guest.platform.now() });
}

/** Offers what is due. What another tab offered a moment ago is on the disk already. */
export function offer(
  guest: Guest,
  board: Board,
  due: readonly (Place & {
    to: string;
    at: number;
    onward?: { journey: string; step?: string | undefined } | undefined;
  })[],
): Promise<void> {
  const { platform, $person } = guest;
  const role = $person.get().roles[0] ?? "";
  return board.change((state) => {
    const notes = { ...state.notes };
    const acts = [...state.acts];
    for (const each of due) {
      const { journey, step, subject, attempt, to, onward, at } = each;
      const known = state.known.some((handoff) => isFrom(handoff, each));
      const waiting = acts.some(
        (act) => act.act === "offer" && placeKey(act) === placeKey(each) && act.attempt === attempt,
      );
      if (known || waiting) continue;
      const note = notes[placeKey(each)];
      delete notes[placeKey(each)];
      const base = { act: "offer", id: platform.id(at), journey, step, subject, attempt, role, to, at } as const;
      acts.push({ ...base, ...(onward ? { onward } : {}), ...(note ? { note } : {}) });
    }
    return { ...state, acts, notes };
  });
}

/** Takes back what nobody has taken over: the step was not done after all. */
export function withdraw(guest: Guest, board: Board, place: Place): Promise<void> {
  const handoff = board.handoffs().find((each) => isFrom(each, place) && !each.accepted && !each.returned);
  if (!handoff) return Promise.resolve();
  return doing(board, { act: "withdraw", id: handoff.id, at: guest.platform.now() });
}

/** Keeps the answer to a question until the step is done again: it goes along with the next offer. */
export function note(board: Board, place: Omit<Place, "attempt">, text: string): Promise<void> {
  const line = text.trim().slice(0, longest);
  return board.change((state) => ({
    ...state,
    notes: { ...state.notes, ...(line ? { [placeKey(place)]: line } : {}) },
  }));
}

/** Thanks whoever took it over. */
export function thank(guest: Guest, board: Board, handoff: string, text: string): Promise<void> {
  const { platform } = guest;
  const at = platform.now();
  const line = text.trim().slice(0, longest);
  return board.change((state) => ({
    ...state,
    asked: lastIds([...state.asked, handoff]),
    thanking: [...state.thanking, { act: "send", id: platform.id(at), handoff, text: line, at }],
  }));
}

/** Forgets a thank-you that did not arrive: it was read, or goes once more. */
export function dropUnsent(board: Board, id: string): Promise<void> {
  return board.change((state) => ({ ...state, unsent: (state.unsent ?? []).filter((each) => each.id !== id) }));
}

/** Whether others may see a thank-you the person got. */
export function show(board: Board, id: string, shown: boolean): Promise<void> {
  return board.change((state) => ({
    ...state,
    thanks: state.thanks.map((each) => (each.id === id ? { ...each, shown } : each)),
    thanking: [...state.thanking.filter((each) => each.id !== id), { act: "show", id, shown }],
  }));
}

/** A thank-you for this was offered: never again, after this page. */
export function asked(board: Board, handoff: string): Promise<void> {
  if (board.state().asked.includes(handoff)) return Promise.resolve();
  return board.change((state) => ({ ...state, asked: lastIds([...state.asked, handoff]) }));
}

/** These were looked at. */
export function saw(board: Board, ids: readonly string[]): Promise<void> {
  const { seen } = board.state();
  if (ids.every((id) => seen.includes(id))) return Promise.resolve();
  return board.change((state) => ({ ...state, seen: lastIds([...state.seen, ...ids]) }));
}
