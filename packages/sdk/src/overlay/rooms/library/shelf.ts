import {
  type JourneyView,
  type LibraryEntry,
  type LibraryGroup,
  libraryOf,
  localiseJourney,
  rankLibrary,
  viewJourney,
} from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import type { Guest } from "../../../runtime/guest.ts";
import { createFinder, type Finder, type FinderText } from "./finder.ts";
import { wordsOf } from "./segments.ts";

/** A row: a journey, where it stands, and the words of it that were met. */
export interface Hit {
  entry: LibraryEntry;
  view: JourneyView;
  words: ReadonlySet<string>;
}

/** What is shown for a query: groups in the order of their best row. */
export interface Shelved {
  groups: { group: LibraryGroup; hits: Hit[] }[];
  /** All that fits, shown or not. */
  count: number;
  /** The rows in the order they stand on the screen. */
  rows: Hit[];
}

const nothing: ReadonlySet<string> = new Set();

function textOf(journey: Journey, locale: string): FinderText {
  const own = localiseJourney(journey, locale);
  const { id, title, keywords = [], brief, destination = "", steps } = own;
  const original = own === journey ? "" : [journey.title, ...(journey.keywords ?? [])].join(" ");
  return {
    ...{ id, title, original, keywords: keywords.join(" "), gain: `${brief?.benefit ?? ""} ${destination}` },
    steps: steps.map((step) => `${step.title} ${step.do?.say ?? ""}`).join(" "),
  };
}

/** All that lies in the library for the person, kept in step with journeys, page and progress. */
export class Shelf {
  private documents: readonly Journey[] = [];
  private finder: Finder | null = null;
  private seen: readonly unknown[] = [];
  private entries: readonly LibraryEntry[] = [];
  private views = new WeakMap<LibraryEntry, JourneyView>();
  private last: { query: string; limit: number; shelved: Shelved } | null = null;
  private readonly noise: ReadonlySet<string>;
  private readonly guest: Guest;
  private readonly filled: () => void;

  /** @param filled Called when the search knows all texts. */
  constructor(guest: Guest, noise: string, filled: () => void) {
    this.guest = guest;
    this.noise = new Set(wordsOf(noise));
    this.filled = () => {
      this.last = null;
      filled();
    };
  }

  /** @param limit At most so many rows. */
  search(query: string, limit: number): Shelved {
    this.refresh();
    if (this.last?.query === query && this.last.limit === limit) return this.last.shelved;
    const found = this.finder?.find(query) ?? null;
    const scores = found && new Map([...found].map(([id, { score }]) => [id, score]));
    const ranked = rankLibrary(this.entries, scores);
    const hits = ranked.slice(0, limit).map((entry) => ({
      entry,
      view: this.viewOf(entry),
      words: found?.get(entry.journey.id)?.words ?? nothing,
    }));
    const groups: Shelved["groups"] = [];
    for (const hit of hits) {
      const group = groups.find((each) => each.group === hit.entry.group);
      if (group) group.hits.push(hit);
      else groups.push({ group: hit.entry.group, hits: [hit] });
    }
    const shelved = { groups, count: ranked.length, rows: groups.flatMap((group) => group.hits) };
    this.last = { query, limit, shelved };
    return shelved;
  }

  stop(): void {
    this.finder?.stop();
  }

  private refresh(): void {
    const { $documents, $progress, $scene, $person, locale, platform } = this.guest;
    const seen = [$documents.get(), $progress.get(), $scene.get(), $person.get()];
    if (seen.every((each, at) => each === this.seen[at])) return;
    this.seen = seen;
    this.last = null;
    this.entries = libraryOf($documents.get(), $progress.get(), $scene.get(), $person.get().id);
    if ($documents.get() === this.documents) return;
    this.documents = $documents.get();
    this.finder?.stop();
    const { noise, filled } = this;
    const textIn = (journey: Journey): FinderText => textOf(journey, locale);
    this.finder = createFinder({ sources: this.documents, textOf: textIn, noise, platform, filled });
  }

  private viewOf(entry: LibraryEntry): JourneyView {
    const { $progress, $scene, locale, platform } = this.guest;
    const known = this.views.get(entry);
    const view = known ?? viewJourney(entry.journey, $progress.get(), $scene.get(), { locale }, platform.now());
    this.views.set(entry, view);
    return view;
  }
}
