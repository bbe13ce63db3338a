import { inRounds, type Lab, pause, steps as tour } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

/** From the call to the painted card, ms; -1 where it did not come. */
async function time(lab: Lab, subject: Subject): Promise<{ first: number; next: number }> {
  const { page, url, close } = await lab.visit(subject);
  await page.goto(`${url}/bench/plain/`);
  await pause(500);
  const first = await page.evaluate(
    (all) => window.probe.timeTo(() => window.bench.start(all), all[0]?.text ?? ""),
    tour,
  );
  await pause(400);
  const next = await page.evaluate((text) => window.probe.timeTo(() => window.bench.next(), text), tour[1]?.text ?? "");
  await close();
  return { first, next };
}

export const steps: Row = {
  name: "steps",
  how: "From the call to the end of the frame that paints the card with its text at an opacity of 0.9 or more; a frame is 16.7 ms.",
  run: async (lab) => {
    const first = createMeasure("steps.first", "time to first step", "ms");
    const next = createMeasure("steps.next", "time to next step", "ms");
    await inRounds(lab.subjects, lab.rounds, async (subject) => {
      const times = await time(lab, subject);
      for (const [measure, ms] of [
        [first, times.first],
        [next, times.next],
      ] as const) {
        if (ms >= 0) addSample(measure, subject.name, ms);
        else measure.remarks[subject.name] = "the card did not come within 5 s";
      }
    });
    return [first, next];
  },
};
