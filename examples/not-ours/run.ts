import type { Journey } from "@waymark/schema";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "../../packages/testing/src/browser.ts";
import { type Demo, startDemo } from "../crm/e2e/demo.ts";
import type { Count } from "../mutations/page/suite.ts";
import { calendarWork, crmWork, swaggerWork, type Work } from "./apps.ts";
import { authorAt, doneOf } from "./author.ts";
import { type Hand, handAt, human, type Pace } from "./hand.ts";
import { addCounts, refound } from "./refound.ts";
import { type Stage, startStage } from "./stage.ts";

/** What came of one application. */
export interface Outcome {
  /** From the first press in the editor to the roll-back, without the changes. */
  seconds: number;
  steps: number;
  /** Steps that a user's own work completed. */
  done: number;
  /** By kind of change: how many of the steps' targets were found again. */
  counts: Count[];
}

interface Place {
  work: Work;
  author: string;
  user: string;
  collector: string;
  keys: { author: string; write: string };
}

const ofStage = (stage: Stage, app: "swagger" | "calendar"): Place => ({
  work: app === "swagger" ? swaggerWork : calendarWork,
  author: stage.at(app, "author"),
  user: stage.at(app),
  collector: stage.collector.url,
  keys: { author: stage.collector.keys.authorKey, write: stage.collector.key },
});

const ofDemo = ({ facts }: Demo): Place => ({
  work: crmWork,
  author: `${facts.links["sales-rep"]}&waymark=author`,
  user: facts.links["sales-rep"],
  collector: facts.collector,
  keys: facts.keys,
});

const open = async (browser: Browser, link: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  return page;
};

async function served({ collector, keys, work }: Place): Promise<Journey> {
  const answer = await fetch(`${collector}/v1/journeys?key=${keys.write}&id=${work.journey}`);
  const [journey] = ((await answer.json()) as { journeys: Journey[] }).journeys;
  if (!journey) throw new Error(`${work.journey} is not served.`);
  return journey;
}

/** A user of the role: what they are shown, and that their own work completes each step. */
async function walk(hand: Hand, { work }: Place): Promise<number> {
  const { page } = hand;
  await hand.press(page.locator("waymark-launcher button").first());
  await hand.read();
  await page.keyboard.press("Escape");
  await work.before?.(hand);
  for (const part of work.parts) await part.work(hand);
  const subject = work.record?.(page) ?? "";
  for (let tries = 0; tries < 50 && (await doneOf(page, work.journey, subject)) < work.parts.length; tries++)
    await page.waitForTimeout(100);
  return doneOf(page, work.journey, subject);
}

/** The same hand, which looks at the page before each thing it does. */
function watched(hand: Hand, look: () => Promise<void>): Hand {
  const after =
    <T extends unknown[]>(act: (on: Locator, ...given: T) => Promise<void>) =>
    async (on: Locator, ...given: T): Promise<void> => {
      await on.waitFor();
      await look();
      await act(on, ...given);
    };
  return { ...hand, press: after(hand.press), type: after(hand.type), choose: after(hand.choose) };
}

/** Goes through the work once more and, where each step's target first stands, changes the page in every way. */
async function change(hand: Hand, { work }: Place, journey: Journey): Promise<Count[]> {
  const counts: Count[][] = [];
  await work.before?.(hand);
  for (const [index, part] of work.parts.entries()) {
    const target = journey.steps[index]?.do?.target;
    let found: Count[] | null = null;
    const look = async (): Promise<void> => {
      if (target) found ??= await refound(hand.page, target);
    };
    await part.work(watched(hand, look));
    if (target && !found)
      throw new Error(`Step ${index + 1} has a target that never stood: ${JSON.stringify(target)}.`);
    if (found) counts.push(found);
  }
  return addCounts(counts);
}

async function author(hand: Hand, place: Place): Promise<void> {
  const { work, keys } = place;
  const own = authorAt(hand);
  await own.record(work);
  await own.edit(work);
  await own.preview(work);
  const version = await own.publish("From the desk", keys.author);
  if (version !== 1) throw new Error(`Version ${version} and not 1.`);
}

/** From an empty editor to a journey that a user walked, and back from a change that was none. */
export async function runApp(app: "crm" | "swagger" | "calendar", pace: Pace = human): Promise<Outcome> {
  const browser = await launchBrowser();
  const stage = app === "crm" ? null : await startStage();
  const demo = app === "crm" ? await startDemo() : null;
  try {
    const place = stage && app !== "crm" ? ofStage(stage, app) : demo && ofDemo(demo);
    if (!place) throw new Error("Nothing to work in.");
    const writing = handAt(await open(browser, place.author), pace);
    const begun = Date.now();
    await author(writing, place);
    const done = await walk(handAt(await open(browser, place.user), pace), place);
    const own = authorAt(writing);
    await own.retitle("Something else");
    await own.publish("A slip", place.keys.author);
    await own.rollBack(1);
    const seconds = (Date.now() - begun) / 1000;
    const journey = await served(place);
    if (journey.version !== 3 || journey.steps[0]?.title !== place.work.parts[0]?.title)
      throw new Error(`After the roll-back version ${journey.version} says ${journey.steps[0]?.title}.`);
    const quick = handAt(await open(browser, place.user), { letter: 0, look: 0, read: 0 });
    const counts = await change(quick, place, journey);
    return { seconds, steps: journey.steps.length, done, counts };
  } finally {
    await browser.close();
    await stage?.close();
    await demo?.stop();
  }
}
