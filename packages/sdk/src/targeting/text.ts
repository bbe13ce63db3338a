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
