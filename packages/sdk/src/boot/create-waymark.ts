import { type JourneyView, matchRoles, type Subject } from "@waymark/engine";
import type { Journey, Progress } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import { createBrowserPlatform } from "../platform/browser.ts";
import { attempt } from "../ports/attempt.ts";
import type { Platform, Stop } from "../ports/platform.ts";
import { createScope, type Scope } from "../ports/scope.ts";
import type { Happening, Request } from "../runtime/guest.ts";
import { loadJourneys } from "../runtime/load-journeys.ts";

import type { Consent, NewsItem, User, WaymarkOptions } from "../runtime/options.ts";
import type { Surface } from "../runtime/surface.ts";
import type { Chunks } from "./chunks.ts";
import type { Visit } from "./visit.ts";

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
  /** Tells something new, once to each person: a banner that comes at a breakpoint, never at once. */
  announce(news: NewsItem): void;
  begin(journey: string, of?: { subject?: string }): void;
  /** Opens a surface; `map` is My map. */
  open(
    surface: "launcher" | "panel" | "brief" | "map" | "library" | "gains" | "settings",
    of?: { journey?: string; subject?: string },
  ): void;
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
  object: "user subjects targets conditions texts theme roles",
  function: "navigate onRequest",
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

/** Whether a list holds a journey for one of the roles; what cannot be read is for nobody. */
function isFor(list: unknown, roles: readonly string[]): boolean {
  return Array.isArray(list) && list.some((each) => attempt(() => matchRoles(each, { roles })));
}
/** Records as they may be used: what is no list is none, and what has no id is no record. */
const records = (list: unknown): Subject[] => (Array.isArray(list) ? list.filter((each) => each?.id) : []);

function defaultConsent(): Consent {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl || doNotTrack === "1" ? "denied" : "granted";
}

/** Calls kept while the journeys or the visit are on their way. */
const mostWaiting = 100;
/** A collector that does not answer is asked again after this time. */
const againMs = 60_000;

/** A collector that turns the page away (its origin, its key) says why: else nothing at all would be seen of it. */
async function tellRefusal(answer: Partial<Response>): Promise<void> {
  if (answer.status !== 401 && answer.status !== 403) return;
  const told = (await answer.json?.()) as { detail?: unknown } | undefined;
  if (told?.detail) console.warn(`[waymark] ${told.detail}`);
}

/** Makes the guest from its options, its chunks and, in tests, a world of one's own. */
export function createWaymarkWith(chunks: Chunks, given: WaymarkOptions, world?: Platform): Waymark {
  const problem = problemOf(given);
  const options: WaymarkOptions = problem ? {} : { ...given, collector: given.collector?.replace(/\/+$/, "") };
  const platform = world ?? createBrowserPlatform();
  const { atom } = platform;
  const $progress = atom<Progress>({ format: "waymark.progress/1", journeys: {} });
  const $surface = atom<Surface>({ name: "closed" });
  const $journeys = atom<readonly JourneyView[]>([]);
  const listeners = new Set<{ type: string; listener: (happening: Happening) => void; stop: Stop }>();
  const subjects: Record<string, Subject[]> = Object.fromEntries(
    Object.entries(options.subjects ?? {}).map(([type, list]) => [type, records(list)]),
  );
  let user: User = options.user ?? {};
  let extra: readonly unknown[] = [];
  let consent = options.consent ?? defaultConsent();
  /** From `start()` to `stop()` for one person. */
  let stay: Scope | null = null;
  let visit: Visit | null = null;
  let waiting: ((open: Visit) => void)[] = [];
  /** Looks whether there is something for this person; `always`: somebody asks why there is not. */
  let consider: (always?: boolean) => void = () => undefined;

  const inVisit = (act: (open: Visit) => void): void => {
    if (visit) act(visit);
    else if (stay && waiting.length < mostWaiting) waiting.push(act);
  };

  const leave = (): void => {
    stay?.stop();
    visit?.stop();
    visit = stay = null;
  };

  /** One person's stay: looks for journeys that are for them, and only then loads what works with them. */
  const stayAnew = (before: Visit | null): void => {
    leave();
    const scope = createScope();
    stay = scope;
    let published: unknown;
    let entered = false;
    let refused = false;
    const roles = [user.roles ?? []].flat();
    const hosts = options.locale || document.documentElement.lang;
    let asked = hosts;
    const lists = (): unknown[] => [...extra, options.journeys, published];
    const enter = (): void => {
      entered = true;
      chunks
        .visit()
        .then(({ openVisit }) => {
          if (scope.stopped) return;
          const open = openVisit(platform, { ...options, user, subjects }, consent);
          const { guest } = open;
          visit = open;
          guest.scope.add(guest.$progress.subscribe((progress) => $progress.set(progress)));
          guest.scope.add(guest.$surface.subscribe((surface) => $surface.set(surface)));
          guest.scope.add(guest.$journeys.subscribe((journeys) => $journeys.set(journeys)));
          for (const each of listeners) each.stop = guest.on(each.type, each.listener);
          open.give(...lists());
          // Whoever has chosen another language than the page's needs its texts too.
          guest.scope.add(
            guest.$settings.subscribe(({ language = hosts }) => {
              if (language !== asked) load(language);
            }),
          );
          if (before) open.inherit(before);
          const acts = waiting;
          waiting = [];
          for (const act of acts) act(open);
        })
        .catch(() => {
          entered = false;
        });
    };
    consider = (always) => {
      if (visit) visit.give(...lists());
      else if (!entered && (always || before || lists().some((list) => isFor(list, roles)))) enter();
    };
    const load = (language: string): Promise<void> => {
      asked = language;
      return loadJourneys(platform, options, roles, language, (list) => {
        // The answer for another language may come later than the one that is wanted now.
        if (language !== asked) return;
        published = list;
        if (!scope.stopped) consider();
      }).catch((refusal: Partial<Response>) => {
        scope.add(platform.after(againMs, () => load(asked)));
        if (!refused) tellRefusal(refusal).catch(() => undefined);
        refused = true;
      });
    };
    consider();
    load(hosts);
  };

  const ask = (request: Request): void => inVisit((open) => open.request(request));

  return {
    problem,
    start: () => {
      if (problem) console.warn(`[waymark] ${problem}`);
      else if (!stay) stayAnew(null);
      return leave;
    },
    identify: (next) => {
      const { id } = user;
      // Another person brings nothing along: not the roles, not the token of the one before.
      const same = !id || !next.id || next.id === id;
      user = same ? { ...user, ...next } : next;
      if (!stay) return;
      // A fresh token for the same person disturbs nothing.
      if (visit && id && same && !next.roles && !next.traits) visit.guest.$person.get().token = next.token;
      else {
        // What somebody else did under their own name is not this person's.
        if (id) waiting = [];
        stayAnew(id ? null : visit);
      }
    },
    track: (name, props) => inVisit((open) => open.track(name, props)),
    setSubjects: (type, list) => {
      // Of two records with one id the later one counts.
      const given = records(list);
      subjects[type] = [...(subjects[type] ?? []), ...given];
      visit?.declare(type, given);
    },
    announce: (news) => inVisit(({ guest: { $news } }) => $news.set([...$news.get(), news])),
    begin: (journey, of) => ask({ do: "begin", journey, ...of }),
    open: (surface, of) => ask({ do: surface, ...of }),
    close: () => inVisit(({ guest }) => guest.$surface.set({ name: "closed" })),
    use: (journeys) => {
      extra = [journeys, ...extra];
      consider();
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
    explain: (journey) =>
      new Promise((resolve) => {
        if (!stay) resolve(null);
        inVisit((open) => resolve(open.explain(journey)));
        consider(true);
      }),
    setConsent: (next) => {
      consent = next;
      visit?.guest.setConsent(next);
    },
    erase: async () => {
      await visit?.erase();
      // From here on they are somebody who was never here.
      if (visit) stayAnew(null);
    },
    reset: () => {
      user = {};
      waiting = [];
      if (stay) stayAnew(null);
    },
    $journeys,
    $progress,
    $surface,
  };
}
