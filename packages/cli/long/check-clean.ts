// `pnpm test:long check-clean [-- runs]`: `waymark check` on the CRM and the helpdesk of the examples, as they are, 50 times over.
// Fails on the first false alarm. `-- 3` runs it three times.
import { serveDesk } from "../../../examples/check/desk.ts";
import { at, check, crmArgs, startCrm } from "./check/run-check.ts";

const runs = Number(process.argv[2] ?? 50);
const crm = await startCrm();
const desk = await serveDesk();
const deskArgs = [
  ...[at("examples/helpdesk/journeys"), "--url", desk.url, "--as", "support-agent=/?as=u-jonas"],
  ...["--source", at("examples/helpdesk/src")],
];
const apps: [name: string, args: string[]][] = [
  ["crm", crmArgs(crm.url)],
  ["helpdesk", deskArgs],
];

let alarms = 0;
try {
  for (let run = 1; run <= runs; run++)
    for (const [name, args] of apps) {
      const began = Date.now();
      const { ok, broken, later, findings } = await check(args);
      console.log(`${name} ${run}: ${ok} ok, ${broken} broken, ${later} later, ${Date.now() - began} ms`);
      for (const each of findings) if (each.verdict === "broken") console.log(JSON.stringify(each));
      alarms += broken;
    }
} finally {
  crm.close();
  await desk.close();
}
console.log(`${alarms} false alarms in ${runs} runs on ${apps.length} apps`);
process.exit(alarms === 0 ? 0 : 1);
