import { defineConfig } from "vitest/config";
import base from "./vitest.config.mjs";

/** One place of the source as it would be without its fix, given as `{ file, from, to }` in MUTANT. Nothing on disk changes. */
const { file, from, to } = JSON.parse(process.env.MUTANT ?? "{}");

const mutant = {
  name: "mutant",
  enforce: "pre",
  transform(code, id) {
    if (!id.split("?")[0].endsWith(file)) return null;
    if (code.split(from).length !== 2)
      throw new Error(`MUTANT: "${from}" stands ${code.split(from).length - 1} times in ${file}`);
    return code.replace(from, () => to);
  },
};

const [unit] = base.test.projects;

// What was changed is changed anew each time: nothing that was transformed before may stand for it.
export default defineConfig({
  root: base.root,
  test: { fsModuleCache: false, projects: [{ ...unit, plugins: [mutant] }] },
});
