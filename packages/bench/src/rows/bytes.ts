import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Lab, pause, steps, together } from "../lab.ts";
import { addSample, createMeasure, type Measure } from "../measure.ts";
import type { Subject } from "../subjects.ts";
import type { Row } from "./row.ts";

const ways = ["gzip", "brotli"] as const;

interface Loaded {
  gzip: number;
  brotli: number;
}

/** How long a page is left alone until it has loaded what it loads by itself. */
const settledMs = 1500;

const isOurs = (path: string): boolean => !/^\/(adapters|bench)\/|favicon/.test(path);

function sizesOf(body: Buffer): Loaded {
  return {
    gzip: gzipSync(body, { level: 9 }).length,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

const states = [
  { id: "boot", title: "to start, nothing for this person", query: "?role=other", shows: false },
  { id: "offered", title: "with journeys for this person, nothing open", query: "", shows: false },
  { id: "step", title: "to have shown a step", query: "", shows: true },
] as const;

/** All that a page asks for until it rests. */
async function weigh(lab: Lab, subject: Subject, { query, shows }: (typeof states)[number]): Promise<Loaded> {
  const { page, url, close } = await lab.visit(subject);
  const loaded: Promise<Loaded>[] = [];
  page.on("response", (response) => {
    if (!isOurs(new URL(response.url()).pathname) || response.status() !== 200) return;
    loaded.push(response.body().then(sizesOf));
  });
  await page.goto(`${url}/bench/plain/${query}`);
  await pause(settledMs);
  if (shows) {
    await page.evaluate((tour) => window.probe.timeTo(() => window.bench.start(tour), tour[0]?.text ?? ""), steps);
    await pause(300);
  }
  const all = await Promise.all(loaded);
  await close();
  return {
    gzip: all.reduce((sum, { gzip }) => sum + gzip, 0),
    brotli: all.reduce((sum, { brotli }) => sum + brotli, 0),
  };
}

export const bytes: Row = {
  name: "bytes",
  how: `The files a page really asks for within ${settledMs / 1000} s, compressed at the highest level. React counts where a peer needs it: the page must load it. A peer loads the same for everybody; Waymark loads what this person needs.`,
  run: async (lab) => {
    const measures: Measure[] = [];
    for (const state of states) {
      const both = ways.map((way) =>
        createMeasure(`bytes.${state.id}.${way}`, `bytes ${state.title}, ${way}`, "KB", { exact: true }),
      );
      await together(lab.subjects, async (subject) => {
        const weight = await weigh(lab, subject, state);
        ways.forEach((way, at) => {
          const measure = both[at];
          if (measure) addSample(measure, subject.name, weight[way] / 1024);
        });
      });
      measures.push(...both);
    }
    return measures;
  },
};
