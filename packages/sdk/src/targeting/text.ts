/** One space between words, none outside, lower case: how two texts are compared. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Matches a text against a pattern in which `*` stands for any run of characters, without regard to case and outer space. */
export function matchGlob(pattern: string, text: string): boolean {
  const source = plainText(pattern)
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`, "s").test(plainText(text));
}

/** The words of a text, in lower case. */
export const words = (text: string): string[] => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How far a text says what a wanted one says, 0 to 1: 1 where the words are the same, whatever the marks between them; 0.8
 * where only numbers differ, as in a counter; else the share of words they have in common, at most 0.6. A pattern with `*`
 * holds or does not.
 */
export function likeness(wanted: string, text: string): number {
  const [one, other] = [plainText(wanted), plainText(text)];
  if (one === other) return 1;
  if (!other) return 0;
  if (one.includes("*")) return matchGlob(one, other) ? 1 : 0;
  const [mine, theirs] = [words(one), words(other)];
  if (mine.length === 0) return 0;
  if (mine.join() === theirs.join()) return 1;
  const bare = (list: string[]): string => list.filter((word) => !/^\d+$/.test(word)).join();
  if (bare(mine) && bare(mine) === bare(theirs)) return 0.8;
  const left = new Set(theirs);
  // Numbers are alike by chance.
  const common = mine.filter((word) => left.delete(word) && !/^\d+$/.test(word)).length;
  const whole = [mine, theirs].map((list) => list.join("")) as [string, string];
  const [shorter, longer] = whole.sort((a, b) => a.length - b.length);
  // Words were added or taken away, or the letters of an icon font stand before it.
  if (shorter.length > 1 && (longer.startsWith(shorter) || longer.endsWith(shorter))) return 0.6;
  return (0.6 * 2 * common) / (mine.length + theirs.length);
}
