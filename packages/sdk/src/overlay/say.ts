/** The interface's words in one language, by key. */
export type Words = Readonly<Record<string, string>>;

/** What fills the blanks of a text. */
export type Blanks = Record<string, string | number>;

/** Words by key, with `{name}` filled in; a key nobody knows comes back as it is. */
export interface Say {
  (key: string, values?: Blanks): string;
  /** The form that a number asks for in this language: `records.some` has `records.some.one`, `records.some.other`. Fills `{n}`. */
  plural(key: string, n: number, values?: Blanks): string;
  /** Takes in the English words of a room that has just loaded; what is known stays. */
  learn(words: Words): void;
}

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
  let rules: Intl.PluralRules | undefined;
  const find = (key: string): string | undefined =>
    [overrides, words, learnt].map((catalogue) => catalogue[key]).find((each) => typeof each === "string");
  const fill = (text: string, values: Blanks): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const say = (key: string, values: Blanks = {}): string => fill(find(key) ?? key, values);
  return Object.assign(say, {
    plural: (key: string, n: number, values: Blanks = {}) => {
      rules ??= new Intl.PluralRules(locale);
      const number = new Intl.NumberFormat(locale).format(n);
      return fill(find(`${key}.${rules.select(n)}`) ?? find(`${key}.other`) ?? key, { n: number, ...values });
    },
    learn: (more: Words) => void Object.assign(learnt, more),
  });
}
