import { matchJourney, type Subject } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { attempt } from "../ports/attempt.ts";
import type { Platform, Stop } from "../ports/platform.ts";
import { createGuest, currentSubjects, type Guest, type Person, type Request } from "../runtime/guest.ts";
import { keepProgress } from "../runtime/keep-progress.ts";
import { combineJourneys, loadJourneys } from "../runtime/load-journeys.ts";
import type { Consent, User, WaymarkOptions } from "../runtime/options.ts";
import { createRecorder } from "../telemetry/record.ts";
import type { Chunks } from "./chunks.ts";

/** One person's time in the page: from sign-in to sign-out. */
export interface Visit {
  guest: Guest;
  /** Resolves when the stored progress has been read. */
  kept: Promise<void>;
  /** What was tracked and not told yet. */
  untold(): readonly (readonly [name: string, props: unknown])[];
  declare(type: string, subjects: readonly Subject[]): void;
  use(journeys: readonly Journey[]): void;
  track(name: string, props?: unknown): void;
  request(request: Request): void;
  stop: Stop;
}

/** Events kept while journeys are on their way. */
const mostEarly = 100;

const deviceKey = "waymark-device";

/** A random id of this device for people without a name. */
function deviceId(platform: Platform): string {
  const fresh = `device-${platform.id(platform.now())}`;
  const known = attempt(() => localStorage.getItem(deviceKey));
  if (!known) attempt(() => localStorage.setItem(deviceKey, fresh));
  return known ?? fresh;
}

function toPerson(user: User | undefined, platform: Platform): Person {
  // Hosts hand over numbers, and empty texts for nobody.
  const id = String(user?.id ?? "") || deviceId(platform);
  return { ...user, id, token: user?.token || undefined, roles: [user?.roles ?? []].flat() };
}

/** Starts everything for one person. What cannot load costs the page nothing: it is counted and tried at the next visit. */
export function openVisit(chunks: Chunks, platform: Platform, options: WaymarkOptions, consent: Consent): Visit {
  const guest = createGuest(platform, options, toPerson(options.user, platform), consent);
  const { scope, $documents, $scene } = guest;
  const recorder = createRecorder(guest);
  scope.add(recorder.stop);
  const missing = (): void => guest.fail("chunk");
  let loading = false;
  let early: (readonly [name: string, props: unknown])[] | null = [];
  let own = options.journeys ?? [];
  let published: unknown;

  const offerAll = (): void => {
    const scene = $scene.get();
    for (const journey of $documents.get()) {
      const isNew = guest.$progress.get().journeys[journey.id]?.[""]?.offered === undefined;
      if (isNew && matchJourney(journey, scene, guest.$person.get().id)) guest.dispatch({ kind: "offer" }, journey.id);
    }
  };

  const overlay = (): void => {
    if (loading) return;
    loading = true;
    chunks
      .overlay()
      .then(({ startOverlay }) => {
        if (!scope.stopped) scope.add(startOverlay(guest));
      })
      .catch(missing);
  };

  /** Events tracked before the journeys were there are told once they are. */
  const tellEarly = (): void => {
    const told = early ?? [];
    early = null;
    for (const [name, props] of told) guest.track(name, props);
  };

  /** New journeys, a new page, other roles: who is offered what, and which record is open. */
  const arrive = guest.guard("arrive", () => {
    const page = platform.page.path();
    guest.updateScene({ page, current: currentSubjects($documents.get(), page) });
    offerAll();
    guest.dispatch({ kind: "scene" });
    if ($documents.get().length === 0) return;
    tellEarly();
    scope.add(platform.whenIdle(overlay));
  });

  const giveJourneys = (): void => {
    if (!scope.stopped) $documents.set(combineJourneys(own, published));
  };
  /** A collector that does not answer is asked again a minute later; what was tracked until then waits. */
  const load = (): Promise<void> =>
    loadJourneys(guest, (list) => {
      published = list;
      giveJourneys();
    }).then(tellEarly, () => {
      guest.fail("journeys");
      if (own.length > 0) tellEarly();
      scope.add(platform.after(60_000, () => void load()));
    });

  const declare = (type: string, subjects: readonly Subject[]): void => {
    const known = $scene.get().subjects;
    const added = Object.fromEntries(subjects.map((subject) => [subject.id, subject]));
    guest.updateScene({ subjects: { ...known, [type]: { ...known[type], ...added } } });
  };

  const begin = async (): Promise<void> => {
    await kept;
    if (scope.stopped) return;
    for (const [type, list] of Object.entries(options.subjects ?? {})) declare(type, list);
    scope.add($documents.listen(arrive));
    scope.add(platform.page.onPath(arrive));
    if (options.key && options.collector) {
      scope.add(
        platform.whenIdle(() => {
          chunks
            .delivery()
            .then(({ startDelivery }) => {
              if (!scope.stopped) scope.add(startDelivery(guest, recorder));
            })
            .catch(missing);
        }),
      );
    }
    giveJourneys();
    await load();
  };
  const kept = keepProgress(guest).then(scope.add);
  begin().catch(() => guest.fail("start"));

  return {
    guest,
    declare,
    kept,
    untold: () => early ?? [],
    use: (journeys) => {
      own = combineJourneys(journeys, own);
      giveJourneys();
    },
    track: (name, props) => {
      if (!early) guest.track(name, props);
      else if (early.length < mostEarly) early.push([name, props]);
    },
    request: (request) => {
      guest.$request.set(request);
      overlay();
    },
    stop: scope.stop,
  };
}
