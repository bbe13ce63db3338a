import { deeds, firstNames, otherNames, plainWords, starters, titles } from "./name-words.ts";

/** Something in a text that may tell who is meant. */
export interface NameHit {
  kind: "name" | "mail" | "phone";
  /** As it stands in the text. */
  text: string;
  /** First and last position, the last exclusive, in UTF-16 units. */
  start: number;
  end: number;
  /** Whether it opens a sentence: what replaces it begins with a capital then. */
  opens: boolean;
}

/** What the device knows besides the text. */
export interface NameHints {
  /** Names that are known here: the person's own, those of hand-overs. Whole names; their parts are looked for too. */
  known?: readonly string[];
  /** Words that are names of things here, as titles of journeys and labels of fields: never taken for people. */
  plain?: readonly string[];
  /** BCP 47. In German every noun begins with a capital: there a capital says nothing. */
  locale?: string;
}

interface Word {
  text: string;
  start: number;
  end: number;
  opens: boolean;
}

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const digits = /(?<![\p{L}\p{N}])(?:\+|\()?\d[\d\s()./-]{5,}\d(?![\p{L}\p{N}])/gu;
const date = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})$/;
const amount = /^\d{1,3}(?:[ .]\d{3})+$/;
const wordShape = /\p{L}[\p{L}\p{M}’'-]*/gu;
/** A sentence begins at the start, after its end mark, after a line break, and inside opening quotes. */
const opening = /(?:^|[.!?…:。！？؟]["”’»)]?\s+|\n\s*)["“„«'(¿¡]*\s*$/u;
const honorific = /([\p{Script=Han}\p{Script=Katakana}ー]{1,6})(?:さん|様|さま|くん|君|ちゃん|氏)/gu;
const everybody = /(?:客|皆|みな|お|先方|業者|担当者|者)$/u;
const arabicTitle = /(?:السيد|السيدة|الأستاذ|الأستاذة|زميلي|زميلتي|مديري|مديرتي)\s+(\p{L}{2,})/gu;

function lower(text: string): string {
  return text.toLocaleLowerCase("en").replace(/(?:['’]s|['’])$/u, "");
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordShape)].map(({ 0: word, index }) => {
    const bare = word.replace(/(?:['’]s|['’-]+)$/u, "");
    return { text: bare, start: index, end: index + bare.length, opens: opening.test(text.slice(0, index)) };
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);

/** Whether a word is somebody by its letters, its place and its neighbours. */
function isName(word: Word, before: Word | undefined, after: Word | undefined, text: string, german: boolean): boolean {
  const small = lower(word.text);
  if (plainWords.has(small) || titles.has(small)) return false;
  const adjoins = (a: Word, b: Word): boolean => /^\.?\s+$/.test(text.slice(a.end, b.start));
  if (isCapital(word.text) && before && titles.has(lower(before.text)) && adjoins(before, word)) return true;
  // "Peters Liste": the genitive of a German name has no apostrophe.
  const genitive = german && small.endsWith("s") && firstNames.has(small.slice(0, -1));
  if (isCapital(word.text) && (firstNames.has(small) || genitive)) return true;
  if (!isCapital(word.text)) return false;
  if (!word.opens) return !german;
  const does = after !== undefined && adjoins(word, after) && deeds.has(after.text.toLowerCase());
  return does && !starters.has(small);
}

function knownHits(text: string, known: readonly string[]): NameHit[] {
  const parts = known.flatMap((name) => [name.trim(), ...name.trim().split(/\s+/)]);
  return [...new Set(parts)]
    .filter((part) => [...part].length > 1)
    .flatMap((part) => {
      const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(part);
      const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const edge = spaceless ? escaped : `(?<![\\p{L}\\p{M}])[ولبفك]?${escaped}(?=s?(?![\\p{L}\\p{M}]))`;
      return [...text.matchAll(new RegExp(edge, "giu"))].map((match) => hitAt(text, "name", match.index, match[0]));
    });
}

function hitAt(text: string, kind: NameHit["kind"], start: number, found: string): NameHit {
  return { kind, text: found, start, end: start + found.length, opens: opening.test(text.slice(0, start)) };
}

/** Names in scripts that have no capitals. */
function uncasedHits(text: string): NameHit[] {
  const polite = [...text.matchAll(honorific)]
    .filter(([, name = ""]) => !everybody.test(name))
    .map((match) => hitAt(text, "name", match.index, match[0]));
  const titled = [...text.matchAll(arabicTitle)].map((match) => hitAt(text, "name", match.index, match[0]));
  return [...polite, ...titled, ...knownHits(text, otherNames)];
}

/** The first of those that overlap, and of those that begin together the longest. */
function apart(hits: readonly NameHit[]): NameHit[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: NameHit[] = [];
  for (const hit of sorted) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

/** A title belongs to the name: "Mrs. Dalloway". */
function withTitle(text: string, hit: NameHit): NameHit {
  const [title, word = ""] = /(\p{L}+)\.?\s+$/u.exec(text.slice(0, hit.start)) ?? [];
  if (hit.kind !== "name" || title === undefined || !titles.has(lower(word))) return hit;
  return hitAt(text, "name", hit.start - title.length, title + hit.text);
}

/** First name and surname are one person. */
function together(text: string, hits: readonly NameHit[]): NameHit[] {
  const joined: NameHit[] = [];
  for (const bare of hits) {
    const hit = withTitle(text, bare);
    const last = joined.at(-1);
    const one = last?.kind === "name" && hit.kind === "name" && /^[ \u00a0]$/.test(text.slice(last.end, hit.start));
    if (last && one) joined[joined.length - 1] = { ...last, end: hit.end, text: text.slice(last.start, hit.end) };
    else joined.push(hit);
  }
  return joined;
}

/**
 * What in a text may tell who is meant: names, mail addresses, telephone and other long numbers, in order. A hint for
 * the one who writes, worked out on their device; it misses some names and takes some words for names.
 *
 * Names are: what the device knows; a common first name; a capital inside a sentence, but not in German, where every
 * noun has one; a word with a capital after a title; a word at the start of a sentence that says, wants or skips
 * something; in Japanese what stands before "san"; in Arabic what follows a title.
 *
 * @example
 * ```ts
 * findNames("Sixteen fields. Peter skips them too."); // [{ kind: "name", text: "Peter", opens: true, ... }]
 * ```
 */
export function findNames(text: string, { known = [], plain = [], locale = "en" }: NameHints = {}): NameHit[] {
  const german = /^de\b/i.test(locale);
  const things = new Set(plain.flatMap((each) => wordsOf(each).map((word) => lower(word.text))));
  const words = wordsOf(text);
  const named = words
    .filter((word, at) => {
      const thing = things.has(lower(word.text)) && !firstNames.has(lower(word.text));
      return !thing && isName(word, words[at - 1], words[at + 1], text, german);
    })
    .map((word) => hitAt(text, "name", word.start, word.text));
  const mails = [...text.matchAll(mail)].map((match) => hitAt(text, "mail", match.index, match[0]));
  const phones = [...text.matchAll(digits)]
    .filter(([found]) => found.replace(/\D/g, "").length >= 7 && !date.test(found) && !amount.test(found))
    .map((match) => hitAt(text, "phone", match.index, match[0]));
  return together(text, apart([...mails, ...phones, ...knownHits(text, known), ...uncasedHits(text), ...named]));
}

/** The text with one hit written otherwise; at the start of a sentence with a capital. */
export function rewriteName(text: string, hit: NameHit, words: string): string {
  const put = hit.opens ? words.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase()) : words;
  return text.slice(0, hit.start) + put + text.slice(hit.end);
}
