// Kills a collector 1,000 times (or as often as the first argument says) under load, in two lanes beside each other.
import { killAgain } from "../test/support/killing.ts";

const times = Number(process.argv[2] ?? 1000);
const perRound = 25;
const sum = { kills: 0, acknowledged: 0, lost: 0, twice: 0, unanswered: 0, afterReplay: 0 };
const began = performance.now();
let left = Math.ceil(times / perRound);

async function lane(): Promise<void> {
  while (left > 0) {
    left -= 1;
    // A directory for every 25 kills: longer ones grow, shorter ones would not show what a recovery leaves behind.
    const { rounds, ...killed } = await killAgain(perRound, 300);
    sum.kills += rounds;
    for (const key of ["acknowledged", "lost", "twice", "unanswered", "afterReplay"] as const) sum[key] += killed[key];
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(JSON.stringify({ ...sum, seconds }));
  }
}

await Promise.all([lane(), lane()]);
process.exitCode = sum.lost + sum.twice + sum.afterReplay === 0 ? 0 : 1;
