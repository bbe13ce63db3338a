import { writeFile } from "node:fs/promises";
import { library } from "@waymark/config/tsup";

export default library({
  entry: { index: "src/index.ts" },
  // The published JSON Schema is made from the very build that is published.
  onSuccess: async () => {
    const { journeyJsonSchema } = await import(new URL("./dist/index.js", import.meta.url).href);
    await writeFile(
      new URL("./journey.schema.json", import.meta.url),
      `${JSON.stringify(journeyJsonSchema(), null, 2)}\n`,
    );
  },
});
