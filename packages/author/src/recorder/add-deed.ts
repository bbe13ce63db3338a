import type { Deed, HostEvent } from "./deed.ts";

/** The most deeds that are kept: whoever does more than this records more than one journey. */
export const mostDeeds = 100;

/** The list with one more deed. Two clicks in a row on one thing are one, and so is one field that is gone back to. */
export function addDeed(deeds: readonly Deed[], deed: Deed): readonly Deed[] {
  const last = deeds.at(-1);
  const again =
    last?.kind === deed.kind && last.page === deed.page && JSON.stringify(last.target) === JSON.stringify(deed.target);
  if (again && last.events.length === 0) return deeds;
  return deeds.length >= mostDeeds ? deeds : [...deeds, deed];
}

function changeLast(deeds: readonly Deed[], change: (last: Deed) => Deed): readonly Deed[] {
  const last = deeds.at(-1);
  return last ? [...deeds.slice(0, -1), change(last)] : deeds;
}

/** The last deed led to another page. A page that came without a deed is one itself. */
export function addMove(deeds: readonly Deed[], from: string, to: string): readonly Deed[] {
  if (from === to) return deeds;
  const last = deeds.at(-1);
  const stray: Deed = { ...nothing, kind: "page", page: from, to };
  if (!last || last.kind === "input") return [...deeds, stray];
  return changeLast(deeds, (each) => ({ ...each, to }));
}

const nothing = { target: {}, confidence: 1, runnerUp: 0, breaks: [], name: "", events: [] } as const;

/** What the host told belongs to what was done last; what it tells before anything was done is nobody's. */
export function addEvent(deeds: readonly Deed[], event: HostEvent): readonly Deed[] {
  return changeLast(deeds, (last) => (last.events.length >= 10 ? last : { ...last, events: [...last.events, event] }));
}
