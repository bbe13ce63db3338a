import type { CommandDef } from "citty";
import { readJourneyFiles, renderFile } from "../journey-files.ts";
import { publishJourney } from "../publish.ts";
import { webAddress } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

/** `waymark publish FILES --collector URL --key ak_...`: all files are checked before the first is published. */
export const publish: CommandDef = {
  meta: { name: "publish", description: "Publish journey files to a collector." },
  args: {
    collector: { type: "string", required: true, description: "The collector's address" },
    key: { type: "string", required: true, description: "An author key, ak_..." },
    note: { type: "string", description: "What changed, for the list of versions" },
    release: { type: "boolean", description: "Let the editor publish these journeys again: files hold them no more" },
    json: { type: "boolean", description: "Print ids and versions as JSON" },
  },
  run: plainly(
    async ({ args }) => {
      if (args._.length === 0)
        throw new Error("Name the journey files to publish: waymark publish journeys/*.journey.json ...");
      const files = await readJourneyFiles(args._);
      for (const line of files.flatMap(renderFile)) console[args.json ? "error" : "log"](line);
      if (files.some(({ journey }) => journey === null))
        throw new Error("Nothing was published: mend the errors above first.");
      const target = {
        collector: webAddress("collector", args.collector),
        key: String(args.key),
        note: args.note as string | undefined,
        origin: args.release ? ("collector" as const) : ("git" as const),
      };
      const done: { id: string; version: number }[] = [];
      for (const { journey } of files) {
        if (!journey) continue;
        const one = await publishJourney(journey, target);
        done.push(one);
        if (!args.json) console.log(`${one.id} is live as version ${one.version}`);
      }
      if (args.json) console.log(JSON.stringify(done));
    },
    { files: true },
  ),
};
