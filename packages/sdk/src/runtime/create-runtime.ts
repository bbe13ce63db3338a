import { type Command, command, isHeldOut, subjectHere, subjectTypeOf } from "@waymark/engine";
import type { Journey, Step } from "@waymark/schema";
import type { ReadableAtom } from "nanostores";
import { createSay, type Words } from "../overlay/say.ts";
import { core } from "../overlay/words/en/core.ts";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Dated } from "./dated.ts";
import type { Guest, Happening, Request, WithoutScene } from "./guest.ts";
import type { LatePage } from "./late-page.ts";
import { readLook } from "./look.ts";
import type { Announcement, Filling, Look, Runtime } from "./runtime.ts";
import { readSettings } from "./settings.ts";
import type { RoomName, Surface } from "./surface.ts";
import { createViews } from "./views.ts";

/** A page that turns dark has done so this long after the press of its switch. */
const turnedMs = 400;

/** What a host may open. Under another name nothing would be drawn, and the launcher would wait for it to be closed. */
const surfaces = "launcher panel brief map library gains settings".split(" ");

/** Tomorrow at six in the person's morning: when "Not now" ends. */
function tomorrowMorning(now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + 1);
  return date.setHours(6, 0, 0, 0);
}

/** What a finished step sounds like: "Log the call, done. Next: Send the quote." */
function announce(runtime: Runtime, journey: string, happened: Happening): string | null {
  // A way of the library leaves the list with its last step.
  const views = [...runtime.$journeys.get(), runtime.$current.get()];
  const view = views.find((each) => each?.id === journey);
  const station = view?.stations.find(({ id }) => id === happened.step);
  if (!view || !station) return null;
  const next = view.here === null ? undefined : view.stations[view.here];
  return next
    ? runtime.say("announce.done", { step: station.title, next: next.title })
    : runtime.say("announce.finished", { step: station.title, journey: view.title });
}

/** Puts together what the overlay reads and calls. */
export function createRuntime(
  guest: Guest,
  page: LatePage,
  [words, locale]: [Words, string],
  $dated: ReadableAtom<Dated | null>,
): { runtime: Runtime; stop: Stop } {
  const { $surface, $wanted, options, platform } = guest;
  const { atom } = platform;
  const scope = createScope();
  const views = createViews(guest, $dated);
  scope.add(views.stop);
  const say = createSay(words, options.texts, locale);
  // Where a language lacks a word.
  say.learn(core);
  const $fillings = atom<readonly Filling[]>([]);
  const $announcement = atom<Announcement | null>(null);
  const $walked = atom<{ journey: string; subject: string | null; step: string } | null>(null);
  const $look = atom<Look>(readLook(options, say.locale, readSettings(guest)));
  const look = guest.guard("look", () => {
    const next = readLook(options, say.locale, readSettings(guest));
    if (JSON.stringify(next) !== JSON.stringify($look.get())) $look.set(next);
  });
  scope.add($surface.listen(look));
  scope.add($wanted.listen(look));
  scope.add(guest.$settings.listen(look));
  listen(scope, matchMedia("(prefers-color-scheme: dark)"), "change", look);
  let turning: Stop | undefined;
  scope.add(() => turning?.());
  const pressed = (): void => {
    turning?.();
    turning = platform.after(turnedMs, look);
  };
  listen(scope, document, "click", pressed, { capture: true });

  const act = (fact: WithoutScene<Command>, journey: string): void => guest.run(command, fact, journey);
  /** Held out for comparison: the host may ask for it too, and nothing comes. */
  const isKept = (journey: Journey): boolean =>
    isHeldOut(journey, guest.$person.get().id, guest.$progress.get().journeys[journey.id]);
  const stepOf = (journey: string, step: string): Step | undefined =>
    guest.$documents
      .get()
      .find(({ id }) => id === journey)
      ?.steps.find(({ id }) => id === step);

  /** A room opened from the panel leads back to it. */
  const openRoom = (name: RoomName, of?: Parameters<Runtime["open"]>[1]): void => {
    const before = $surface.get();
    // While a guide runs it has the page for itself; whoever asks for a room has left it.
    if ($wanted.get()) $wanted.set(null);
    $surface.set({ ...of, name, back: "back" in before ? before.back : before.name === "panel" ? before : undefined });
  };

  const open: Runtime["open"] = (surface, of) => {
    if (surface !== "launcher" && surface !== "panel" && surface !== "brief") {
      openRoom(surface, of);
      return;
    }
    const journey = of?.journey ?? views.$journeys.get()[0]?.id;
    const document = guest.$documents.get().find(({ id }) => id === journey);
    // A journey that is not there (any more), or is kept from the person, has nothing to show: the list of those that are.
    if (surface === "launcher" || journey === undefined || !document || isKept(document)) {
      $surface.set({ name: "launcher" });
      return;
    }
    // The record whose page is open is not pinned: the panel goes along when the person opens the next one.
    const own = subjectTypeOf(document) === null;
    const follows = own || of?.subject === subjectHere(document, guest.$scene.get());
    $surface.set({ name: surface, journey, subject: follows ? undefined : of?.subject } as Surface);
    if (isAway(guest, journey)) act({ kind: "hide", until: 0 }, journey);
    if (surface === "brief") guest.report({ type: "brief.shown", journey, props: {} });
    else if (surface === "panel") showStation(journey);
  };

  const showStation = (journey: string): void => {
    views.look();
    const view = views.$current.get();
    const station = view && view.here !== null ? view.stations[view.here] : undefined;
    if (view && station) {
      guest.report({ type: "step.shown", journey, step: station.id, subject: view.subject || undefined, props: {} });
    }
  };

  const show: Runtime["show"] = (journey, step, subject) => {
    const document = guest.$documents.get().find(({ id }) => id === journey);
    if (document && isKept(document)) return;
    act({ kind: "begin", subject: subject ?? "", step }, journey);
    $wanted.set({ journey, step, subject });
  };

  const runtime: Runtime = {
    $surface,
    $journeys: views.$journeys,
    $current: views.$current,
    $guide: page.$guide,
    $announcement,
    $look,
    $walked,
    nonce: options.nonce ?? null,
    say,
    speak: (next, tag) => {
      say.speak(next, tag);
      look();
      runtime.redraw();
    },
    guest,
    $fillings,
    fill: (filling) => {
      say.learn(filling.words ?? {});
      $fillings.set([...$fillings.get(), filling]);
      return () => $fillings.set($fillings.get().filter((each) => each !== filling));
    },
    redraw: () => $fillings.set([...$fillings.get()]),
    announce: (text) => $announcement.set({ text }),
    open,
    close: () => $surface.set({ name: "closed" }),
    answerBrief: (journey, answer) => {
      const surface = $surface.get();
      act({ kind: "answer", answer }, journey);
      if (answer === "later") $surface.set({ name: "closed" });
      else open("panel", { journey, subject: "subject" in surface ? surface.subject : undefined });
    },
    act: (journey, step, subject) => {
      act({ kind: "begin", subject: subject ?? "", step }, journey);
      const todo = stepOf(journey, step)?.do;
      if (todo?.target || todo?.open || todo?.action) $wanted.set({ journey, step, subject });
    },
    show,
    next: page.next,
    back: page.back,
    find: page.find,
    stopGuide: () => $wanted.set(null),
    tick: (journey, step, subject) => act({ kind: "tick", subject: subject ?? "", step }, journey),
    untick: (journey, step, subject) => act({ kind: "untick", subject: subject ?? "", step }, journey),
    skip: (journey, step, subject) => act({ kind: "skip", subject: subject ?? "", step }, journey),
    hide: (journey, forGood) => {
      act({ kind: "hide", until: forGood ? null : tomorrowMorning(platform.now()) }, journey);
      $surface.set({ name: "closed" });
    },
  };

  const answerRequest = (request: Request): void => {
    const { do: what, journey, step, subject } = request;
    if (what === "next" || what === "back") runtime[what]();
    else if (what === "begin" && journey) act({ kind: "begin", subject: subject ?? "", step }, journey);
    else if (what === "show" && journey && step) show(journey, step, subject ?? null);
    else if (what !== "begin" && what !== "show" && (surfaces.includes(what) || options.surfaces?.[what]))
      open(what, { journey, subject });
  };
  /** What was asked for before the journeys were there is answered once they are. */
  const takeRequest = (): void => {
    const request = guest.$request.get();
    if (request === null || guest.$documents.get().length === 0) return;
    guest.$request.set(null);
    answerRequest(request);
  };
  scope.add(guest.$request.subscribe(takeRequest));
  scope.add(guest.$documents.listen(takeRequest));
  scope.add(
    guest.on("*", (happened) => {
      if (happened.type !== "step.completed" || !happened.journey || !happened.step) return;
      const surface = $surface.get();
      const text = announce(runtime, happened.journey, happened);
      if (text) $announcement.set({ text });
      if (surface.name === "panel" && surface.journey === happened.journey) {
        $walked.set({ journey: happened.journey, subject: happened.subject ?? null, step: happened.step });
      }
    }),
  );
  return { runtime, stop: scope.stop };
}

function isAway(guest: Guest, journey: string): boolean {
  const until = guest.$progress.get().journeys[journey]?.[""]?.hidden?.until;
  return until === null || (until !== undefined && until > guest.platform.now());
}
