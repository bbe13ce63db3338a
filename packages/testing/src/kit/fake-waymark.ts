import type { Happening, JourneyView, Progress, Surface, Waymark } from "@waymark/sdk";
import { atom, type WritableAtom } from "nanostores";

/** A guest that does nothing but remember what it was told. */
export interface FakeWaymark extends Waymark {
  /** What was called, in order: `["track", "deal.created", { dealId: "17" }]`. */
  readonly calls: readonly (readonly unknown[])[];
  readonly $journeys: WritableAtom<readonly JourneyView[]>;
  readonly $progress: WritableAtom<Progress>;
  readonly $surface: WritableAtom<Surface>;
  /** Tells who listens that something happened; `at` is 0 unless given. */
  happen(type: string, more?: Partial<Omit<Happening, "type">>): void;
}

/**
 * A guest for unit tests of a host's own code: no chunk, no storage, no request. Stores are written by the test.
 *
 * @example
 * ```ts
 * const waymark = createFakeWaymark();
 * saveDeal(waymark, deal);
 * expect(waymark.calls).toEqual([["track", "deal.created", { dealId: "17" }]]);
 * ```
 */
export function createFakeWaymark(): FakeWaymark {
  const calls: (readonly unknown[])[] = [];
  const listeners = new Set<{ type: string; listener: (happening: Happening) => void }>();
  const note =
    (name: string) =>
    (...args: unknown[]): void =>
      void calls.push([name, ...args]);
  const $surface = atom<Surface>({ name: "closed" });
  return {
    calls,
    problem: null,
    start: () => {
      calls.push(["start"]);
      return note("stop");
    },
    identify: note("identify"),
    track: note("track"),
    setSubjects: note("setSubjects"),
    announce: note("announce"),
    begin: note("begin"),
    open: (name, of) => {
      calls.push(of === undefined ? ["open", name] : ["open", name, of]);
      $surface.set({ ...of, name } as Surface);
    },
    close: () => {
      calls.push(["close"]);
      $surface.set({ name: "closed" });
    },
    use: note("use"),
    show: note("show"),
    next: note("next"),
    back: note("back"),
    on: (type, listener) => {
      const entry = { type, listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    explain: async (journey) => {
      calls.push(["explain", journey]);
      return null;
    },
    setConsent: note("setConsent"),
    erase: async () => void calls.push(["erase"]),
    reset: note("reset"),
    $journeys: atom<readonly JourneyView[]>([]),
    $progress: atom<Progress>({ format: "waymark.progress/1", journeys: {} }),
    $surface,
    happen: (type, more = {}) => {
      const happening = { at: 0, props: {}, ...more, type };
      for (const each of listeners) if (each.type === type || each.type === "*") each.listener(happening);
    },
  };
}
