// What `fast-check` is for every test: the same values in each run, so that a run that fails fails again, and one that
// passed does not fail elsewhere. `WAYMARK_SEED=17 pnpm test` looks at others; what fails prints its seed.
import fc from "../../node_modules/fast-check/lib/fast-check.js";

fc.configureGlobal({ seed: Number(process.env.WAYMARK_SEED ?? 20261122) });

export * from "../../node_modules/fast-check/lib/fast-check.js";
export default fc;
