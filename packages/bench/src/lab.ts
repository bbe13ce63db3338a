import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { launchBrowser } from "../../testing/src/browser.ts";
import { bundlePeer, installPeers } from "./bundle.ts";
import { type SubjectHost, serveSubject } from "./serve.ts";
import { control, type Subject } from "./subjects.ts";

const probe: string = fileURLToPath(new URL("page/probe.js", import.meta.url));

/** What the page says of a subject; `peers/adapters/*.js` make it. */
export interface Guide {
  start(steps: readonly Step[]): unknown;
  next(): unknown;
  stop(): unknown;
  card(): Element | null;
  button(): HTMLElement | null;
  ring(): Box | null;
}

/** One step of a tour: by a selector for everybody, and for Waymark by a descriptor where that is the point. */
export interface Step {
  selector: string;
  target?: unknown;
  text: string;
}

/** In px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `src/page/probe.js`. */
export interface Probe {
  boxOf(element: Element): Box;
  isSeen(element: Element | null): boolean;
  isShown(text: string): boolean;
  painted(holds: () => boolean, patienceMs: number): Promise<number>;
  timeTo(call: () => unknown, text: string, patienceMs?: number): Promise<number>;
  gone(patienceMs?: number): Promise<number>;
}

declare global {
  interface Window {
    bench: Guide;
    probe: Probe;
  }
}

/** A page of its own context, as for a person who comes for the first time. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  cdp: CDPSession;
  url: string;
  close(): Promise<void>;
}

/** One browser, and a host for each subject. */
export interface Lab {
  browser: Browser;
  rounds: number;
  subjects: readonly Subject[];
  examples: string;
  /** Opens the subject's empty page of the same origin; the page to measure is still to be asked for. */
  visit(subject: Subject, settings?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** The steps that the timings show. */
export const steps: readonly Step[] = [
  { selector: "#first", target: { testId: "first" }, text: "Press here first." },
  { selector: "#second", target: { testId: "second" }, text: "Then press here." },
  { selector: "#third", target: { testId: "third" }, text: "At last press here." },
];

export async function openLab(subjects: readonly Subject[], rounds: number, examples: string): Promise<Lab> {
  await installPeers();
  const hosts = new Map<string, SubjectHost>();
  for (const subject of [control, ...subjects]) {
    const bundle = subject.kind === "peer" ? await bundlePeer(subject) : null;
    hosts.set(subject.name, await serveSubject(subject, bundle, examples));
  }
  const browser = await launchBrowser();
  return {
    browser,
    rounds,
    subjects,
    examples,
    visit: async (subject, settings) => {
      const url = hosts.get(subject.name)?.url ?? "";
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...settings });
      await context.addInitScript({ path: probe });
      const page = await context.newPage();
      await page.goto(`${url}/bench/blank/`);
      const cdp = await context.newCDPSession(page);
      return { page, context, cdp, url, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await Promise.all([...hosts.values()].map((host) => host.close()));
    },
  };
}

/** The subjects in another order each round, so that what drifts on the machine meets all alike. */
export function inTurn(subjects: readonly Subject[], round: number): Subject[] {
  const by = (round * 3) % subjects.length;
  return [...subjects.slice(by), ...subjects.slice(0, by)];
}

/** Visits every subject once a round. */
export async function inRounds(
  subjects: readonly Subject[],
  rounds: number,
  each: (subject: Subject, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of inTurn(subjects, round)) await each(subject, round);
  }
}

/**
 * Measures every subject, and the page without one before and after them: what that costs is the mean of both, so that
 * neither the first nor the last visit of a round decides.
 */
export async function besideEmpty<T>(
  subjects: readonly Subject[],
  round: number,
  measure: (subject: Subject) => Promise<T>,
  mean: (one: T, other: T) => T,
): Promise<{ empty: T; empties: [before: T, after: T]; own: Map<string, T> }> {
  const own = new Map<string, T>();
  const before = await measure(control);
  for (const subject of inTurn(subjects, round)) own.set(subject.name, await measure(subject));
  const after = await measure(control);
  return { empty: mean(before, after), empties: [before, after], own };
}

/** Visits every subject once, three at a time: for what is counted and not timed, and waits most of its time. */
export async function together(subjects: readonly Subject[], each: (subject: Subject) => Promise<void>): Promise<void> {
  const waiting = [...subjects];
  const work = async (): Promise<void> => {
    for (let subject = waiting.shift(); subject; subject = waiting.shift()) await each(subject);
  };
  await Promise.all([work(), work(), work()]);
}

/** What Chromium's main thread did since the visit's counters were switched on. */
export interface MainThread {
  /** All tasks: script, promises, style, layout, paint. */
  taskMs: number;
  /** Script alone; leaves out what runs in promises. */
  scriptMs: number;
  heapBytes: number;
}

/**
 * Switches the counters on. They count processor time, not the clock's: on a machine that does other things as well a task
 * that waits for its turn would look expensive.
 */
export async function countMainThread(cdp: CDPSession): Promise<void> {
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
}

export async function readMainThread(cdp: CDPSession): Promise<MainThread> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { taskMs: of("TaskDuration") * 1000, scriptMs: of("ScriptDuration") * 1000, heapBytes: of("JSHeapUsedSize") };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
