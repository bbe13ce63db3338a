import { fileURLToPath } from "node:url";
import { besideEmpty, countMainThread, type Lab, pause, readMainThread } from "../lab.ts";
import { addFloor, addSample, createMeasure, type Measure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

const count: string = fileURLToPath(new URL("../page/count.js", import.meta.url));
const churnMs = 1500;
/** Twelve figures a page and two pages: more rounds take too long. */
const mostRounds = 2;
const mutations = 200;
/** Until a page with 1,000 journeys has come to rest. */
const settledMs = 1500;

interface Counts {
  queries: number;
  evaluations: number;
  callbacks: number;
}

declare global {
  interface Window {
    counts: Counts;
  }
}

/** In the page: changes attributes, texts, classes and children, as many a frame. */
function churn({ ms, each }: { ms: number; each: number }): Promise<Counts & { frames: number }> {
  const rows = document.querySelector("#rows");
  if (!rows) throw new Error("The page has nothing to change.");
  const pool = Array.from(rows.children);
  const before = { ...window.counts };
  const start = performance.now();
  let frames = 0;
  let at = 0;
  const change = (): void => {
    const row = pool[(at * 7919) % pool.length];
    const kind = at % 4;
    at += 1;
    if (!row) return;
    if (kind === 0) row.setAttribute("data-price", String(at));
    else if (kind === 1 && row.firstChild) row.firstChild.nodeValue = `Price ${at}`;
    else if (kind === 2) row.classList.toggle("up");
    else row.replaceChildren(`Price ${at}`);
  };
  return new Promise((resolve) => {
    const frame = (): void => {
      if (performance.now() - start > ms) {
        const { queries, evaluations, callbacks } = window.counts;
        resolve({
          frames,
          queries: queries - before.queries,
          evaluations: evaluations - before.evaluations,
          callbacks: callbacks - before.callbacks,
        });
        return;
      }
      frames += 1;
      for (let done = 0; done < each; done += 1) change();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Counts and time, all a frame. */
type Cost = Record<"queries" | "evaluations" | "callbacks" | "ms", number>;

const meanOf = (one: Cost, other: Cost): Cost => ({
  queries: (one.queries + other.queries) / 2,
  evaluations: (one.evaluations + other.evaluations) / 2,
  callbacks: (one.callbacks + other.callbacks) / 2,
  ms: (one.ms + other.ms) / 2,
});

async function costOf(lab: Lab, subject: Subject, query: string): Promise<{ idle: Cost; waiting: Cost }> {
  const { page, context, cdp, url, close } = await lab.visit(subject);
  await context.addInitScript({ path: count });
  await countMainThread(cdp);
  await page.goto(`${url}/bench/churn/?${query}`);
  await pause(settledMs);
  const run = async (): Promise<Cost> => {
    const before = await readMainThread(cdp);
    const { frames, queries, evaluations, callbacks } = await page.evaluate(churn, { ms: churnMs, each: mutations });
    const after = await readMainThread(cdp);
    return {
      queries: queries / frames,
      evaluations: evaluations / frames,
      callbacks: callbacks / frames,
      ms: (after.taskMs - before.taskMs) / frames,
    };
  };
  const idle = await run();
  await page.evaluate(() => {
    const step = { selector: "#absent", target: { testId: "absent" }, text: "Not there." };
    void window.bench?.start([step]);
  });
  await pause(500);
  const waiting = await run();
  await close();
  return { idle, waiting };
}

const pages = [
  { id: "small", title: "200 nodes", query: "nodes=200", waymarkOnly: false },
  { id: "large", title: "20,000 nodes", query: "nodes=20000", waymarkOnly: false },
  { id: "many", title: "20,000 nodes, 1,000 journeys", query: "nodes=20000&journeys=1000", waymarkOnly: true },
] as const;

const figures = [
  ["idle", "queries", "searches a frame"],
  ["idle", "callbacks", "observer callbacks a frame"],
  ["idle", "ms", "main thread a frame"],
  ["waiting", "evaluations", "evaluations a frame"],
  ["waiting", "queries", "searches a frame"],
  ["waiting", "ms", "main thread a frame"],
] as const;

export const churnRow: Row = {
  name: "churn",
  how: `${mutations} DOM mutations a frame for ${churnMs / 1000} s, the time of the same page without a guide taken off. Idle: nothing is shown or awaited. Waiting: a step whose target is absent, with the peer's option to wait; those without one are in brackets. A search is any querySelector*, getElement*, evaluate or tree walker; searches of one stretch of script are one evaluation. Waymark has 5 journeys loaded, or 1,000.`,
  run: async (lab) => {
    const measures: Measure[] = [];
    for (const { id, title, query, waymarkOnly } of pages) {
      const own = figures.map(([state, figure, what]) =>
        createMeasure(
          `churn.${id}.${state}.${figure}`,
          `${state}, ${title}: ${what}`,
          figure === "ms" ? "ms" : "a frame",
        ),
      );
      const subjects = lab.subjects.filter(({ kind }) => !waymarkOnly || kind === "waymark");
      for (let round = 0; round < Math.min(lab.rounds, mostRounds) && subjects.length > 0; round += 1) {
        const {
          empty,
          empties,
          own: costs,
        } = await besideEmpty(
          subjects,
          round,
          (subject) => costOf(lab, subject, query),
          (one, other) => ({ idle: meanOf(one.idle, other.idle), waiting: meanOf(one.waiting, other.waiting) }),
        );
        figures.forEach(([state, figure], index) => {
          const measure = own[index];
          if (measure) addFloor(measure, empties[0][state][figure], empties[1][state][figure]);
        });
        for (const { name } of subjects) {
          const cost = costs.get(name);
          if (!cost) continue;
          figures.forEach(([state, figure], index) => {
            const measure = own[index];
            if (measure) addSample(measure, name, cost[state][figure] - empty[state][figure]);
          });
        }
      }
      for (const measure of own.filter((each) => each.id.includes(".waiting."))) {
        measure.unfit = subjects.filter(({ waits }) => !waits).map(({ name }) => name);
      }
      measures.push(...own);
    }
    return measures;
  },
};
