import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CommandDef } from "citty";
import { Failure } from "../failure.ts";
import { declareTypes } from "../host-types.ts";
import { findJourneyFiles, readJourneyFiles, renderFile } from "../journey-files.ts";
import { plainly } from "./plainly.ts";

/** `waymark types FILES --out FILE`: names of journeys, steps and events for the host's compiler. */
export const types: CommandDef = {
  meta: { name: "types", description: "Write TypeScript types of journeys, steps and events for your app's code." },
  args: {
    out: { type: "string", description: "The file to write. Default: the terminal" },
    check: { type: "boolean", description: "Write nothing, and fail where the file is not what it should be" },
    json: { type: "boolean", description: "Print what was done as JSON" },
  },
  run: plainly(
    async ({ args }) => {
      const files = await readJourneyFiles(await findJourneyFiles(args._));
      const errors = files.filter(({ journey }) => journey === null);
      for (const line of errors.flatMap(renderFile)) console.error(line);
      if (errors.length > 0) throw new Failure("journeys_broken", "Journey files have errors, so no types were made.");
      const journeys = files.flatMap(({ journey }) => journey ?? []);
      const text = declareTypes(journeys);
      if (args.out === undefined) {
        process.stdout.write(text);
        return;
      }
      const out = String(args.out);
      const current = (await readFile(out, "utf8").catch(() => null)) === text;
      if (args.check && !current)
        throw new Error(`${out} is not what the journeys say: run waymark types --out ${out}.`);
      if (!current) {
        await mkdir(dirname(out), { recursive: true });
        await writeFile(out, text);
      }
      if (args.json) console.log(JSON.stringify({ out, journeys: journeys.length, changed: !current }));
      else console.log(`${out} ${current ? "is up to date" : "is written"}: ${journeys.length} journeys`);
    },
    { files: true },
  ),
};
