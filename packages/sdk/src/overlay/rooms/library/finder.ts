import MiniSearch from "minisearch";
import type { Platform } from "../../../ports/platform.ts";
import { isUnspaced, wordsOf } from "./segments.ts";

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

/** What fits a query, by id: how well, and the words of the text that were met. */
export type Found = ReadonlyMap<string, { score: number; words: ReadonlySet<string> }>;

export interface Finder {
  /** `null`: the query asks for nothing. */
  find(query: string): Found | null;
  stop(): void;
}

interface FinderOptions<T> {
  /** What is searched, and how its text is read. */
  sources: readonly T[];
  textOf(source: T): FinderText;
  /** Words that say nothing of what is asked: "how do I". */
  noise: ReadonlySet<string>;
  platform: Pick<Platform, "after">;
  /** Called when all texts are in. */
  filled(): void;
}

const fields = ["title", "keywords", "gain", "steps", "original"];
const boost = { title: 4, keywords: 2.5, original: 2 };
/** Texts are taken in for so long at a time: nobody's typing waits for it. */
const sliceMs = 6;

/** So many letters may be wrong: two in a long word, since the commonest slip, two swapped letters, counts as two. */
const slipsOf = (word: string): number[] => (word.length > 4 ? [0, 1, 2] : word.length > 3 ? [0, 1] : [0]);

/** A search that forgives slips of the pen. It is filled in slices and can be asked at once. */
export function createFinder<T>({ sources, textOf, noise, platform, filled }: FinderOptions<T>): Finder {
  const index = new MiniSearch<FinderText>({ fields, tokenize: wordsOf, processTerm: (word) => word });
  const known = new Map<string, Found>();
  let next = 0;
  const fill = (): void => {
    const until = performance.now() + sliceMs;
    for (; next < sources.length && performance.now() < until; next += 1) index.add(textOf(sources[next] as T));
    known.clear();
    if (next < sources.length) stop = platform.after(0, fill);
    else filled();
  };
  let stop = platform.after(0, fill);

  /** Where a word is met: as it stands or as a beginning; only where nowhere, with a slip. */
  const meet = (word: string): Found => {
    const before = known.get(word);
    if (before) return before;
    const asked = { prefix: word.length > 1 || isUnspaced(word), boost, tokenize: () => [word] };
    let found: Found = new Map();
    for (const fuzzy of slipsOf(word)) {
      const hits = index.search(word, { ...asked, fuzzy });
      found = new Map(hits.map(({ id, score, terms }) => [String(id), { score, words: new Set(terms) }]));
      if (found.size > 0) break;
    }
    known.set(word, found);
    return found;
  };

  /** The word that is being written may still become one that says nothing. */
  const isNoise = (word: string, last: boolean): boolean => {
    if (noise.has(word)) return true;
    if (!last) return false;
    const begins = [...noise].some((each) => each.startsWith(word));
    return (word.length < 2 && !isUnspaced(word)) || (begins && meet(word).size === 0);
  };

  return {
    find: (query) => {
      const words = [...new Set(wordsOf(query))];
      const asked = words.filter((word, at) => !isNoise(word, at === words.length - 1));
      if (asked.length === 0) return null;
      const all = new Map<string, { score: number; words: Set<string>; met: number }>();
      for (const [id, hit] of asked.flatMap((word) => [...meet(word)])) {
        const sum = all.get(id) ?? { score: 0, words: new Set<string>(), met: 0 };
        for (const word of hit.words) sum.words.add(word);
        all.set(id, { score: sum.score + hit.score, words: sum.words, met: sum.met + 1 });
      }
      // Two words of the question met once each are worth more than one met twice.
      return new Map(
        [...all].map(([id, { score, words: met, met: times }]) => [id, { score: score * times, words: met }]),
      );
    },
    stop: () => stop(),
  };
}
