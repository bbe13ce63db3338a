import type { JourneyView, Subject } from "@waymark/engine";
import type { Journey, Progress } from "@waymark/schema";
import { atom, type ReadableAtom } from "nanostores";
import { createBrowserPlatform } from "../platform/browser.ts";
import type { Platform, Stop } from "../ports/platform.ts";
import type { Happening, Request } from "../runtime/guest.ts";
import { combineJourneys } from "../runtime/load-journeys.ts";
import type { Consent, User, WaymarkOptions } from "../runtime/options.ts";
import type { Surface } from "../runtime/runtime.ts";
import type { Chunks } from "./chunks.ts";
import { openVisit, type Visit } from "./visit.ts";

/** The guest in a page. Nothing happens before `start()`. */
export interface Waymark {
  /** Why the guest stays inert; `null` when all is well. */
  readonly problem: string | null;
  /** Starts, and returns what stops it: no listener, timer, observer or node stays. */
  start(): Stop;
  /** Somebody signed in, or their roles, traits or token changed. What was done before under no name becomes theirs. */
  identify(user: User): void;
  /** Something happened in the host app. Plain props only; they leave the page only where a journey reads them. */
  track(name: string, props?: Record<string, unknown>): void;
  /** Declares the records of a type. Those declared before and not named again stay. */
  setSubjects(type: string, subjects: readonly Subject[]): void;
  begin(journey: string, of?: { subject?: string }): void;
  open(surface: "launcher" | "panel" | "brief", of?: { journey?: string; subject?: string }): void;
  close(): void;
  /** More journeys at run time. */
  use(journeys: readonly Journey[]): void;
  /** The guide on the real screen, by hand. */
  show(journey: string, step: string, of?: { subject?: string }): void;
  next(): void;
  back(): void;
  /** Hears one type of happening (`step.completed`), or all with `*`. Returns what ends it. */
  on(type: string, listener: (happening: Happening) => void): Stop;
  /** Why a journey is (not) shown, rule by rule; `null` where it is not known. */
  explain(journey: string): Promise<unknown>;
  setConsent(consent: Consent): void;
  /**
   * Forgets this person on this device: progress, and events that were not sent. What a signed person's collector holds
   * stays there, and comes back with the next exchange, until the project's owner erases it.
   */
  erase(): Promise<void>;
  /** The person signed out: the guest goes on without a name. Their progress stays for their return. */
  reset(): void;
  /** What an interface draws, for one of your own; filled once the overlay is there. */
  readonly $journeys: ReadableAtom<readonly JourneyView[]>;
  readonly $progress: ReadableAtom<Progress>;
  readonly $surface: ReadableAtom<Surface>;
}

/** Options by the type they must have where they are given. */
const kinds = {
  string: "key collector consent locale nonce",
  object: "user subjects targets conditions texts theme",
  function: "navigate",
};

/**
 * What bad options come to: an inert guest that says why, never an exception in the host page. `options_missing`: no
 * options at all. `user_invalid`, `theme_invalid` ...: the option is of another type. `collector_missing`, `key_missing`:
 * the one goes with the other. `no_source`: neither `key` with `collector` nor `journeys`.
 */
function problemOf(options: WaymarkOptions): string | null {
  if (options !== Object(options)) return "options_missing";
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names.split(" ") as (keyof WaymarkOptions)[]) {
      if (options[name] != null && typeof options[name] !== kind) return `${name}_invalid`;
    }
  }
  const { key, collector, journeys } = options;
  if (journeys && !Array.isArray(journeys)) return "journeys_invalid";
  if (key) return collector ? null : "collector_missing";
  if (journeys) return null;
  return collector ? "key_missing" : "no_source";
}

/** Records as they may be used: what is no list is none, and what has no id is no record. */
const records = (list: unknown): Subject[] => (Array.isArray(list) ? list.filter((each) => each?.id) : []);

function defaultConsent(): Consent {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl || doNotTrack === "1" ? "denied" : "granted";
}

/** Makes the guest from its options, its chunks and, in tests, a world of one's own. */
export function createWaymarkWith(chunks: Chunks, given: WaymarkOptions, world?: Platform): Waymark {
  const problem = problemOf(given);
  const options: WaymarkOptions = problem ? {} : { ...given, collector: given.collector?.replace(/\/+$/, "") };
  const platform = world ?? createBrowserPlatform();
  const $progress = atom<Progress>({ format: "waymark.progress/1", journeys: {} });
  const $surface = atom<Surface>({ name: "closed" });
  const $journeys = atom<readonly JourneyView[]>([]);
  const listeners = new Set<{ type: string; listener: (happening: Happening) => void; stop: Stop }>();
  const subjects: Record<string, Subject[]> = Object.fromEntries(
    Object.entries(options.subjects ?? {}).map(([type, list]) => [type, records(list)]),
  );
  let user: User = options.user ?? {};
  let extra: Journey[] = [];
  let consent = options.consent ?? defaultConsent();
  let visit: Visit | null = null;

  const openAnew = (): void => {
    visit?.stop();
    visit = openVisit(
      chunks,
      platform,
      { ...options, user, subjects, journeys: combineJourneys(extra, options.journeys) },
      consent,
    );
    const { guest } = visit;
    guest.scope.add(guest.$progress.subscribe((progress) => $progress.set(progress)));
    guest.scope.add(guest.$surface.subscribe((surface) => $surface.set(surface)));
    guest.scope.add(guest.$journeys.subscribe((journeys) => $journeys.set(journeys)));
    for (const each of listeners) each.stop = guest.on(each.type, each.listener);
  };

  const inVisit = (act: (open: Visit) => void): void => {
    if (visit) act(visit);
  };

  const ask = (request: Request): void => inVisit((open) => open.request(request));

  return {
    problem,
    start: () => {
      if (problem) console.warn(`[waymark] ${problem}`);
      else if (!visit) openAnew();
      return () => {
        visit?.stop();
        visit = null;
      };
    },
    identify: (next) => {
      const { id } = user;
      const before = visit;
      // Another person brings nothing along: not the roles, not the token of the one before.
      const same = !id || !next.id || next.id === id;
      user = same ? { ...user, ...next } : next;
      if (!before) return;
      // A fresh token for the same person disturbs nothing.
      if (id && same && !next.roles && !next.traits) {
        before.guest.$person.get().token = next.token;
        return;
      }
      openAnew();
      if (id) return;
      const after = visit as unknown as Visit;
      for (const [name, props] of before.untold()) after.track(name, props);
      // Work done before the sign-in goes along, once.
      Promise.all([chunks.overlay(), before.kept]).then(
        ([{ handOver }]) => handOver(before.guest, after.guest),
        () => after.guest.fail("chunk"),
      );
    },
    track: (name, props) => inVisit((open) => open.track(name, props)),
    setSubjects: (type, list) => {
      // Of two records with one id the later one counts.
      const given = records(list);
      subjects[type] = [...(subjects[type] ?? []), ...given];
      inVisit((open) => open.declare(type, given));
    },
    begin: (journey, of) => ask({ do: "begin", journey, ...of }),
    open: (surface, of) => ask({ do: surface, ...of }),
    close: () => inVisit(({ guest }) => guest.$surface.set({ name: "closed" })),
    use: (journeys) => {
      extra = combineJourneys(journeys, extra);
      inVisit((open) => open.use(journeys));
    },
    show: (journey, step, of) => ask({ do: "show", journey, step, ...of }),
    next: () => ask({ do: "next" }),
    back: () => ask({ do: "back" }),
    on: (type, listener) => {
      const entry = { type, listener, stop: visit?.guest.on(type, listener) ?? (() => undefined) };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
        entry.stop();
      };
    },
    explain: async (journey) => {
      const overlay = await chunks.overlay().catch(() => null);
      return visit && overlay ? overlay.explainJourney(visit.guest, journey) : null;
    },
    setConsent: (next) => {
      consent = next;
      inVisit(({ guest }) => guest.$consent.set(next));
    },
    erase: async () => {
      if (visit) await (await chunks.overlay()).erase(visit.guest, await chunks.delivery());
    },
    reset: () => {
      user = {};
      if (visit) openAnew();
    },
    $journeys,
    $progress,
    $surface,
  };
}
