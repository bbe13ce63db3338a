import { faults, type Outcome, type Row } from "./rows.ts";
import type { Run, World } from "./world.ts";

const longestMs = 180_000;

/** A row over its runs. Numbers are sums. */
export interface Score extends Outcome {
  name: string;
  runs: number;
  seconds: number;
  /** What went wrong, with the number of the run. */
  failed: string[];
}

/** A browser that hangs must not end the others' runs. */
async function tooLong(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, longestMs).unref());
  throw new Error(`Not within ${longestMs / 1000} s`);
}

async function playOnce(world: World, row: Row, score: Score, at: number): Promise<void> {
  let run: Run | undefined;
  try {
    run = await world.run();
    const found = await Promise.race([row.play(run, world), tooLong()]);
    for (const key of Object.keys(found) as (keyof Outcome)[]) score[key] += found[key];
    score.failed.push(...faults(run, found).map((fault) => `run ${at}: ${fault}`));
  } catch (error) {
    score.failed.push(`run ${at}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await run?.close();
  }
}

/** Plays a row as often as wanted, some runs side by side: most of their time is waiting. */
export async function playRow(world: World, row: Row, runs: number, atOnce = 1): Promise<Score> {
  const none: Outcome = { recorded: 0, delivered: 0, safe: 0, arrived: 0, twice: 0, suppressed: 0 };
  const score: Score = { name: row.name, runs, seconds: 0, failed: [], ...none };
  const start = Date.now();
  let next = 1;
  const player = async (): Promise<void> => {
    while (next <= runs) await playOnce(world, row, score, next++);
  };
  await Promise.all(Array.from({ length: row.alone ? 1 : atOnce }, player));
  score.seconds = (Date.now() - start) / 1000;
  return score;
}

export function tableOf(scores: readonly Score[]): string {
  const head = ["situation", "runs", "recorded", "at once", "or stored", "in the end", "twice", "suppressed"];
  const lines = scores.map((it) =>
    [it.name, it.runs, it.recorded, it.delivered, it.safe, it.arrived, it.twice, it.suppressed].map(String),
  );
  const wide = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const write = (line: readonly string[]): string =>
    line.map((text, at) => (at === 0 ? text.padEnd(wide[at] ?? 0) : text.padStart(wide[at] ?? 0))).join("  ");
  const failed = scores.flatMap((it) => it.failed.map((each) => `FAILED ${it.name}, ${each}`));
  return [write(head), ...lines.map(write), ...failed].join("\n");
}
