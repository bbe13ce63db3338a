// `pnpm test:long check-clean [-- runs]`: `waymark check` on the CRM and the helpdesk of the examples, as they are, 50 times over.
// Fails on the first false alarm. `-- 3` runs it three times.
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { serveDesk } from "../../../examples/check/desk.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const program = at("packages/cli/dist/main.js");
const runs = Number(process.argv[2] ?? 50);

const demo = spawn(process.execPath, [at("examples/demo/dist/main.js"), "--json", "--people=0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const crm = await new Promise<string>((resolve) =>
  createInterface({ input: demo.stdout }).once("line", (line) => resolve((JSON.parse(line) as { crm: string }).crm)),
);
const desk = await serveDesk();

const crmRoles = "sales-rep=/?as=sales-rep,support-agent=/?as=support-agent,sales-manager=/?as=sales-manager";
const apps: [name: string, args: string[]][] = [
  ["crm", [at("examples/crm/journeys"), "--url", crm, "--as", crmRoles, "--record", "ticket=1,ticket=2,ticket=3"]],
  [
    "helpdesk",
    [
      at("examples/helpdesk/journeys"),
      "--url",
      desk.url,
      "--as",
      "support-agent=/?as=u-jonas",
      "--source",
      at("examples/helpdesk/src"),
    ],
  ],
];

interface Outcome {
  ok: number;
  broken: number;
  later: number;
  findings: { verdict: string }[];
}

const check = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const all = [program, "check", ...args, "--shots", "none", "--json"];
    execFile(process.execPath, all, { maxBuffer: 50_000_000 }, (_, out, errors) => {
      const read = out.startsWith("{") ? (JSON.parse(out) as Outcome & { error?: unknown }) : null;
      if (read && !read.error) resolve(read);
      else reject(new Error(`${out}${errors}`));
    });
  });

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
  demo.kill("SIGTERM");
  await desk.close();
}
console.log(`${alarms} false alarms in ${runs} runs on ${apps.length} apps`);
process.exit(alarms === 0 ? 0 : 1);
