/** A page's words by the first part of a locale; English comes with the page. */
export type Rooms<Words> = Readonly<Record<string, () => Promise<{ words: Words }>>>;

/** The words of a page that brings its own, for a locale, `de-DE`. What cannot be loaded stays English. */
export async function loadWords<Words>(locale: string, english: Words, rooms: Rooms<Words>): Promise<Words> {
  const room = rooms[locale.split("-")[0] ?? ""];
  return room === undefined ? english : (await room().catch(() => ({ words: english }))).words;
}
