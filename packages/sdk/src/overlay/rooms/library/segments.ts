/** A stretch of text: a word in the form it is found by, or what stands between words. */
export interface Segment {
  text: string;
  /** `null` between words. */
  word: string | null;
}

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordLike = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u;

/** Whether a text is written without space between words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** The form a word is found by: small letters without accents and other marks. */
function plain(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

function split(text: string): string[] {
  if (!isUnspaced(text) || typeof Intl.Segmenter !== "function") return text.split(wordLike);
  return Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), ({ segment }) => segment);
}

/**
 * Cuts a text into words and what stands between them; together they are the text.
 *
 * @example
 * ```ts
 * segmentsOf("Größe?"); // [{ text: "Größe", word: "grosse" }, { text: "?", word: null }]
 * ```
 */
export function segmentsOf(text: string): Segment[] {
  return split(text)
    .filter((part) => part !== "")
    .map((part) => ({ text: part, word: wordLike.test(part) ? plain(part) : null }));
}

/** The words of a text in the form they are found by. */
export function wordsOf(text: string): string[] {
  return segmentsOf(text).flatMap(({ word }) => word ?? []);
}
