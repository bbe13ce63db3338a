import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lintJourney, parseJourney } from "@waymark/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-templates-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the real program in a folder of its own. */
function waymark(...args: string[]): Promise<{ code: number; lines: string[]; errors: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [program, "templates", ...args], { cwd: folder }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? 1) : 0, lines: stdout.trim().split("\n"), errors: stderr }),
    );
  });
}

describe("waymark templates", () => {
  it("L66 lists them, and writes those that are named, in the languages asked for", async () => {
    const listed = await waymark("--lang", "de");
    expect([listed.code, listed.lines.length]).toEqual([0, 50]);
    expect(listed.lines.find((line) => line.startsWith("give-a-discount "))).toMatch(
      /sales-rep +Rabatt richtig vergeben$/,
    );
    expect(await readdir(folder)).toEqual([]);

    const wrote = await waymark("give-a-discount", "merge-two-tickets", "--lang", "de,ja", "--to", "a/b");
    expect([wrote.code, wrote.lines.length]).toEqual([0, 2]);
    const path = join(folder, "a/b/give-a-discount.journey.json");
    const parsed = parseJourney(JSON.parse(await readFile(path, "utf8")));
    if (!parsed.ok) throw new Error("not a journey");
    expect(lintJourney(parsed.value)).toEqual([]);
    expect(Object.keys(parsed.value.texts ?? {})).toEqual(["de", "ja"]);
    expect(resolve(dirname(path), parsed.value.$schema ?? "")).toBe(
      join(folder, "node_modules/@waymark/schema/journey.schema.json"),
    );
    await waymark("--all");
    expect((await readdir(join(folder, "journeys"))).length).toBe(50);
  });

  it("L67 leaves what is there, and writes nothing for an id or a language that it does not know", async () => {
    await writeFile(join(folder, "give-a-discount.journey.json"), "mine");
    const again = await waymark("give-a-discount", "split-a-deal", "--to", ".");
    expect([again.code, again.lines]).toEqual([
      0,
      ["split-a-deal.journey.json is written", "give-a-discount.journey.json was there already and stays as it is"],
    ]);
    expect(await readFile(join(folder, "give-a-discount.journey.json"), "utf8")).toBe("mine");

    const id = await waymark("split-a-deal", "split-a-hair");
    expect([id.code, id.errors]).toEqual([
      1,
      "waymark: There is no template split-a-hair: waymark templates lists them.\n",
    ]);
    const lang = await waymark("split-a-deal", "--lang", "de,xx");
    expect([lang.code, lang.errors]).toEqual([
      1,
      "waymark: The templates have no xx: beside English there are ar, de, es, fr, ja.\n",
    ]);
    expect(await readdir(folder)).toEqual(["give-a-discount.journey.json", "split-a-deal.journey.json"]);
  });
});
