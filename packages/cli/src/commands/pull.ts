import type { CommandDef } from "citty";
import { readJourneyFolder } from "../journey-files.ts";
import { type Pulled, pullJourney } from "../pull.ts";
import { webAddress } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

const says: Readonly<Record<Pulled["outcome"], string>> = {
  written: "written: look at it with git diff, then publish it",
  same: "nothing new on the collector",
  kept: "kept: it has changes that were never published; publish them first, or pull with --force",
};

/** `waymark pull [IDS] --collector URL --key ak_...`: drafts that were made in the page become files again. */
export const pull: CommandDef = {
  meta: { name: "pull", description: "Bring drafts that were made in the page into the journeys' files." },
  args: {
    collector: { type: "string", required: true, description: "The collector's address" },
    key: { type: "string", required: true, description: "An author key, ak_..." },
    journeys: { type: "string", default: "journeys", description: "The folder of the journey files" },
    force: { type: "boolean", description: "Write over changes that were never published" },
    json: { type: "boolean", description: "Print what came of each journey as JSON" },
  },
  run: plainly(
    async ({ args }) => {
      const folder = String(args.journeys);
      const files = await readJourneyFolder(folder);
      const broken = files.filter(({ journey }) => journey === null).map(({ path }) => path);
      if (broken.length > 0) throw new Error(`Mend ${broken.join(", ")} first: waymark lint says what is wrong.`);
      const own = new Map(files.flatMap((file) => (file.journey ? [[file.journey.id, file] as const] : [])));
      const ids = args._.length > 0 ? args._ : [...own.keys()];
      if (ids.length === 0) throw new Error(`There is no journey in ${folder}: name the ids to pull.`);
      const target = { collector: webAddress("collector", args.collector), key: String(args.key) };
      const done: Pulled[] = [];
      for (const id of ids)
        done.push(await pullJourney(id, own.get(id), { ...target, folder, force: args.force === true }));
      if (args.json) console.log(JSON.stringify(done, null, 2));
      else for (const { path, outcome } of done) console.log(`${path}: ${says[outcome]}`);
      if (done.some(({ outcome }) => outcome === "kept")) process.exitCode = 1;
    },
    { files: true },
  ),
};
