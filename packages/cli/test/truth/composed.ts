import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Reached, Section } from "./report.ts";

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

const reachedOf = (word: string): Reached => (word === "yes" ? "reached" : "NOT reached");

/**
 * Runs another long test and takes its tables over as they are. A figure that it lets through with a word of its own
 * counts as not reached here, with the word.
 */
export function composed(name: string): Section[] {
  const path = fileURLToPath(new URL(`../../../engine/long/${name}.ts`, import.meta.url));
  const { stdout } = spawnSync(process.execPath, [path], { encoding: "utf8", maxBuffer: 1e8 });
  const lines = stdout.split("\n");
  const sections: Section[] = [];
  lines.forEach((line, index) => {
    if (line.startsWith("| ---")) {
      const title = lines.slice(0, index - 1).findLast((each) => each !== "" && !each.startsWith("|")) ?? name;
      sections.push({
        title,
        says: `\`pnpm test:long ${name}\`, ${lines[0]}.`,
        names: cellsOf(lines[index - 1] ?? "").slice(0, -1),
        rows: [],
      });
    } else if (line.startsWith("|") && lines[index + 1]?.startsWith("| ---") === false) {
      const cells = cellsOf(line);
      const word = cells.at(-1) ?? "";
      const own =
        word === "yes" || word === "NO" ? cells.slice(0, -1) : [...cells.slice(0, -2), `${cells.at(-2)}, ${word}`];
      sections.at(-1)?.rows.push({ cells: own, reached: reachedOf(word) });
    }
  });
  if (sections.length === 0) throw new Error(`${name} printed no table: run \`pnpm test:long ${name}\` alone.`);
  return sections;
}
