import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Journey } from "@waymark/schema";
import { type TemplateTexts, templates, withTexts } from "@waymark/templates";
import { roleTemplates } from "@waymark/templates/roles";

type Texts = Promise<{ texts: TemplateTexts }>;

/** Small journeys and those for kinds of work. */
const both = async (small: Texts, kinds: Texts): Texts => ({
  texts: { ...(await small).texts, ...(await kinds).texts },
});

/** The languages of the templates beside English, each read when it is wanted. Those for kinds of work speak German and French. */
const languages: Readonly<Record<string, () => Promise<{ texts: TemplateTexts }>>> = {
  ar: () => import("@waymark/templates/ar"),
  de: () => both(import("@waymark/templates/de"), import("@waymark/templates/roles/de")),
  es: () => import("@waymark/templates/es"),
  fr: () => both(import("@waymark/templates/fr"), import("@waymark/templates/roles/fr")),
  ja: () => import("@waymark/templates/ja"),
};

/**
 * Texts by language.
 *
 * @throws When a language is none of ours: the sentence lists those that are.
 */
export async function readLanguages(tags: readonly string[]): Promise<Record<string, TemplateTexts>> {
  const unknown = tags.filter((tag) => !Object.hasOwn(languages, tag));
  if (unknown.length > 0) {
    const known = Object.keys(languages).join(", ");
    throw new Error(`The templates have no ${unknown.join(", ")}: beside English there are ${known}.`);
  }
  const read = async (tag: string): Promise<[string, TemplateTexts]> => [tag, (await languages[tag]?.())?.texts ?? {}];
  return Object.fromEntries(await Promise.all(tags.map(read)));
}

/** The templates of these ids; for none all small ones, or those for kinds of work. */
export function findTemplates(ids: readonly string[], kinds = false): readonly Journey[] {
  const all = [...templates, ...roleTemplates];
  const unknown = ids.filter((id) => !all.some((each) => each.id === id));
  if (unknown.length > 0) throw new Error(`There is no template ${unknown.join(", ")}: waymark templates lists them.`);
  if (ids.length === 0) return kinds ? roleTemplates : templates;
  return all.filter(({ id }) => ids.includes(id));
}

/**
 * Writes templates as journey files, in English and in the languages given. A file that is there already is somebody's work:
 * it stays as it is.
 *
 * @returns The paths that were written, and those that were there before.
 */
export async function writeTemplates(
  wanted: readonly Journey[],
  folder: string,
  texts: Readonly<Record<string, TemplateTexts>>,
): Promise<{ written: string[]; kept: string[] }> {
  await mkdir(folder, { recursive: true });
  const done: { written: string[]; kept: string[] } = { written: [], kept: [] };
  for (const journey of wanted) {
    const path = join(folder, `${journey.id}.journey.json`);
    const schema = relative(dirname(resolve(path)), resolve("node_modules/@waymark/schema/journey.schema.json"));
    const $schema = schema.split(sep).join("/");
    const content = { ...withTexts(journey, texts), $schema: $schema.startsWith(".") ? $schema : `./${$schema}` };
    try {
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { flag: "wx" });
      done.written.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      done.kept.push(path);
    }
  }
  return done;
}
