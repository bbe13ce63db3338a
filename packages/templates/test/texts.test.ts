import { readFileSync } from "node:fs";
import { type Journey, type JourneyTexts, lintJourney, parseJourney, renderProblem } from "@waymark/schema";
import { describe, expect, it } from "vitest";
import { texts as ar } from "../src/ar.ts";
import { texts as de } from "../src/de.ts";
import { texts as es } from "../src/es.ts";
import { texts as fr } from "../src/fr.ts";
import { templates, withTexts } from "../src/index.ts";
import { texts as ja } from "../src/ja.ts";

const languages = { ar, de, es, fr, ja };
const every = Object.entries(languages);

interface Text {
  at: string;
  text: string;
}

/** Every text of a language, with the place it stands at. */
function textsOf({ title = "", destination = "", keywords = [], brief, steps = {} }: JourneyTexts): Text[] {
  const { purpose = "", benefit = "", expectation = "" } = brief ?? {};
  const own = Object.entries({ title, destination, purpose, benefit, expectation, keywords: keywords.join() });
  const ofSteps = Object.entries(steps).flatMap(([id, { title: name = "", say = "", why = "", label = "" }]) =>
    Object.entries({ title: name, say, why, label }).map(([key, text]) => [`${id}.${key}`, text] as const),
  );
  return [...own, ...ofSteps].map(([at, text]) => ({ at, text }));
}

/** The journey's own texts, as a language has them. */
const english = ({ title, destination, keywords, brief, steps }: Journey): JourneyTexts => ({
  ...{ title, destination, keywords, brief },
  steps: Object.fromEntries(
    steps.map(({ id, title: name, why, do: { say, label } = {} }) => [id, { title: name, why, say, label }]),
  ),
});

const inLanguage = (journey: Journey, tag: string): JourneyTexts => {
  const found = languages[tag as keyof typeof languages][journey.id];
  if (!found) throw new Error(`${journey.id} has no ${tag}`);
  return found;
};

/** Words of the same spelling in two languages. */
const names = /^(Solution|Information|Note|CSV|Excel|FAQ)$/i;

/** What nobody who writes a language would write: the signs of another, and a tone that is not ours. */
const strange: Record<keyof typeof languages, RegExp> = {
  // Latin commas and question marks; letters of another script, but for what is on the keyboard or filled in.
  ar: /[,;?!]|[a-z](?![^{]*\})/i,
  de: /!|(?<!\p{L})(du|dich|dir|dein\p{L}*|euch|euer)(?!\p{L})/iu,
  es: /!|(?<!\p{L})(tú|tu|tus|te|ti|vosotros|click)(?!\p{L})|^[^¿]*\?/iu,
  fr: /!|'| [?;:»%]|« |(?<!\p{L})(tu|toi|tes|ta)(?!\p{L})/iu,
  // ASCII and Arabic marks beside Japanese letters; the plain form at the end of a sentence.
  ja: /[,!?;]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]\.|(だ|である)。/u,
};

describe.each(every)("templates in %s", (tag, texts) => {
  const pairs = templates.map((journey) => [journey, inLanguage(journey, tag)] as const);

  it("L57 have every text of every journey, and none of another", () => {
    expect(Object.keys(texts).sort()).toEqual(templates.map(({ id }) => id).sort());
    for (const [journey, own] of pairs) {
      const [theirs, ours] = [textsOf(own), textsOf(english(journey))];
      expect([journey.id, theirs.map(({ at }) => at)]).toEqual([journey.id, ours.map(({ at }) => at)]);
      expect(theirs.filter(({ text }) => text.trim() !== text || text === "")).toEqual([]);
      const same = theirs.filter(({ text }, at) => text === ours[at]?.text && !names.test(text));
      expect([journey.id, same]).toEqual([journey.id, []]);
    }
  });

  it("L58 keep what is filled in and what is pressed", () => {
    const marks = (text: string): unknown => [text.match(/\{[^}]*\}/g), text.match(/\*\*.+?\*\*/g)?.length];
    for (const [journey, own] of pairs) {
      const ours = textsOf(english(journey));
      for (const [at, { text }] of textsOf(own).entries()) expect(marks(text)).toEqual(marks(ours[at]?.text ?? ""));
    }
  });

  it("L59 are as short as the English ones have to be", () => {
    const most: Record<string, number> = { title: 40, destination: 16, benefit: 90 };
    const ofStep: Record<string, number> = { title: 24, label: 24, say: 90, why: 90 };
    const long = pairs.flatMap(([{ id }, own]) =>
      textsOf(own).filter(({ at, text }) => {
        const [step, key = ""] = at.split(".");
        return text.length > (ofStep[key] ?? most[step ?? ""] ?? 240) && `${id} ${at}`;
      }),
    );
    expect(long).toEqual([]);
    expect(
      pairs.filter(([, { keywords = [] }]) => keywords.length < 4 || new Set(keywords).size < keywords.length),
    ).toEqual([]);
  });

  it("L63 are written as the language is written, in a polite tone", () => {
    const found = pairs.flatMap(([{ id }, own]) =>
      textsOf(own)
        .filter(({ text, at }) => at !== "keywords" && strange[tag as keyof typeof languages].test(text))
        .map(({ at, text }) => `${id} ${at}: ${text}`),
    );
    expect(found).toEqual([]);
    const sentences = pairs.flatMap(([, own]) =>
      textsOf(own).filter(({ at }) => /(^|\.)(say|why|benefit|purpose)$/.test(at)),
    );
    expect(sentences.filter(({ text }) => !/[.?。؟]$/.test(text))).toEqual([]);
  });

  it("L64 are a file of their own, which nobody pays for who does not ask", () => {
    const built = (name: string): string => readFileSync(new URL(`../dist/${name}.js`, import.meta.url), "utf8");
    const titles = pairs.map(([, own]) => own.title ?? "");
    expect(titles.filter((title) => !built(tag).includes(title))).toEqual([]);
    const others = ["index", ...Object.keys(languages)].filter((name) => name !== tag);
    for (const other of others)
      expect([other, titles.filter((title) => built(other).includes(title))]).toEqual([other, []]);
  });

  it("L60 have no two journeys alike, and no two steps of one", () => {
    const all = (pick: (own: JourneyTexts) => unknown): number => new Set(pairs.map(([, own]) => pick(own))).size;
    expect([all((own) => own.title), all((own) => own.brief?.benefit), all((own) => own.brief?.purpose)]).toEqual([
      50, 50, 50,
    ]);
    for (const [{ id, steps }, own] of pairs) {
      const titles = new Set(Object.values(own.steps ?? {}).map(({ title }) => title));
      expect([id, titles.size]).toEqual([id, steps.length]);
    }
  });
});

describe("withTexts", () => {
  const first = templates[0] as Journey;

  it("L61 puts languages into a journey, which is then still a journey that lint likes", () => {
    for (const journey of templates) {
      const full = withTexts(journey, languages);
      expect(parseJourney(full)).toEqual({ ok: true, value: full });
      expect(lintJourney(full).map(renderProblem)).toEqual([]);
      expect(Object.keys(full.texts ?? {})).toEqual(Object.keys(languages));
      expect({ ...full, texts: undefined }).toEqual({ ...journey, texts: undefined });
    }
  });

  it("L62 leaves what the journey says itself, what it does not have, and what nobody knows", () => {
    const mine = { ...first, texts: { de: { title: "Mein Titel" } } };
    expect(withTexts(mine, languages).texts).toEqual({
      ...withTexts(first, languages).texts,
      de: { title: "Mein Titel" },
    });
    const shorter = { ...first, steps: first.steps.slice(1) };
    const kept = Object.keys(withTexts(shorter, { de }).texts?.de?.steps ?? {});
    expect(kept).toEqual(shorter.steps.map(({ id }) => id));
    for (const id of ["our-own", "constructor"]) {
      const unknown = { ...first, id };
      expect(withTexts(unknown, languages)).toBe(unknown);
    }
    expect(withTexts(first, {})).toBe(first);
  });
});
