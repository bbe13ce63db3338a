import { besideEmpty, countMainThread, type Lab, pause, readMainThread, steps } from "../lab.ts";
import { addFloor, addSample, createMeasure } from "../measure.ts";
import { control, type Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

/** How many times slower the processor is made: a middling phone beside a developer's machine. */
const throttle = 4;
const settledMs = 800;
/** A step has this long to come; what runs meanwhile counts, animations too. */
const shownMs = 1200;

interface Cost {
  boot: number;
  step: number;
  shown: boolean;
}

async function measure(lab: Lab, subject: Subject): Promise<Cost> {
  const { page, cdp, url, close } = await lab.visit(subject);
  await countMainThread(cdp);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  const before = await readMainThread(cdp);
  await page.goto(`${url}/bench/plain/?role=other`, { waitUntil: "load" });
  await pause(settledMs);
  const booted = await readMainThread(cdp);
  await page.evaluate((tour) => void window.bench?.start(tour), steps);
  await pause(shownMs);
  const after = await readMainThread(cdp);
  const shown = await page.evaluate((text) => window.probe.isShown(text), steps[0]?.text ?? "");
  await close();
  return { boot: booted.taskMs - before.taskMs, step: after.taskMs - before.taskMs, shown };
}

const meanOf = (one: Cost, other: Cost): Cost => ({
  boot: (one.boot + other.boot) / 2,
  step: (one.step + other.step) / 2,
  shown: false,
});

export const startUp: Row = {
  name: "start-up",
  how: `Processor time of the main thread's tasks at ${throttle}x CPU throttling, an empty page's taken off, measured before and after in each round.`,
  run: async (lab) => {
    const boot = createMeasure("start-up.boot", "start-up CPU, nothing shown", "ms");
    const step = createMeasure("start-up.step", "start-up CPU, first step shown", "ms");
    // The first visit of all pays for what the browser itself starts.
    await measure(lab, control);
    for (let round = 0; round < lab.rounds; round += 1) {
      const { empty, empties, own } = await besideEmpty(
        lab.subjects,
        round,
        (subject) => measure(lab, subject),
        meanOf,
      );
      addFloor(boot, empties[0].boot, empties[1].boot);
      addFloor(step, empties[0].step, empties[1].step);
      for (const [name, cost] of own) {
        addSample(boot, name, cost.boot - empty.boot);
        addSample(step, name, cost.step - empty.step);
        if (!cost.shown) step.remarks[name] = `had not shown its step ${shownMs} ms after the call`;
      }
    }
    return [boot, step];
  },
};
