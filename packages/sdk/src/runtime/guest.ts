import {
  type AllowedEvents,
  allowedEvents,
  createJourneyIndex,
  type Effect,
  emptyProgress,
  emptyScene,
  type HostFact,
  isProgress,
  type JourneyView,
  matchPage,
  mergeProgress,
  observe,
  plainProps,
  type Scene,
  travellingProps,
} from "@waymark/engine";
import type { Journey, Progress, Runs, Scalar } from "@waymark/schema";
import type { WritableAtom } from "nanostores";
import { attempt } from "../ports/attempt.ts";
import type { Platform } from "../ports/platform.ts";
import { createScope, type Scope } from "../ports/scope.ts";
import type { Happening } from "./happening.ts";
import type { Consent, NewsItem, User, WaymarkOptions } from "./options.ts";
import { createSession, type Session } from "./session.ts";
import type { Settings } from "./settings.ts";
import type { RoomName, Surface } from "./surface.ts";

export type { Happening } from "./happening.ts";

/** The person in front of the screen, resolved. */
export interface Person extends User {
  id: string;
  roles: readonly string[];
}

/** A fact without its scene: the guest knows the scene. */
export type WithoutScene<T> = T extends { scene: Scene } ? Omit<T, "scene"> : never;

/** One of the engine's folds: `observe` for what the host says, `command` for what the person does with the guide. */
export type Fold<F> = (journey: Journey, runs: Runs, fact: F, now: number) => [Runs, Effect[]];

/** Where the guide should point: a step somebody asked to be shown. */
export interface Wanted {
  journey: string;
  step: string;
  subject: string | null;
  /** The stop at which the guide goes on after the page was loaded anew; it opens no page then. */
  at?: number | undefined;
}

/** What the host asks of the overlay: to open a surface, to begin or show a step, or to move the guide. */
export interface Request {
  do: "launcher" | "panel" | "brief" | RoomName | "begin" | "show" | "next" | "back";
  journey?: string | undefined;
  step?: string | undefined;
  subject?: string | undefined;
}

/** An event of this page that no answer has come for yet. */
export interface Unsent {
  /** As it is stored and sent, JSON. */
  text: string;
  /** `false`: the disk refused it, so that it lives as long as the page. Missing: the disk has not answered yet. */
  stored?: boolean;
}

/** The state and the actions that every room of the SDK shares. */
export interface Guest {
  readonly platform: Platform;
  readonly options: WaymarkOptions;
  readonly scope: Scope;
  /** All that belongs to the present person; stopped and made anew when somebody else signs in. */
  readonly $person: WritableAtom<Person>;
  /** What holds: the host's consent, or the person's objection. */
  readonly $consent: WritableAtom<Consent>;
  /** The host says anew whether the person consents. */
  setConsent(consent: Consent): void;
  readonly $documents: WritableAtom<readonly Journey[]>;
  readonly $progress: WritableAtom<Progress>;
  readonly $scene: WritableAtom<Scene>;
  /** What the person has set for themselves on this device (`settings.ts`). */
  readonly $settings: WritableAtom<Settings>;
  /** What an interface draws; the overlay fills it. */
  readonly $journeys: WritableAtom<readonly JourneyView[]>;
  readonly $surface: WritableAtom<Surface>;
  /** News the host wants to tell. */
  readonly $news: WritableAtom<readonly NewsItem[]>;
  readonly $wanted: WritableAtom<Wanted | null>;
  /** Steps at which this person needs a word only, `journey/step`; the care service knows. */
  readonly $light: WritableAtom<ReadonlySet<string>>;
  /** What the host asked for last through the public face; the overlay answers it once it is there. */
  readonly $request: WritableAtom<Request | null>;
  /** Events of this page that no answer has come for yet, oldest first: what leaving the page sends once more. */
  readonly unsent: Map<string, Unsent>;
  /** How often this page has forgotten the person: what was read before that must not travel any more. */
  readonly $erasures: WritableAtom<number>;
  readonly session: Session;
  /** The person's language, a BCP 47 tag: their own choice, else the host's. */
  readonly locale: string;
  /** Folds what the host and its page say into all journeys it can change, or into one. */
  dispatch(fact: WithoutScene<HostFact>, journey?: string): void;
  /** Folds a fact into one journey; the overlay brings the fold along, so that the boot chunk need not hold it. */
  run<F extends { scene: Scene }>(fold: Fold<F>, fact: WithoutScene<F>, journey: string): void;
  /** Tells listeners and telemetry. */
  report(happening: Omit<Happening, "at">): void;
  on(type: string, listener: (happening: Happening) => void): () => void;
  track(name: string, props?: unknown): void;
  /** Joins progress from another tab or device; what is none is passed over. */
  join(progress: unknown): void;
  updateScene(change: Partial<Scene>): void;
  /**
   * Makes a journey of the library whole that came as an index; the library's service knows how. Rejects where it cannot be
   * had now.
   */
  bring?: ((journey: Journey) => Promise<void>) | undefined;
  /** Failures by reason: the host page never pays, but nothing is hidden. */
  readonly failures: Readonly<Record<string, number>>;
  fail(reason: string): void;
  guard<A extends unknown[]>(reason: string, call: (...args: A) => void): (...args: A) => void;
}

/** Records whose page is open, by the `per.page` pattern of the journeys. */
export function currentSubjects(journeys: readonly Journey[], path: string): Record<string, string> {
  const current: Record<string, string> = {};
  for (const { per } of journeys) {
    if (typeof per !== "object" || !per.page) continue;
    const id = matchPage(per.page, path)?.id;
    if (id !== undefined) current[per.subject] ??= id;
  }
  return current;
}

/** Hosts write `en_US`, or nothing that is a language: the browser's own then. */
function localeOf(wanted: string): string {
  return attempt(() => Intl.getCanonicalLocales(wanted.replace("_", "-"))[0]) ?? navigator.language;
}

function toHappening(effect: Effect, journey: string): Happening {
  const { type, subject, at, ...props } = effect;
  const { step, ...rest } = props as { step?: string } & Record<string, unknown>;
  return { type, journey, step, subject: subject || undefined, at, props: rest };
}

/** Makes the shared state. Nothing is started yet. */
export function createGuest(platform: Platform, options: WaymarkOptions, person: Person, consent: Consent): Guest {
  const { atom } = platform;
  const scope = createScope();
  const failures: Record<string, number> = {};
  const listeners = new Map<string, Set<(happening: Happening) => void>>();
  const $person = atom<Person>(person);
  const $consent = atom<Consent>(consent);
  const $documents = atom<readonly Journey[]>([]);
  const $progress = atom<Progress>(emptyProgress());
  const $scene = atom<Scene>({
    ...emptyScene,
    page: platform.page.path(),
    roles: person.roles,
    traits: person.traits ?? {},
  });
  const $settings = atom<Settings>({});
  let hosts = consent;
  /** Whoever objects to sending is stronger than the host; the host's consent comes back with their own. */
  const obey = (): void => $consent.set($settings.get().sending ?? hosts);
  scope.add($settings.listen(obey));
  const locale = localeOf(options.locale ?? document.documentElement.lang);
  const session = createSession(platform, "waymark-session");
  let index = createJourneyIndex([]);
  let allowed: AllowedEvents = new Map();
  scope.add(
    $documents.listen((documents) => {
      index = createJourneyIndex(documents);
      // The library asks for none: the steps that a person does on it are told as steps.
      allowed = allowedEvents(documents.filter(({ library }) => !library));
    }),
  );

  const fail = (reason: string): void => {
    failures[reason] = (failures[reason] ?? 0) + 1;
  };
  const guard =
    <A extends unknown[]>(reason: string, call: (...args: A) => void) =>
    (...args: A): void => {
      try {
        call(...args);
      } catch {
        fail(reason);
      }
    };

  const tell = (happening: Happening): void => {
    if (happening.type === "step.completed") {
      const { attempt } = happening.props;
      const key = `${happening.journey}/${happening.subject ?? ""}/${happening.step}/${String(attempt)}`;
      if (session.helped.has(key)) happening.props.helped = true;
    }
    for (const name of [happening.type, "*"]) {
      for (const listener of listeners.get(name) ?? []) guard("listener", listener)(happening);
    }
  };

  const foldInto = <F extends { scene: Scene }>(fold: Fold<F>, whole: F, targets: readonly Journey[]): void => {
    const now = platform.now();
    const told: Happening[] = [];
    const before = $progress.get().journeys;
    let journeys = before;
    for (const journey of targets) {
      const runs = journeys[journey.id] ?? {};
      const [after, effects] = fold(journey, runs, whole, now);
      if (after !== runs) journeys = { ...journeys, [journey.id]: after };
      told.push(...effects.map((effect) => toHappening(effect, journey.id)));
    }
    if (journeys !== before) $progress.set({ ...$progress.get(), journeys });
    told.forEach(tell);
  };
  const only = (id: string): Journey[] => $documents.get().filter((journey) => journey.id === id);

  const run: Guest["run"] = (fold, fact, id) => {
    foldInto(fold, { ...fact, scene: $scene.get() } as unknown as Parameters<typeof fold>[2], only(id));
  };

  const dispatch: Guest["dispatch"] = (fact, id) => {
    const whole = { ...fact, scene: $scene.get() } as HostFact;
    foldInto(observe, whole, id === undefined ? index.affected(whole) : only(id));
  };

  const track = guard("track", (name: string, given?: unknown) => {
    const props: Record<string, Scalar> = plainProps(given);
    const travelling = travellingProps(allowed, name, props);
    if (travelling) tell({ type: `host.${name}`, at: platform.now(), props: travelling });
    dispatch({ kind: "event", name, props });
  });

  return {
    platform,
    options,
    scope,
    $person,
    $consent,
    setConsent: (next) => {
      hosts = next;
      obey();
    },
    $documents,
    $progress,
    $scene,
    $settings,
    $journeys: atom<readonly JourneyView[]>([]),
    $surface: atom<Surface>({ name: "closed" }),
    $news: atom<readonly NewsItem[]>([options.announcements ?? []].flat()),
    $wanted: atom<Wanted | null>(null),
    $light: atom<ReadonlySet<string>>(new Set()),
    $request: atom<Request | null>(null),
    unsent: new Map(),
    $erasures: atom(0),
    session,
    get locale() {
      return $settings.get().language ?? locale;
    },
    dispatch,
    run,
    report: (happening) => tell({ ...happening, at: platform.now() }),
    on: (type, listener) => {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set.add(listener));
      return () => set.delete(listener);
    },
    track,
    join: (other) => {
      if (!isProgress(other)) return;
      const before = $progress.get();
      const merged = mergeProgress(before, other);
      if (JSON.stringify(merged) !== JSON.stringify(before)) $progress.set(merged);
    },
    updateScene: (change) => {
      $scene.set({ ...$scene.get(), ...change });
      dispatch({ kind: "scene" });
    },
    failures,
    fail,
    guard,
  };
}
