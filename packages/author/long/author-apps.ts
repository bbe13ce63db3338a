// `pnpm test:long author-apps [-- app]`: records, edits, previews and publishes a journey in the CRM, in Swagger UI and in TOAST UI
// Calendar at a person's pace, walks it as a user, and rolls it back. Fails where one takes more than five minutes, or where
// a step is not done by the work itself. Then each step's target is looked for after the 30 kinds of change of the
// mutation suite.
import { runApp } from "../../../examples/not-ours/run.ts";

const apps = ["crm", "swagger", "calendar"] as const;
const wanted = process.argv[2];
let failed = false;
for (const app of apps) {
  if (wanted && wanted !== app) continue;
  const { seconds, steps, done, counts } = await runApp(app);
  const good = seconds < 300 && done === steps;
  failed ||= !good;
  console.log(
    `${app}: ${steps} steps, ${done} done by the work of a user, ${seconds.toFixed(0)} s${good ? "" : " FAILED"}`,
  );
  for (const { kind, there, found, wrong, lost, gone, honest } of counts)
    console.log(
      `  ${kind.padEnd(46)} found ${found} of ${there}, wrong ${wrong}, lost ${lost}; gone ${gone}, said so ${honest}`,
    );
  const sum = (key: "there" | "found" | "wrong"): number => counts.reduce((all, count) => all + count[key], 0);
  console.log(`  all ${counts.length} kinds: found ${sum("found")} of ${sum("there")}, wrong ${sum("wrong")}`);
}
process.exitCode = failed ? 1 : 0;
