import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { matchPage } from "@waymark/engine";
import type { Target } from "@waymark/schema";
import type { EventSigns } from "./event-signs.ts";
import type { Cause, Finding } from "./finding.ts";
import { look, mark, type Seen, unmark } from "./look.ts";
import type { Opened, Visitor } from "./open.ts";
import type { Need, Visit } from "./plan.ts";

/** How a step is looked at. */
export interface LookOptions {
  /** The longest that a target is waited for, ms. */
  timeout: number;
  /** Wait all that time, even where the page has come to rest without it. */
  patient: boolean;
  /** The folder of the pictures; `null`: none are made. */
  shots: string | null;
  signs: EventSigns;
}

type Place = Opened & { path: string };

const everyMs = 100;
const reasons: Record<string, Cause> = {
  ambiguous: "target_ambiguous",
  hidden: "target_hidden",
  weak: "target_weak",
};

/** How long after a page has come to rest something may still come up, ms. */
const afterRestMs = 400;

async function waitFor(visitor: Visitor, place: Opened, target: Target, { timeout, patient }: LookOptions) {
  const began = Date.now();
  let until = began + timeout;
  if (!patient)
    void place.settle().then(
      () => {
        until = Math.min(until, Date.now() + afterRestMs);
      },
      // The page is gone: the next look says so.
      () => undefined,
    );
  for (;;) {
    const seen = await place.ask((targeting) => look(targeting, target));
    if (seen.found || Date.now() >= until) return seen;
    await visitor.page.waitForTimeout(everyMs);
  }
}

/** What is wrong with the page itself, if anything is. */
async function misled(place: Place): Promise<{ cause: Cause; says: string } | undefined> {
  const at = await place.settle();
  if (place.status >= 400) return { cause: "page_gone", says: `answers ${place.status}: correct do.open.` };
  if (matchPage(place.path, at) !== null) return undefined;
  return { cause: "page_moved", says: `leads to ${at}, and it is not there: correct do.open.` };
}

function missing({ way, alike }: Seen): { cause: Cause; says: string } {
  const cause = reasons[way] ?? "target_missing";
  const others = alike.length > 0 ? ` There are ${alike.map((each) => `"${each}"`).join(", ")}.` : "";
  const says: Record<string, string> = {
    target_ambiguous: "several elements fit equally well: add within, near or a test id.",
    target_hidden: "it is there, but nobody sees it: correct the page, or the target.",
    target_weak: `only something faintly alike is there.${others} Pick the target again.`,
    target_missing: `nothing on the page fits.${others} Pick the target again, or give the role access.`,
  };
  return { cause, says: says[cause] ?? "" };
}

async function shoot(visitor: Visitor, place: Opened, visit: Visit, target: Target | null, options: LookOptions) {
  if (options.shots === null) return undefined;
  await mkdir(options.shots, { recursive: true });
  const path = join(options.shots, `${visit.role}-${visit.journey.id}-${visit.step.id}.png`);
  if (target) await place.ask((targeting) => mark(targeting, target));
  await visitor.page.screenshot({ path });
  await unmark(visitor.page);
  return path;
}

type TargetNeed = Need & { kind: "target" };

/** Looks for a step's targets on one page. */
export async function lookOnPage(
  visitor: Visitor,
  place: Place,
  visit: Visit,
  options: LookOptions,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const base = { journey: visit.journey.id, step: visit.step.id, role: visit.role, page: place.path };
  const needs = visit.needs.filter((need): need is TargetNeed => need.kind === "target");
  // What must be there first: when it is, the rest has had its time.
  for (const { part, must, target } of needs.toSorted((a, b) => Number(b.must) - Number(a.must))) {
    if (!must) await place.settle();
    // What need not be there is not waited for.
    const seen = await waitFor(visitor, place, target, must ? options : { ...options, timeout: 0 });
    if (seen.found) {
      const says = `found by ${seen.way}, confidence ${seen.score}`;
      const screenshot = part === "target" ? await shoot(visitor, place, visit, target, options) : undefined;
      found.push({ ...base, part, verdict: "ok", says, confidence: seen.score, screenshot });
    } else if (must) {
      const screenshot = await shoot(visitor, place, visit, null, options);
      found.push({ ...base, part, verdict: "broken", ...((await misled(place)) ?? missing(seen)), screenshot });
    } else found.push({ ...base, part, verdict: "later", says: "not there yet: it comes after an act." });
  }
  if (needs.some(({ must }) => must)) return found;
  const wrong = await misled(place);
  return [...found, { ...base, part: "page", verdict: wrong ? "broken" : "ok", says: "opens", ...wrong }];
}

type Part = Pick<Finding, "part" | "verdict" | "cause" | "page" | "says">;

async function judgeEvent({ name, part }: Need & { kind: "event" }, signs: EventSigns): Promise<Part> {
  const where = await signs.find(name);
  if (where) return { part, verdict: "ok", page: null, says: `${name} is told ${where}` };
  const says = `no code tells ${name}: call waymark.track, name your code with --source, or with --sent what a server tells.`;
  return { part, verdict: "broken", cause: "event_never", page: null, says };
}

async function judgePage({ pattern, part }: Need & { kind: "page" }, visitor: Visitor): Promise<Part> {
  const base = { part, page: pattern };
  if (/[:*{]/.test(pattern)) return { ...base, verdict: "later", says: "one of many pages: not opened." };
  const { status, settle } = await visitor.open(pattern);
  const at = await settle();
  if (status >= 400) return { ...base, verdict: "broken", cause: "page_gone", says: `answers ${status}` };
  if (matchPage(pattern, at) !== null) return { ...base, verdict: "ok", says: "opens" };
  return { ...base, verdict: "broken", cause: "page_moved", says: `leads to ${at}: correct the page.` };
}

/** Looks for the events that a step waits for, and at the pages that must be reached. */
export async function lookBeyond(visitor: Visitor, visit: Visit, options: LookOptions): Promise<Finding[]> {
  const base = { journey: visit.journey.id, step: visit.step.id, role: visit.role };
  const found: Finding[] = [];
  for (const need of visit.needs) {
    if (need.kind === "event") found.push({ ...base, ...(await judgeEvent(need, options.signs)) });
    else if (need.kind === "page") found.push({ ...base, ...(await judgePage(need, visitor)) });
  }
  return found;
}
