import { isHeldOut, isMeantFor, type Subject } from "@waymark/engine";
import { attempt } from "../ports/attempt.ts";
import type { Platform } from "../ports/platform.ts";
import { combineJourneys } from "../runtime/combine-journeys.ts";
import { isDated } from "../runtime/dated.ts";
import { forgetProgress } from "../runtime/forget-progress.ts";
import { createGuest, currentSubjects, type Person } from "../runtime/guest.ts";
import { keepProgress } from "../runtime/keep-progress.ts";
import { keepSettings } from "../runtime/keep-settings.ts";
import type { Consent, User, WaymarkOptions } from "../runtime/options.ts";
import { deviceKey } from "../runtime/session.ts";
import { createRecorder } from "../telemetry/record.ts";
import type { Visit } from "./visit.ts";

/** Events kept while stored progress is on its way. */
const mostEarly = 100;

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
export function openVisit(world: Platform, options: WaymarkOptions, consent: Consent): Visit {
  const platform = { ...world, store: options.storage ?? world.store };
  const guest = createGuest(platform, options, toPerson(options.user, platform), consent);
  const { scope, $documents, $scene } = guest;
  const recorder = createRecorder(guest);
  scope.add(recorder.stop);
  const missing = (): void => guest.fail("chunk");
  let loading = false;
  let early: (readonly [name: string, props: unknown])[] | null = [];
  let given: readonly unknown[] = [];
  let ready = false;

  const offerAll = (): void => {
    const scene = $scene.get();
    for (const journey of $documents.get()) {
      const isNew = guest.$progress.get().journeys[journey.id]?.[""]?.offered === undefined;
      if (isNew && isMeantFor(journey, scene))
        guest.dispatch({ kind: isHeldOut(journey, guest.$person.get().id) ? "hold" : "offer" }, journey.id);
    }
  };

  const overlay = (): void => {
    if (loading) return;
    loading = true;
    // Beside what asks for it.
    if ($documents.get().some(isDated)) import("./dated-chunk.ts").catch(missing);
    import("./overlay-chunk.ts")
      .then(({ startOverlay }) => startOverlay(guest))
      .then(scope.add)
      .catch(missing);
  };
  const deliver = (): void => {
    import("./delivery-chunk.ts")
      .then(({ startDelivery }) => {
        if (!scope.stopped) scope.add(startDelivery(guest, recorder));
      })
      .catch(missing);
  };

  /** New journeys, a new page, other roles: who is offered what, and which record is open. */
  const arrive = guest.guard("arrive", () => {
    const page = platform.page.path();
    guest.updateScene({ page, current: currentSubjects($documents.get(), page) });
    offerAll();
    guest.dispatch({ kind: "scene" });
    if ($documents.get().length === 0) return;
    const told = early ?? [];
    early = null;
    for (const [name, props] of told) guest.track(name, props);
    scope.add(platform.whenIdle(overlay));
  });

  // Heard before the overlay hears: what was tracked comes before what was asked for.
  scope.add($documents.listen(arrive));

  const giveJourneys = (): void => {
    if (ready && !scope.stopped) $documents.set(combineJourneys(...given));
  };

  const declare = (type: string, subjects: readonly Subject[]): void => {
    const known = $scene.get().subjects;
    const added = Object.fromEntries(subjects.map((subject) => [subject.id, subject]));
    guest.updateScene({ subjects: { ...known, [type]: { ...known[type], ...added } } });
  };

  const begin = async (): Promise<void> => {
    // Nothing is sent before it is known whether the person objects.
    await Promise.all([kept, keepSettings(guest).then(scope.add)]);
    if (scope.stopped) return;
    for (const [type, list] of Object.entries(options.subjects ?? {})) declare(type, list);
    scope.add(platform.page.onPath(arrive));
    if (options.key && options.collector) scope.add(platform.whenIdle(deliver));
    ready = true;
    giveJourneys();
  };
  const kept = keepProgress(guest).then(scope.add);
  begin().catch(() => guest.fail("start"));

  const track = (name: string, props?: unknown): void => {
    if (!early) guest.track(name, props);
    else if (early.length < mostEarly) early.push([name, props]);
  };
  return {
    guest,
    give: (...lists) => {
      given = lists;
      giveJourneys();
    },
    declare,
    kept,
    untold: () => early ?? [],
    inherit: (from) => {
      for (const [name, props] of from.untold()) track(name, props);
      from.kept
        .then(() => {
          guest.join(from.guest.$progress.get());
          return forgetProgress(from.guest);
        })
        .catch(() => guest.fail("storage"));
    },
    track,
    request: (request) => {
      guest.$request.set(request);
      overlay();
    },
    explain: async (journey) => {
      await kept;
      return (await import("./explain-chunk.ts")).explainJourney(guest, journey);
    },
    erase: async () => (await import("./after-chunk.ts")).erasePerson(guest),
    stop: scope.stop,
  };
}
