import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { peersFolder } from "../bundle.ts";
import { type Lab, pause, steps } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
import { control, type Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

const tags = ["wcag2a", "wcag2aa", "wcag22aa", "best-practice"];

/** The rules that a page with an open card breaks. */
async function broken(lab: Lab, subject: Subject, source: string): Promise<string[]> {
  const { page, url, close } = await lab.visit(subject);
  await page.goto(`${url}/bench/plain/`);
  await pause(800);
  if (subject.kind !== "control") {
    await page.evaluate((all) => window.probe.timeTo(() => window.bench.start(all), all[0]?.text ?? ""), steps);
    await pause(600);
  }
  await page.addScriptTag({ content: source });
  const rules = await page.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: unknown): Promise<{ violations: { id: string }[] }> };
    };
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values } });
    return violations.map(({ id }) => id);
  }, tags);
  await close();
  return rules;
}

export const axe: Row = {
  name: "axe",
  how: `axe-core on the page with the first card open (${tags.join(", ")}); rules broken that the page alone does not break.`,
  run: async (lab) => {
    const source = await readFile(join(peersFolder, "node_modules/axe-core/axe.min.js"), "utf8");
    const measure = createMeasure("axe", "axe rules broken", "rules", { exact: true });
    const alone = await broken(lab, control, source);
    for (const subject of lab.subjects) {
      const own = (await broken(lab, subject, source)).filter((rule) => !alone.includes(rule));
      addSample(measure, subject.name, own.length);
      if (own.length > 0) measure.remarks[subject.name] = own.join(", ");
    }
    return [measure];
  },
};
