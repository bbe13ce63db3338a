const known = new Map<string, Intl.DateTimeFormat>();

/** Ways a moment is written: the day's name, its date, its hour. */
const shapes: Record<"weekday" | "date" | "year" | "hour", Intl.DateTimeFormatOptions> = {
  weekday: { weekday: "long" },
  date: { day: "numeric", month: "short" },
  year: { day: "numeric", month: "short", year: "numeric" },
  hour: { hour: "numeric", minute: "2-digit" },
};

/** A moment in the person's language. A formatter costs more than a hundred uses of it: each is made once. */
export function momentIn(shape: keyof typeof shapes, locale: string, at: number): string {
  const key = `${locale} ${shape}`;
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, shapes[shape]);
  known.set(key, format);
  return format.format(at);
}
