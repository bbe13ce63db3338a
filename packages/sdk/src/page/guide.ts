import { fillTemplate, localiseJourney, matchPage, stepState, subjectHere } from "@waymark/engine";
import type { Step, Target } from "@waymark/schema";
import type { WritableAtom } from "nanostores";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest, Wanted } from "../runtime/guest.ts";
import type { GuideView } from "../runtime/runtime.ts";
import type { Finding } from "../targeting/decide.ts";
import type { Finder } from "../targeting/finder.ts";
import type { Hunt } from "./hunt.ts";
import { openPath } from "./open-path.ts";

/** How long a late element is awaited before the guide says that it is not there. */
const patienceMs = 6_000;

interface GuideStop {
  target: Target;
  say: string;
}

/** The guide on the real screen. */
export interface Guide {
  next(): void;
  back(): void;
  stop: Stop;
}

/** Whoever knows the way is shown the place and no more. */
function stopsOf(step: Step, light: boolean): GuideStop[] {
  const guidance = step.guide?.[light ? "light" : "full"];
  if (!light && guidance?.tour?.length) return guidance.tour;
  const { target, say: own } = step.do ?? {};
  return target ? [{ target, say: guidance?.say ?? own ?? step.heading ?? step.title }] : [];
}

/** A field is not done by pressing it, and no more is a form of them. */
function isField(element: Element): boolean {
  return element.matches(
    "input:not([type=button],[type=submit]), textarea, select, [contenteditable], [role=textbox], form, fieldset, [role=form]",
  );
}

/** Follows `$wanted`: opens the page, awaits the element, keeps to it while it is replaced, ends when the deed is done. */
export function createGuide(guest: Guest, finder: Finder, $guide: WritableAtom<GuideView | null>): Guide {
  const scope = createScope();
  const refs = guest.options.targets ?? {};
  let round = createScope();

  const isLight = ({ journey, step }: Wanted): boolean => guest.$light.get().has(`${journey}/${step}`);

  const found = (wanted: Wanted): { step: Step; subject: string | null } | null => {
    const document = guest.$documents.get().find(({ id }) => id === wanted.journey);
    const journey = document && localiseJourney(document, guest.locale);
    const step = journey?.steps.find(({ id }) => id === wanted.step);
    return journey && step ? { step, subject: wanted.subject ?? subjectHere(journey, guest.$scene.get()) } : null;
  };

  const seek = (wanted: Wanted, step: Step, index: number): void => {
    round.stop();
    round = createScope();
    const stops = stopsOf(step, isLight(wanted));
    const stop = stops[index];
    if (!stop) return;
    const of = { journey: wanted.journey, step: wanted.step, subject: wanted.subject || undefined };
    const base = { ...wanted, title: step.heading ?? step.title, say: stop.say, index, count: stops.length };
    let patience: Stop | undefined;
    let told = "";
    let last: Finding | undefined;
    let shown: GuideView | undefined;
    const show = (status: GuideView["status"], element: Element | null = null): void => {
      shown = { ...base, status, element };
      $guide.set(shown);
    };
    const lose = (): void => {
      show("lost");
      const props = { reason: (last?.way ?? "none") + (hunt?.note() ?? ""), runnerUp: last?.runnerUp ?? 0 };
      if (told !== "lost") guest.report({ type: "target.lost", ...of, props });
      told = "lost";
    };
    const stopWaiting = (): void => {
      patience?.();
      patience = undefined;
    };
    const wait = (): void => {
      patience ??= guest.platform.after(patienceMs, lose);
    };
    let hunt: Hunt | undefined;
    let hunting = false;
    // Few lists draw only the rows in view: what scrolls them comes when a row in a container is not there.
    const startHunt = (): void => {
      if (hunting || !JSON.stringify(stop.target).includes('"within"')) return;
      hunting = true;
      import("./hunt.ts").then(
        ({ createHunt }) => {
          if (!hunting) return;
          hunt = createHunt(stop.target, refs);
          hunt.start();
        },
        () => guest.fail("chunk"),
      );
    };
    const stopHunt = (): void => {
      hunting = false;
      hunt?.stop();
    };
    const heard = guest.guard("guide", (finding: Finding) => {
      last = finding;
      const { element, score, way, runnerUp } = finding;
      if (element) {
        stopWaiting();
        hunt?.stop();
        if (shown?.element !== element) show("found", element);
        const props = { way: way + (hunt?.note() ?? ""), score, runnerUp };
        if (told !== "found") guest.report({ type: "target.found", ...of, props });
        told = "found";
        return;
      }
      // The card must not point at nothing while the element is away.
      if (shown?.status === "found" || !shown) show("searching");
      if (shown?.status !== "lost") wait();
      if (way === "none" || way === "weak") startHunt();
    });
    // Pressing what the guide points at is the deed itself: go on, or get out of the way of what opens.
    const pressed = guest.guard("guide", (event: Event) => {
      // The page may have put another element there since the last frame.
      if (!$guide.get()?.element?.isConnected) heard(finder.find(stop.target));
      const element = $guide.get()?.element;
      if (!element || isField(element) || !event.composedPath().includes(element)) return;
      // A stand-in leads the way to the element that was meant first: look for that one now.
      const [first] = Array.isArray(stop.target) ? stop.target : [];
      if (first && finder.find(first).element !== element) return;
      if (index + 1 < stops.length) seek(wanted, step, index + 1);
      else guest.$wanted.set(null);
    });
    listen(round, document, "click", pressed, { capture: true });
    round.add(stopWaiting);
    round.add(stopHunt);
    const own = round;
    own.add(finder.await(stop.target, heard));
    // Looked for first: what is drawn before would have to be laid out for it.
    if (shown || own.stopped) return;
    show("searching");
    wait();
  };

  const end = (): void => {
    round.stop();
    if ($guide.get()) $guide.set(null);
  };

  const openPage = (step: Step, subject: string | null): void => {
    const scene = guest.$scene.get();
    const template = step.do?.open;
    if (template === undefined) return;
    const fill = (text: string): string => fillTemplate(text, scene, subject ?? "");
    const path = fillTemplate(template, scene, subject ?? "", encodeURIComponent);
    if (path.includes("{") || matchPage(template, scene.page ?? "", fill) !== null) return;
    (guest.options.navigate ?? openPath)(path);
  };

  const help = (wanted: Wanted, step: Step, subject: string | null): void => {
    const run = guest.$progress.get().journeys[wanted.journey]?.[subject ?? ""];
    const { attempt } = stepState(run, step.id);
    guest.session.helped.add(`${wanted.journey}/${subject ?? ""}/${step.id}/${attempt}`);
    guest.report({
      type: "step.helped",
      journey: wanted.journey,
      step: step.id,
      subject: subject || undefined,
      props: { attempt, guide: isLight(wanted) ? "light" : "full" },
    });
    const { action = "" } = step.do ?? {};
    // What the host's function throws is counted, and the guide goes on.
    guest.guard("action", () =>
      guest.options.actions?.[action]?.({ journey: wanted.journey, step: step.id, subject: subject || null }),
    )();
    openPage(step, subject);
  };

  const begin = guest.guard("guide", (wanted: Wanted | null) => {
    end();
    const here = wanted && found(wanted);
    if (!wanted || !here) return;
    const { step, subject } = here;
    guest.session.shown = wanted;
    if (wanted.at === undefined) help(wanted, step, subject);
    // Arriving may have been the deed itself.
    if (guest.$wanted.get() !== wanted) return;
    if (stopsOf(step, isLight(wanted)).length > 0) seek({ ...wanted, subject }, step, wanted.at ?? 0);
    else guest.$wanted.set(null);
  });

  const move = (by: number): void => {
    const shown = $guide.get();
    const here = shown && found(shown);
    if (shown && here && shown.index + by >= 0 && shown.index + by < shown.count) {
      seek({ journey: shown.journey, step: shown.step, subject: shown.subject }, here.step, shown.index + by);
    }
  };

  scope.add(guest.$wanted.subscribe(begin));
  // Doing the thing ends the guide: "Next" never completes a step.
  scope.add(
    guest.on("*", (happened) => {
      const wanted = guest.$wanted.get();
      const settles = happened.type === "step.completed" || happened.type === "step.skipped";
      if (wanted && settles && happened.journey === wanted.journey && happened.step === wanted.step)
        guest.$wanted.set(null);
    }),
  );
  scope.add(end);
  return { next: () => move(1), back: () => move(-1), stop: scope.stop };
}
