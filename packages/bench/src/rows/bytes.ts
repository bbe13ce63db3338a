import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Lab, pause, steps, together } from "../lab.ts";
import { addSample, createMeasure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

interface Loaded {
  path: string;
  gzip: number;
  brotli: number;
}

/** How long a page is left alone until it has loaded what it loads by itself. */
const settledMs = 1500;

const isOurs = (path: string): boolean => !/^\/(adapters|bench)\/|favicon/.test(path);

function sizesOf(body: Buffer): { gzip: number; brotli: number } {
  return {
    gzip: gzipSync(body, { level: 9 }).length,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** What one subject's page asks for: named in the page, by itself afterwards, and to show a step. */
async function weigh(lab: Lab, subject: Subject): Promise<Record<"boot" | "idle" | "step", Loaded[]>> {
  const { page, url, close } = await lab.visit(subject);
  const loaded: Promise<Loaded>[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!isOurs(pathname) || response.status() !== 200) return;
    loaded.push(response.body().then((body) => ({ path: pathname, ...sizesOf(body) })));
  });
  const answer = await page.goto(`${url}/bench/plain/?role=other`);
  const named = new Set(Array.from((await answer?.text())?.matchAll(/(?:src|href)="([^"]+)"/g) ?? [], ([, to]) => to));
  await pause(settledMs);
  const idle = await Promise.all([...loaded]);
  await page.evaluate((tour) => window.probe.timeTo(() => window.bench.start(tour), tour[0]?.text ?? ""), steps);
  await pause(300);
  const step = await Promise.all(loaded);
  await close();
  return { boot: idle.filter(({ path }) => named.has(path)), idle, step };
}

const states = [
  ["boot", "to start"],
  ["idle", "1.5 s later, nothing shown"],
  ["step", "to have shown a step"],
] as const;

export const bytes: Row = {
  name: "bytes",
  how: "The files a page really asks for, compressed at the highest level. React counts where a peer needs it: the page must load it.",
  run: async (lab) => {
    const weighed = new Map<string, Awaited<ReturnType<typeof weigh>>>();
    await together(lab.subjects, async (subject) => {
      weighed.set(subject.name, await weigh(lab, subject));
    });
    return states.flatMap(([state, title]) =>
      (["gzip", "brotli"] as const).map((way) => {
        const measure = createMeasure(`bytes.${state}.${way}`, `bytes ${title}, ${way}`, "KB", { exact: true });
        for (const [name, of] of weighed) {
          addSample(measure, name, of[state].reduce((sum, each) => sum + each[way], 0) / 1024);
        }
        return measure;
      }),
    );
  },
};
