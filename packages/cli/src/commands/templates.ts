import type { CommandDef } from "citty";
import { findTemplates, readLanguages, writeTemplates } from "../template-files.ts";
import { plainly } from "./plainly.ts";

/** `waymark templates`: lists the small journeys to start from; with ids, or `--all`, writes them as files. */
export const templates: CommandDef = {
  meta: {
    name: "templates",
    description: "List small journeys to start from, or write them as files: name their ids.",
  },
  args: {
    to: { type: "string", default: "journeys", description: "The folder that files are written to" },
    lang: { type: "string", description: "Further languages, as de,fr: ar, de, es, fr, ja" },
    kinds: {
      type: "boolean",
      description: "One for each of twelve kinds of work, to begin with, in place of the small ones",
    },
    json: { type: "boolean", description: "Print the list as JSON" },
    all: { type: "boolean", description: "Write all of them" },
  },
  run: plainly(
    async ({ args }) => {
      const tags = [...new Set(String(args.lang ?? "").split(","))].map((tag) => tag.trim()).filter(Boolean);
      const texts = await readLanguages(tags);
      const wanted = findTemplates(args._, args.kinds === true);
      if (args._.length === 0 && !args.all) {
        const titles = texts[tags[0] ?? ""];
        if (args.json) {
          const listed = wanted.map(({ id, roles = [], title }) => ({
            id,
            roles,
            title: titles?.[id]?.title ?? title,
          }));
          return console.log(JSON.stringify(listed, null, 2));
        }
        for (const { id, roles = [], title } of wanted)
          console.log(
            `${id.padEnd(28)}${roles.join(", ").padEnd(args.kinds ? 26 : 15)}${titles?.[id]?.title ?? title}`,
          );
        return;
      }
      const { written, kept } = await writeTemplates(wanted, String(args.to), texts);
      for (const path of written) console.log(`${path} is written`);
      for (const path of kept) console.log(`${path} was there already and stays as it is`);
    },
    { files: true },
  ),
};
