// Throws 1,000,000 mutated requests (or as many as the first argument says) at a collector over HTTP.
import { fuzz } from "../test/support/fuzzing.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const began = performance.now();
const result = await fuzz(count, seed, (done, memory) => {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(JSON.stringify({ done, seconds, memory }));
});
console.log(JSON.stringify(result));
const failures = Object.keys(result.statuses).filter((status) => Number(status) >= 500);
const [early, late] = result.held;
const grew = late > early + 20;
process.exitCode = result.alive && failures.length === 0 && result.hangs === 0 && result.log === "" && !grew ? 0 : 1;
