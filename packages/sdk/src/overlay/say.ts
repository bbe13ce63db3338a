/** The interface's words in one language, by key. */
export type Words = Readonly<Record<string, string>>;

/** What fills the blanks of a text. Numbers are written as the language writes them. */
export type Blanks = Record<string, string | number>;

/** Words by key, with `{name}` filled in; a key nobody knows comes back as it is. */
export interface Say {
  (key: string, values?: Blanks): string;
  /** The form that a number asks for in this language: `records.some` has `records.some.one`, `records.some.other`. Fills `{n}`. */
  plural(key: string, n: number, values?: Blanks): string;
  /** Takes in the English words of a room that has just loaded; what is known stays. */
  learn(words: Words): void;
  /** Goes on in another language. `locale` is a BCP 47 tag. */
  speak(words: Words, locale: string): void;
  /** The locale of the words, which is not the person's where there are none in their language. */
  readonly locale: string;
}

/** Whether a language is written from right to left, by its BCP 47 tag. */
export const rightToLeft = (locale: string): boolean => /^(ar|fa|he|iw|ur|yi|dv|ps|sd|ug)\b/i.test(locale);

/** Where a small number is written by its digits alone: the usual "2 of 5" needs no `Intl`, which takes long to make. */
const asDigits = /^(de|en|es|fr|ja)(-[A-Z]{2})?$/;

/**
 * The interface's words: the host's own come first, then the language's, then what rooms bring along.
 *
 * @example
 * ```ts
 * createSay(await loadWords("de-AT"), {}, "de-AT")("count", { done: 2, total: 5 }); // "2 von 5"
 * ```
 */
export function createSay(words: Words, overrides: Words = {}, locale = "en"): Say {
  const learnt: Record<string, string> = {};
  let known = words;
  // Made when first needed: making both takes a browser as long as drawing a card.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const find = (key: string): string | undefined =>
    [overrides, known, learnt].map((catalogue) => catalogue[key]).find((each) => typeof each === "string");
  const blank = (value: string | number): string => {
    if (typeof value === "number") {
      if (asDigits.test(say.locale) && /^\d{1,3}$/.test(`${value}`)) return `${value}`;
      numbers ??= new Intl.NumberFormat(say.locale);
      return numbers.format(value);
    }
    // A name in other letters must not turn the sentence around it.
    return rightToLeft(say.locale) ? `\u2068${value}\u2069` : value;
  };
  const fill = (text: string, values: Blanks): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : blank(value);
    });
  const say = Object.assign((key: string, values: Blanks = {}): string => fill(find(key) ?? key, values), {
    locale,
    plural: (key: string, n: number, values: Blanks = {}) => {
      rules ??= new Intl.PluralRules(say.locale);
      return fill(find(`${key}.${rules.select(n)}`) ?? find(`${key}.other`) ?? key, { n, ...values });
    },
    learn: (more: Words) => void Object.assign(learnt, more),
    speak: (more: Words, next: string) => {
      known = more;
      say.locale = next;
      rules = numbers = undefined;
    },
  });
  return say;
}
