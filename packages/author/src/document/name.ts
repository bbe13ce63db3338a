/** The longest name of a station that is read in one glance, characters. */
export const longestStation = 24;

/** A text as an id: `Log the call!` becomes `log-call`-like words joined by hyphens. */
export function slugOf(text: string, taken: readonly string[], fallback: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  const words = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  const base = words || fallback;
  let slug = base;
  for (let again = 2; taken.includes(slug); again++) slug = `${base}-${again}`;
  return slug;
}

/** A text cut at a word so that it is at most so long. */
export function cut(text: string, most: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const whole = plain.slice(0, most + 1).replace(/\s\S*$/, "");
  return (whole.length > most ? plain.slice(0, most) : whole).replace(/[\s,;:.–-]+$/, "");
}

/** The station's name and, where that had to be cut, a heading that says it all. */
export function titlesOf(text: string): { title: string; heading?: string } {
  const plain = text.replace(/\s+/g, " ").trim();
  const title = cut(plain, longestStation);
  return title === plain ? { title } : { title, heading: cut(plain, 80) };
}
