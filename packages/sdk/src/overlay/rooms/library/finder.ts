import MiniSearch from "minisearch";
import { wordsOf } from "./segments.ts";

/** What of a journey is searched. */
export interface FinderText {
  id: string;
  title: string;
  keywords: string;
  gain: string;
  steps: string;
  /** Title and words in the language the journey was written in, where the person reads another. */
  original: string;
}

/** What fits a query: how well, by id, and the words of the texts that were met. */
export interface Found {
  scores: ReadonlyMap<string, number>;
  words: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Finder {
  /** `null`: the query asks for nothing. */
  find(query: string): Found | null;
  stop(): void;
}

const fields = ["title", "keywords", "gain", "steps", "original"];
const boost = { title: 4, keywords: 2.5, original: 2 };
/** So many texts are taken in at a time: with four times less power that is still far from a long task. */
const slice = 20;

/** So many letters may be wrong: two in a long word, since the commonest slip, two swapped letters, counts as two. */
const slipsOf = (word: string): number[] => (word.length > 4 ? [0, 1, 2] : word.length > 3 ? [0, 1] : [0]);

/**
 * A search that forgives slips of the pen. It is filled in slices and can be asked at once.
 *
 * @param noise Words that say nothing of what is asked: "how do I".
 * @param filled Called when all texts are in.
 */
export function createFinder(texts: readonly FinderText[], noise: ReadonlySet<string>, filled: () => void): Finder {
  const index = new MiniSearch<FinderText>({ fields, tokenize: wordsOf, processTerm: (word) => word });
  const widths = new Map<string, number | null>();
  let stopped = false;
  index
    .addAllAsync(texts, { chunkSize: slice })
    .then(() => {
      widths.clear();
      if (!stopped) filled();
    })
    .catch(() => undefined);

  const asked = { prefix: true, boost, tokenize: (word: string) => [word] };
  /** How many slips it takes until a word is met at all; a word spelt right is never widened. */
  const widthOf = (word: string): number | null => {
    const known = widths.get(word);
    if (known !== undefined) return known;
    const width = slipsOf(word).find((fuzzy) => index.search(word, { ...asked, fuzzy }).length > 0) ?? null;
    widths.set(word, width);
    return width;
  };

  return {
    find: (query) => {
      const words = [...new Set(wordsOf(query))].filter((word) => !noise.has(word));
      if (words.length === 0) return null;
      const queries = words.flatMap((word) => {
        const fuzzy = widthOf(word);
        return fuzzy === null ? [] : [{ queries: [word], fuzzy }];
      });
      const hits = queries.length > 0 ? index.search({ queries, combineWith: "OR" }, asked) : [];
      return {
        scores: new Map(hits.map(({ id, score }) => [String(id), score])),
        words: new Map(hits.map(({ id, terms }) => [String(id), new Set(terms)])),
      };
    },
    stop: () => {
      stopped = true;
    },
  };
}
