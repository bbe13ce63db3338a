// Serves the situations for people: `pnpm example [PORT]`, then open one of the addresses it prints. Runs until it is stopped.
import { existsSync, readdirSync } from "node:fs";
import { serveExamples } from "../packages/testing/src/serve-examples.ts";

const here = new URL(".", import.meta.url);
const { url } = await serveExamples(Number(process.argv[2] ?? 0));
for (const { name } of readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  if (existsSync(new URL(`${name}/${name}.e2e.ts`, here))) console.log(`${url}/${name}/`);
}
