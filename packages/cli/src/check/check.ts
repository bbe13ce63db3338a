import type { Journey } from "@waymark/schema";
import type { Browser, BrowserContext } from "playwright-core";
import { Failure } from "../failure.ts";
import { startBrowser } from "./driver.ts";
import { createEventSigns } from "./event-signs.ts";
import type { Finding } from "./finding.ts";
import { type LookOptions, lookBeyond, lookOnPage } from "./look-at-step.ts";
import { startVisitor, type Visitor } from "./open.ts";
import { planVisits, recordPatterns, type Visit } from "./plan.ts";
import { findRecords, pathsOf, type Records } from "./records.ts";
import { targetingSource } from "./targeting.ts";

/** What to check, where, and as whom. */
export interface CheckOptions {
  journeys: readonly Journey[];
  /** The address of the running app. */
  url: string;
  /** How a role signs in: a path of the app, or a file with Playwright's storage state. */
  signIn: Readonly<Record<string, { path: string } | { state: string }>>;
  /** Ids of records by type; what is left out is looked for by links. */
  records: Readonly<Record<string, string[]>>;
  /** Folders and files of the app's own code, in which events are looked for too. */
  sources: readonly string[];
  /** Events that something else tells, a server say. */
  sent: readonly string[];
  timeout: number;
  shots: string | null;
  /** Hears of each step that was looked at. */
  onStep?: ((done: number, of: number) => void) | undefined;
}

const broken = (findings: readonly Finding[]): boolean => findings.some(({ verdict }) => verdict === "broken");

async function atRecords(visitor: Visitor, visit: Visit, paths: readonly string[], options: LookOptions) {
  let first: Finding[] | undefined;
  for (const path of paths) {
    const place = await visitor.open(path);
    // The first is waited for as long as it takes; the others show what a page at rest holds.
    const seen = await lookOnPage(visitor, { ...place, path }, visit, {
      ...options,
      patient: options.patient && !first,
    });
    // One record in the right state is enough: a ticket that somebody has taken has no button to take it.
    if (!broken(seen)) return seen;
    first ??= seen;
  }
  return first ?? [];
}

/** A step that names no page is looked for where the steps before it were. */
async function onKnownPages(visitor: Visitor, visit: Visit, pages: readonly string[], options: LookOptions) {
  for (const path of pages.slice(0, 5)) {
    const seen = await lookOnPage(visitor, { ...(await visitor.open(path)), path }, visit, {
      ...options,
      timeout: 500,
    });
    if (!broken(seen)) return seen;
  }
  const { journey, step, role } = visit;
  const says = "not on the pages of its journey: name its page with do.open, so that it can be looked for.";
  const base = { journey: journey.id, step: step.id, role, page: null, verdict: "later" as const, says };
  return visit.needs.flatMap(({ kind, part }) => (kind === "target" ? [{ ...base, part }] : []));
}

async function lookAt(
  visitor: Visitor,
  visit: Visit,
  records: Records,
  pages: readonly string[],
  options: LookOptions,
) {
  const { journey, step, role, page } = visit;
  const beyond = (): Promise<Finding[]> => lookBeyond(visitor, visit, options);
  if (page === null) return [...(await onKnownPages(visitor, visit, pages, options)), ...(await beyond())];
  const paths = pathsOf(page, records);
  if (paths !== null) return [...(await atRecords(visitor, visit, paths, options)), ...(await beyond())];
  const type = /\{([\w-]+)\.id\}/.exec(page)?.[1] ?? "record";
  const says = `no ${type} was found to open it with: name one with --record ${type}=ID.`;
  const base = { journey: journey.id, step: step.id, role, part: "page", page };
  return [{ ...base, verdict: "broken" as const, cause: "record_missing" as const, says }, ...(await beyond())];
}

/** Pages that the steps of one journey name, without those of records. */
const plainPages = (visits: readonly Visit[]): string[] => [
  ...new Set(visits.flatMap(({ page }) => (page === null || /[{:*]/.test(page) ? [] : [page]))),
];

type Enter = () => Promise<Visitor>;

async function walkRole(
  visits: readonly Visit[],
  enter: Enter,
  options: CheckOptions,
  look: LookOptions,
  tell: () => void,
) {
  const findings: Finding[] = [];
  let visitor = await enter();
  const journeys = visits.map(({ journey }) => journey);
  const records = await findRecords(
    visitor,
    recordPatterns(journeys),
    options.records,
    plainPages(visits),
    options.timeout,
  );
  for (const visit of visits) {
    const same = visits.filter(({ journey }) => journey === visit.journey);
    const pages = [...plainPages(same), ...same.flatMap(({ page }) => (page && pathsOf(page, records)) || [])];
    const known = [...new Set(pages)];
    let seen = await lookAt(visitor, visit, records, known, look);
    if (broken(seen)) {
      // Nothing is called broken that was looked at once: a slow start looks the same. A fresh window signs in again.
      await visitor.close();
      visitor = await enter();
      seen = await lookAt(visitor, visit, records, known, { ...look, patient: true });
    }
    findings.push(...seen);
    tell();
  }
  await visitor.close();
  return findings;
}

/** Switches the app's own guide off (docs/testing.md): a check is no person, and is not to be counted as one. */
function switchOff(): void {
  const off = (): boolean => {
    document.documentElement?.setAttribute("data-waymark", "off");
    return document.documentElement !== null;
  };
  if (off()) return;
  const observer = new MutationObserver(() => {
    if (off()) observer.disconnect();
  });
  observer.observe(document, { childList: true });
}

async function contextOf(
  browser: Browser,
  signIn: CheckOptions["signIn"][string] | undefined,
): Promise<BrowserContext> {
  const state = signIn && "state" in signIn ? signIn.state : undefined;
  const settings = { viewport: { width: 1280, height: 800 }, ...(state ? { storageState: state } : {}) };
  const context = await browser.newContext(settings);
  await context.addInitScript(switchOff);
  return context;
}

/**
 * Opens every page of every journey in a real browser as every role that meets it, and looks for what each step needs with
 * the guide's own targeting. Presses nothing: the app's data stay as they are.
 *
 * @throws A {@link Failure} where nothing can be looked at: no browser, no app, a role that nobody can sign in as.
 */
export async function checkJourneys(options: CheckOptions): Promise<Finding[]> {
  const roles = Object.keys(options.signIn);
  const visits = planVisits(options.journeys, roles);
  const all = [...new Set(visits.map(({ role }) => role))];
  const unknown = roles.length === 0 ? [] : all.filter((role) => role !== "everybody" && !roles.includes(role));
  if (unknown.length > 0) throw new Failure("role_unknown", `Nobody says how ${unknown.join(", ")} sign in.`);
  const signs = createEventSigns(options.sources, options.sent);
  const look: LookOptions = { timeout: options.timeout, shots: options.shots, signs, patient: false };
  const source = targetingSource();
  const browser = await startBrowser();
  let done = 0;
  const tell = (): void => options.onStep?.(++done, visits.length);
  try {
    const findings: Finding[] = [];
    for (const role of all) {
      const by = options.signIn[role];
      const enter = async (): Promise<Visitor> => {
        const context = await contextOf(browser, by);
        signs.follow(context);
        return startVisitor(context, { base: options.url, signIn: by && "path" in by ? by.path : undefined, source });
      };
      const own = visits.filter((visit) => visit.role === role);
      findings.push(...(await walkRole(own, enter, options, look, tell)));
    }
    return findings;
  } finally {
    await browser.close();
  }
}
