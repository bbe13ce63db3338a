// A command of the project's own, `waymark overlong journeys/*.json --most 60`: which sentences are too long to be read at work.
import { readFile } from "node:fs/promises";
import { defineWaymarkCommand, type WaymarkCommand } from "@waymark/cli";
import type { Journey } from "@waymark/sdk";

const overlong: WaymarkCommand = defineWaymarkCommand({
  description: "List sentences that are longer than people read at work.",
  options: { most: { type: "string", description: "Characters that are fine", default: "90" } },
  async run({ options, files, print }) {
    const most = Number(options.most);
    let found = 0;
    for (const file of files) {
      const { steps } = JSON.parse(await readFile(file, "utf8")) as Journey;
      for (const { id, do: deed } of steps) {
        const { length = 0 } = deed?.say ?? "";
        if (length <= most) continue;
        found += 1;
        print(`${file}: ${id}: ${length} characters`);
      }
    }
    print(`${found} too long`);
    return found > 0 ? 1 : 0;
  },
});

export default overlong;
