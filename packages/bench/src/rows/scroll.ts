import { median } from "../arithmetic.ts";
import { besideEmpty, countMainThread, type Lab, pause, readMainThread, steps } from "../lab.ts";
import { addFloor, addSample, createMeasure, summaries } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

/** Who is further off in the middle frame does not follow. */
const followsPx = 8;
const rideMs = 2000;
/** The counters' noise is small here, and a ride takes its time. */
const mostRounds = 2;

interface Ride {
  frames: number;
  /** Frame by frame: how far ring or card is from where it stood to its target when nothing moved, px. */
  errors: number[];
}

/** In the page: scrolls the container up and down, a move a frame, after the frame before was painted. */
function ride({ ms, watch }: { ms: number; watch: boolean }): Promise<Ride> {
  const box = document.querySelector("#box");
  const target = document.querySelector("#first");
  if (!box || !target) throw new Error("The page has no container that scrolls.");
  const from = box.scrollTop;
  const { bench, probe } = window;
  const edges = (of: { x: number; y: number; width: number; height: number }): number[] => [
    of.x,
    of.y,
    of.x + of.width,
    of.y + of.height,
  ];
  /** Distances of the ring's edges, and the gap between card and target. */
  const stand = (): number[] => {
    const at = edges(probe.boxOf(target));
    const ring = bench.ring();
    const card = bench.card();
    const offs = ring ? edges(ring).map((edge, index) => edge - (at[index] ?? 0)) : [];
    if (!card) return offs;
    const [left = 0, top = 0, right = 0, bottom = 0] = edges(probe.boxOf(card));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = at;
    const across = Math.max(0, left - x1, x0 - right);
    const down = Math.max(0, top - y1, y0 - bottom);
    return [...offs, Math.hypot(across, down)];
  };
  const rest = watch ? stand() : [];
  const errors: number[] = [];
  const start = performance.now();
  const { port1, port2 } = new MessageChannel();
  let frames = 0;
  return new Promise((resolve) => {
    port1.onmessage = () => {
      const at = performance.now() - start;
      if (watch && frames > 0) {
        const now = stand();
        const off =
          now.length === rest.length ? now.map((value, index) => Math.abs(value - (rest[index] ?? 0))) : [999];
        errors.push(Math.max(...off));
      }
      if (at > ms) {
        port1.close();
        resolve({ frames, errors });
        return;
      }
      frames += 1;
      box.scrollTop = from + 100 * Math.sin(at / 250);
      requestAnimationFrame(() => port2.postMessage(null));
    };
    requestAnimationFrame(() => port2.postMessage(null));
  });
}

interface Found {
  taskMs: number;
  scriptMs: number;
  errors: number[];
  shown: boolean;
}

async function scrollWith(lab: Lab, subject: Subject): Promise<Found> {
  const { page, cdp, url, close } = await lab.visit(subject);
  await countMainThread(cdp);
  await page.goto(`${url}/bench/scroll/`);
  await pause(600);
  const [first] = steps;
  if (subject.kind !== "control" && first) {
    await page.evaluate((step) => window.probe.timeTo(() => window.bench.start([step]), step.text), first);
  }
  await pause(800);
  const before = await readMainThread(cdp);
  const { frames } = await page.evaluate(ride, { ms: rideMs, watch: false });
  const after = await readMainThread(cdp);
  const watched = subject.kind !== "control" && (await page.evaluate(ride, { ms: rideMs / 2, watch: true }));
  const shown =
    subject.kind !== "control" && (await page.evaluate((text) => window.probe.isShown(text), first?.text ?? ""));
  await close();
  return {
    taskMs: (after.taskMs - before.taskMs) / frames,
    scriptMs: (after.scriptMs - before.scriptMs) / frames,
    errors: watched ? watched.errors : [],
    shown,
  };
}

export const scroll: Row = {
  name: "scroll",
  how: `A nested container moves every frame for ${rideMs / 1000} s, the same page without a guide taken off; then once more to see how far ring or card is from its place beside the target in each painted frame. The costs of those that do not follow are in brackets.`,
  run: async (lab) => {
    const script = createMeasure("scroll.script", "scrolling, script a frame", "ms");
    const task = createMeasure("scroll.task", "scrolling, main thread a frame", "ms");
    const middle = createMeasure("scroll.error.median", "scrolling, error in the middle frame", "px");
    const most = createMeasure("scroll.error.max", "scrolling, largest error", "px");
    const rounds = Math.min(lab.rounds, mostRounds);
    for (let round = 0; round < rounds; round += 1) {
      const {
        empty,
        empties,
        own: found,
      } = await besideEmpty(
        lab.subjects,
        round,
        (subject) => scrollWith(lab, subject),
        (one, other) => ({
          ...one,
          taskMs: (one.taskMs + other.taskMs) / 2,
          scriptMs: (one.scriptMs + other.scriptMs) / 2,
        }),
      );
      addFloor(script, empties[0].scriptMs, empties[1].scriptMs);
      addFloor(task, empties[0].taskMs, empties[1].taskMs);
      for (const { name } of lab.subjects) {
        const own = found.get(name);
        if (!own) continue;
        if (!own.shown) {
          for (const measure of [script, task, middle, most]) measure.remarks[name] = "its card was not there";
          continue;
        }
        addSample(script, name, own.scriptMs - empty.scriptMs);
        addSample(task, name, own.taskMs - empty.taskMs);
        addSample(middle, name, median(own.errors));
        addSample(most, name, Math.max(...own.errors));
      }
    }
    const astray = [...summaries(middle)].filter(([, error]) => error.median > followsPx).map(([name]) => name);
    for (const measure of [script, task]) measure.unfit = astray;
    return [script, task, middle, most];
  },
};
