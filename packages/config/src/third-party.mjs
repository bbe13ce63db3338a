import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The folder of the package a file belongs to; `null` for our own files. */
const packageOf = (file) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(file))?.[1] ?? null;

const isLicence = (name) => /^(licen[cs]e|copying|notice)/i.test(name);

async function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter(isLicence).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  // A package without a file of its own says its licence and its author in its description.
  const said = `${license}${author === undefined ? "" : `, ${author.name ?? author}`}`;
  const text = texts.length > 0 ? texts.map((each) => each.trim()).join("\n\n") : said;
  return { name: `${name} ${version}`, text: `${name} ${version} (${license})\n\n${text}` };
}

/**
 * Writes `THIRD-PARTY.txt` beside what was built: the licence of every package whose code was bundled into it. To be called
 * after a build with `metafile: true`; takes the build's metafile away, which is of no use to anybody else.
 *
 * @param dist - The folder that was built into.
 */
export async function writeThirdParty(dist) {
  const metafile = join(dist, "metafile-esm.json");
  const { inputs } = JSON.parse(await readFile(metafile, "utf8"));
  const folders = new Set(Object.keys(inputs).flatMap((file) => packageOf(join(dirname(dist), file)) ?? []));
  const notices = await Promise.all([...folders].map(noticeOf));
  notices.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  const head = "Code of these packages is part of this one. Each stands under its own licence:";
  await writeFile(join(dist, "THIRD-PARTY.txt"), `${[head, ...notices.map(({ text }) => text)].join(rule)}\n`);
  await rm(metafile);
}
