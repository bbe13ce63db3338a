import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { type Lab, pause, together } from "../lab.ts";
import { addSample, createMeasure, type Measure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import { followed, type Limits, limits, look, type Wrong } from "./look.ts";
import type { Row } from "./row.ts";
import { type PageCase, situations } from "./situations.ts";

/** What every subject's card says; `examples/journey.js` says it in words that contain this. */
const text = "when all is in";
/** Two steps, so that the first has a button that leads on. */
const tour = [
  { selector: "#target", text: `Press Save ${text}.` },
  { selector: "#target", text: "Then it is sent." },
];
/** How long a card may take to stand as it should. */
const patienceMs = 3000;

/** The frame that the subject was brought into. */
async function frameWith(page: Page): Promise<Frame | null> {
  for (let tries = 0; tries < 150; tries += 1) {
    for (const frame of page.frames()) {
      const there = await frame.evaluate(() => Boolean(window.bench)).catch(() => false);
      if (there) return frame;
    }
    await pause(20);
  }
  return null;
}

/** Asks for the tour as soon as the subject is there; once more where a late target came sooner than that. */
async function startEarly(page: Page, address: string, late: boolean): Promise<Frame | null> {
  for (let tries = 0; tries < 4; tries += 1) {
    await page.goto(address, { waitUntil: "commit" });
    const frame = await frameWith(page);
    if (!frame || !late || (await frame.evaluate(() => document.querySelector("#target") === null))) {
      // What a peer throws here keeps its card away, and that is what counts.
      await frame?.evaluate((steps) => void window.bench.start(steps), tour).catch(() => undefined);
      return frame;
    }
  }
  return null;
}

async function standsWithin(frame: Frame, ms: number, within: Limits): Promise<Wrong> {
  const end = Date.now() + ms;
  let wrong: Wrong = "no card";
  while (Date.now() < end) {
    wrong = await frame.evaluate(look, { text, limits: within });
    if (!wrong) return null;
    await pause(100);
  }
  return wrong;
}

/** Presses the card's button with the mouse, at its middle, as a person would. */
async function press(page: Page, frame: Frame): Promise<Wrong> {
  const handle = await frame.evaluateHandle(() => window.bench.button());
  const box = await handle.asElement()?.boundingBox();
  if (!box || box.width < 1) return "no button";
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const left = await frame.evaluate((words) => window.probe.painted(() => !window.probe.isShown(words), 1500), text);
  return left < 0 ? "its button did nothing" : null;
}

async function judge(lab: Lab, subject: Subject, { name, path = "", act, late = false }: PageCase): Promise<Wrong> {
  const { page, context, url, close } = await lab.visit(subject);
  try {
    await context.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { violationsSeen: seen });
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.violatedDirective));
    });
    const frame = await startEarly(page, `${url}/${name}/${path}`, late);
    if (!frame) return "did not load";
    let wrong = await standsWithin(frame, patienceMs, limits);
    if (wrong) return wrong;
    // What moves until it rests may be right on its way only.
    await pause(600);
    if (act) {
      await frame.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), act);
      await pause(600);
    }
    wrong = (await standsWithin(frame, 1000, act ? followed : limits)) ?? (await press(page, frame));
    if (wrong) return act && wrong !== "its button did nothing" ? `after the change: ${wrong}` : wrong;
    const violations = await frame.evaluate(() => (window as unknown as { violationsSeen: string[] }).violationsSeen);
    return violations.length > 0 ? `violations of ${[...new Set(violations)].join(", ")}` : null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "failed") : "failed";
  } finally {
    await close();
  }
}

export const pages: Row = {
  name: "pages",
  how: "The situations of examples/. Passed: the card is seen and lies on top at its middle, the middle of its highlight is within 8 px of the target's, the card is not over the target (and has followed it, where the page moves it), a real click on its button leads on or takes it away, and the page's policies report nothing.",
  run: async (lab) => {
    const there = situations.filter(({ name }) => existsSync(join(lab.examples, name, "index.html")));
    const missing = situations.filter((each) => !there.includes(each));
    const total = createMeasure("pages", "hostile pages passed", `of ${there.length}`, { better: "more", exact: true });
    if (missing.length > 0) total.note = `not there yet: ${missing.map(({ name }) => name).join(", ")}`;
    const each: Measure[] = [];
    const passed = new Map<string, number>();
    for (const situation of there) {
      const measure = createMeasure(`pages.${situation.name}`, `page ${situation.name}`, "", {
        better: "more",
        exact: true,
        words: true,
      });
      await together(lab.subjects, async (subject) => {
        const wrong = await judge(lab, subject, situation);
        addSample(measure, subject.name, wrong ? 0 : 1);
        if (wrong) measure.remarks[subject.name] = wrong;
        passed.set(subject.name, (passed.get(subject.name) ?? 0) + (wrong ? 0 : 1));
      });
      each.push(measure);
    }
    for (const [name, count] of passed) addSample(total, name, count);
    return [total, ...each];
  },
};
