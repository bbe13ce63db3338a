import type { CDPSession } from "playwright-core";
import { type Lab, pause, steps, together } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

const cycles = 50;
/** Cycles before the first count: what is made once and kept is no leak, and compiled code grows for some 25 cycles. */
const warmUp = 25;

interface State {
  heapKB: number;
  nodes: number;
  listeners: number;
  elements: number;
}

/** In the page: shows a tour's first step and stops it, again and again. Says how often the card came and went. */
async function repeat({ times, all }: { times: number; all: typeof steps }): Promise<number> {
  const { bench, probe } = window;
  let done = 0;
  for (let cycle = 0; cycle < times; cycle += 1) {
    const shown = await probe.timeTo(() => bench.start(all), all[0]?.text ?? "", 3000);
    await bench.stop();
    const gone = await probe.gone(2000);
    if (shown >= 0 && gone >= 0) done += 1;
  }
  return done;
}

async function stateOf(cdp: CDPSession): Promise<State> {
  await pause(500);
  // Twice: what finalisers let go of in the first round goes in the second.
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  const { result } = await cdp.send("Runtime.evaluate", { expression: "document.getElementsByTagName('*').length" });
  return { heapKB: usedSize / 1024, nodes, listeners: jsEventListeners, elements: Number(result.value) };
}

interface Growth extends State {
  done: number;
  /** Elements more than before the first tour. */
  left: number;
}

async function growthOf(lab: Lab, subject: Subject): Promise<Growth> {
  const { page, cdp, url, close } = await lab.visit(subject);
  await page.goto(`${url}/bench/plain/`);
  await pause(800);
  const untouched = await stateOf(cdp);
  await page.evaluate(repeat, { times: warmUp, all: steps });
  const before = await stateOf(cdp);
  const done = await page.evaluate(repeat, { times: cycles, all: steps });
  const after = await stateOf(cdp);
  await close();
  return {
    done,
    heapKB: after.heapKB - before.heapKB,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    elements: after.elements - before.elements,
    left: after.elements - untouched.elements,
  };
}

export const lifecycle: Row = {
  name: "lifecycle",
  how: `${cycles} times a tour is shown and stopped, after ${warmUp} times that do not count; growth after garbage collection. Nodes and listeners are Chromium's own counters, detached ones included; elements left are those in the document more than before the first tour.`,
  run: async (lab) => {
    const heap = createMeasure("lifecycle.heap", `heap growth after ${cycles} tours`, "KB");
    const nodes = createMeasure("lifecycle.nodes", `DOM nodes more after ${cycles} tours`, "nodes");
    const listeners = createMeasure("lifecycle.listeners", `listeners more after ${cycles} tours`, "listeners");
    const left = createMeasure("lifecycle.left", "elements left in the page", "elements");
    await together(lab.subjects, async (subject) => {
      const growth = await growthOf(lab, subject);
      addSample(heap, subject.name, growth.heapKB);
      addSample(nodes, subject.name, growth.nodes);
      addSample(listeners, subject.name, growth.listeners);
      addSample(left, subject.name, growth.left);
      if (growth.done < cycles) {
        for (const measure of [heap, nodes, listeners, left]) {
          measure.remarks[subject.name] = `its card came and went in ${growth.done} of ${cycles} tours`;
        }
      }
    });
    return [heap, nodes, listeners, left];
  },
};
