import {
  type Finished,
  laterKey,
  newsKey,
  nextNews,
  nextQuestion,
  nextReturn,
  type PacingRule,
  pacingRules,
  type Question,
  questionKey,
  snoozeUntil,
} from "@waymark/engine";
import { ask as words } from "../../overlay/words/en/ask.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { NewsItem } from "../../runtime/options.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { mayPrompt, pacingFacts, promptClosed, promptShown } from "../may-prompt.ts";
import type { Asked } from "./asked.ts";
import { mark, marksOf, marksUnder } from "./marks.ts";

/** A question about a step finished longer ago is no question "after the task" any more. */
const freshMs = 10 * 60_000;
/** A browser's timer ends here; what lies beyond is looked at with the next page. */
const mostTimerMs = 2 ** 31 - 1;
/** What may not be shown now is looked at again after this. */
const againMs = 5_000;
const asks = "ask/";
/** Rules about what the person was shown unasked. What they put off themselves they have asked for. */
const aboutUnasked: readonly PacingRule[] = ["back-off", "two a week", "one a session"];

type Found = { news: NewsItem; wanted: boolean } | { question: Question };

/** Whether something the person put off until now may come: at a breakpoint, too, and not while all is paused. */
function mayReturn(guest: Guest): boolean {
  return pacingRules(pacingFacts(guest)).every(({ rule, holds }) => holds || aboutUnasked.includes(rule));
}

/** Answers count only where they are sent and counted. */
function isHeard({ options, $consent }: Guest): boolean {
  return Boolean(options.key && options.collector) && $consent.get() === "granted";
}

function report(guest: Guest, { kind, journey, step }: Question, score: number): void {
  if (kind === "ease") guest.report({ type: "step.rated", journey, step, props: { score } });
  else guest.report({ type: "survey.answered", props: { question: kind, score } });
}

/** The step a question is about, by its title. */
function aboutOf(runtime: Runtime, { journey, step }: Question): string | undefined {
  const view = runtime.$journeys.get().find(({ id }) => id === journey);
  return view?.stations.find(({ id }) => id === step)?.heading;
}

function follow(runtime: Runtime, { action }: NewsItem): void {
  if (action?.journey !== undefined) runtime.open("panel", { journey: action.journey });
  else runtime.close();
  const { guest } = runtime;
  const path = action?.open;
  if (path === undefined) return;
  if (guest.options.navigate) guest.options.navigate(path);
  // Part of the guide's room, and seldom needed here.
  else import("../../page/open-path.ts").then(({ openPath }) => openPath(path)).catch(() => guest.fail("chunk"));
}

/** Brings one question after a finished step, and news, each at a breakpoint and within the bounds of pacing. */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const { platform, $surface, $news } = guest;
  let finished: (Finished & { at: number }) | null = null;
  let again: Stop = () => undefined;
  let unwatch: Stop = () => undefined;
  runtime.say.learn(words);

  const question = (now: number): Question | null => {
    if (!finished || now - finished.at > freshMs || !isHeard(guest)) return null;
    const { journey, step } = finished;
    return nextQuestion(guest.$progress.get(), { journey, step }, marksUnder(guest, asks), now);
  };

  /** What may be shown this moment, if anything; `undefined`: nothing waits. */
  const choose = (): Found | null | undefined => {
    const now = platform.now();
    const marks = marksOf(guest);
    const putOff = (news: NewsItem): boolean => marks[laterKey(news)] !== undefined;
    const back = nextNews($news.get().filter(putOff), marks, now);
    const fresh = nextNews(
      $news.get().filter((news) => !putOff(news)),
      marks,
      now,
    );
    const asked = question(now);
    if (!back && !fresh && !asked) return undefined;
    if (document.visibilityState !== "visible") return null;
    if (back && mayReturn(guest)) return { news: back, wanted: true };
    if (!mayPrompt(guest).ok) return null;
    if (fresh) return { news: fresh, wanted: false };
    return asked && { question: asked };
  };

  /** Shows it until the person has settled it; what they put aside by opening something else comes again. */
  const present = (kind: "ask" | "banner", of: Asked, name: string, closed: () => boolean, wanted = false): void => {
    const shownAt = platform.now();
    runtime.open("ask", { of });
    if (!wanted) promptShown(guest, kind);
    runtime.announce(runtime.say(`ask.here.${kind}`, { name }));
    const stop = $surface.listen((now) => {
      if (now.name === "ask") return;
      stop();
      // What was taken up was no interruption; what gave way to something else was not closed.
      if (now.name === "closed" && !closed() && !wanted) promptClosed(guest, kind, platform.now() - shownAt);
    });
    scope.add(stop);
  };

  const askQuestion = (question: Question): void => {
    mark(guest, asks + questionKey(question), platform.now());
    finished = null;
    let answered = false;
    const answer = (score: number): void => {
      answered = true;
      report(guest, question, score);
      runtime.close();
      runtime.announce(runtime.say("ask.noted"));
    };
    const about = aboutOf(runtime, question);
    present("ask", { question, about, answer }, runtime.say(`ask.${question.kind}`), () => answered);
  };

  const tell = (news: NewsItem, wanted: boolean): void => {
    let settled = false;
    const settle = (name: string, at: number): void => {
      settled = true;
      mark(guest, name, at);
    };
    const asked: Asked = {
      news,
      take: () => {
        settle(newsKey(news), platform.now());
        follow(runtime, news);
      },
      snooze: (snooze) => {
        settle(laterKey(news), snoozeUntil(snooze, platform.now()));
        runtime.close();
        wait();
      },
    };
    const closed = (): boolean => {
      const before = settled;
      if (!before) settle(newsKey(news), platform.now());
      return before;
    };
    const before = marksOf(guest)[newsKey(news)];
    /** What was closed, taken up or put off in another tab, or on another device, goes here too. */
    const elsewhere = (): void => {
      const now = $surface.get();
      if (settled || now.name !== "ask" || now.of !== asked || marksOf(guest)[newsKey(news)] === before) return;
      settled = true;
      runtime.close();
      wait();
    };
    present("banner", asked, news.title, closed, wanted);
    unwatch();
    unwatch = guest.$progress.listen(guest.guard("news", elsewhere));
  };

  const wait = (): void => {
    again();
    const now = platform.now();
    const found = choose();
    const back = nextReturn($news.get(), marksOf(guest), now);
    if (found !== undefined) again = platform.after(againMs, wait);
    else if (back !== null && back - now < mostTimerMs) again = platform.after(back - now, wait);
    if (found && "news" in found) tell(found.news, found.wanted);
    else if (found) askQuestion(found.question);
  };
  scope.add(
    guest.on("step.completed", ({ journey, step, at }) => {
      if (!journey || !step) return;
      finished = { journey, step, at };
      wait();
    }),
  );
  scope.add($news.subscribe(guest.guard("news", wait)));
  scope.add(() => again());
  scope.add(() => unwatch());
  return scope.stop;
}
