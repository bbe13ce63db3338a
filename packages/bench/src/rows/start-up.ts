import { countMainThread, inRounds, type Lab, pause, readMainThread, steps } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
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

export const startUp: Row = {
  name: "start-up",
  how: `Processor time of the main thread's tasks at ${throttle}x CPU throttling, an empty page's of the same round taken off.`,
  run: async (lab) => {
    const boot = createMeasure("start-up.boot", "start-up CPU, nothing shown", "ms");
    const step = createMeasure("start-up.step", "start-up CPU, first step shown", "ms");
    for (let round = 0; round < lab.rounds; round += 1) {
      const costs = new Map<string, Cost>();
      await inRounds([control, ...lab.subjects], 1, async (subject) => {
        costs.set(subject.name, await measure(lab, subject));
      });
      const empty = costs.get(control.name) ?? { boot: 0, step: 0 };
      for (const { name } of lab.subjects) {
        const cost = costs.get(name);
        if (!cost) continue;
        addSample(boot, name, cost.boot - empty.boot);
        addSample(step, name, cost.step - empty.step);
        if (!cost.shown) step.remarks[name] = `had not shown its step ${shownMs} ms after the call`;
      }
    }
    return [boot, step];
  },
};
