import { writeFile } from "node:fs/promises";
import type { CommandDef } from "citty";
import { checkJourneys } from "../check/check.ts";
import { countVerdicts, renderJunit, renderTable } from "../check/render.ts";
import { Failure } from "../failure.ts";
import { findJourneyFiles, readJourneyFiles, renderFile } from "../journey-files.ts";
import { isColoured, progress } from "../terminal.ts";
import { webAddress, wholeNumber } from "./check-flags.ts";
import { many, recordsOf, signIns } from "./check-lists.ts";
import { plainly } from "./plainly.ts";

/** `waymark check FILES --url URL`: are the targets, pages and events of journeys still there? */
export const check: CommandDef = {
  meta: {
    name: "check",
    description: "Walk the journeys' pages in a real browser and look for every target, page and event.",
  },
  args: {
    url: { type: "string", description: "The address of your running app" },
    as: { type: "string", description: "How each role signs in: sales-rep=/login?as=rep,agent=state.json" },
    record: { type: "string", description: "Records to open: deal=17,ticket=3. Default: links are followed" },
    source: { type: "string", description: "Folders of your code, for events that no page's script names" },
    sent: { type: "string", description: "Events that something else tells, a server say" },
    timeout: { type: "string", default: "5000", description: "How long a target is waited for, ms" },
    shots: { type: "string", default: "waymark-check", description: "Folder for screenshots; or none" },
    junit: { type: "string", description: "Write a JUnit report to this file" },
    json: { type: "boolean", description: "Print the findings as JSON" },
  },
  run: plainly(
    async ({ args }) => {
      // Not left to the library: whatever cannot be run ends with 2.
      if (args.url === undefined) throw new Failure("host_silent", "Nobody says where your app runs.");
      const files = await readJourneyFiles(await findJourneyFiles(args._));
      const errors = files.filter(({ journey }) => journey === null);
      for (const line of errors.flatMap(renderFile)) console.error(line);
      if (errors.length > 0) throw new Failure("journeys_broken", "Journey files have errors, so nothing was checked.");
      const bar = progress(args.json !== true);
      const findings = await checkJourneys({
        journeys: files.flatMap(({ journey }) => journey ?? []),
        url: webAddress("url", args.url),
        signIn: signIns(args.as),
        records: recordsOf(args.record),
        sources: many(args.source),
        sent: many(args.sent),
        timeout: wholeNumber("timeout", args.timeout, 0),
        shots: args.shots === "none" ? null : String(args.shots),
        onStep: bar.step,
      });
      bar.end();
      const counts = countVerdicts(findings);
      if (args.junit !== undefined) await writeFile(String(args.junit), renderJunit(findings));
      if (args.json) console.log(JSON.stringify({ ...counts, findings }, null, 2));
      else {
        for (const line of renderTable(findings, isColoured())) console.log(line);
        console.log(`\n${counts.ok} ok, ${counts.broken} broken, ${counts.later} come later and were not looked at`);
      }
      if (counts.broken > 0) process.exitCode = 1;
    },
    { files: true, code: 2 },
  ),
};
