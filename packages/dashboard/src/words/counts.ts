/** How a language counts: its figures, and a noun in the form that the number asks for. */
export interface Counts {
  /** A number in the language's own figures. */
  n(value: number): string;
  /** The form for the number, with `#` in it replaced: `count(2, { one: "# person", other: "# people" })`. */
  count(value: number, forms: Forms): string;
}

/** The plural forms a language has; those that it lacks or that do not differ are left out. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Makes the counting of a locale. */
export function counts(locale: string): Counts {
  const figures = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const n = (value: number): string => figures.format(value);
  return { n, count: (value, forms) => (forms[rules.select(value)] ?? forms.other).replaceAll("#", n(value)) };
}
