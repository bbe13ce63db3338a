import type { RecordView, Standing } from "@waymark/engine";
import type { Crowd, LaneName } from "@waymark/engine/trail";

/** In which order the lists stand. */
export type SortBy = "due" | "name" | "step";

/** What the person asked to see. */
export interface Asked {
  find: string;
  sort: SortBy;
  /** Index of the station whose records alone are listed. */
  station: number | null;
  locale: string;
}

/** The open records as My map shows them. */
export interface Arranged {
  open: number;
  /** Overdue or due today. */
  asking: number;
  lists: Record<Standing, RecordView[]>;
  /** Per station and lane, in the order of the lists. */
  stations: Record<LaneName, RecordView[]>[];
  crowds: Crowd[];
}

const folded = new WeakMap<RecordView, string>();
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Name and step without case and accents: what is typed is looked for in it. */
function textOf(record: RecordView): string {
  const known = folded.get(record) ?? fold(`${record.label} ${record.here ?? ""}`);
  folded.set(record, known);
  return known;
}

function sorted(records: RecordView[], sort: SortBy, locale: string): RecordView[] {
  if (sort === "due") return records;
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const byName = (a: RecordView, b: RecordView): number => compare(a.label, b.label);
  return records.sort(sort === "name" ? byName : (a, b) => (a.at ?? 0) - (b.at ?? 0));
}

const byLane = <T>(make: () => T): Record<LaneName, T> => ({
  overdue: make(),
  today: make(),
  nothing: make(),
  planned: make(),
});

/** Finds, sorts and sets out records; those whose way is finished are not shown. */
export function arrange(records: readonly RecordView[], count: number, asked: Asked): Arranged {
  const words = fold(asked.find).split(/\s+/).filter(Boolean);
  const open = records.filter(({ standing }) => standing !== null);
  const found = open.filter((record) => words.every((word) => textOf(record).includes(word)));
  const lists = byLane<RecordView[]>(() => []);
  const stations = Array.from({ length: count }, () => byLane<RecordView[]>(() => []));
  for (const record of sorted(found, asked.sort, asked.locale)) {
    const { standing, at } = record;
    if (standing === null || at === null) continue;
    stations[at]?.[standing].push(record);
    if (asked.station === null || asked.station === at) lists[standing].push(record);
  }
  return {
    open: open.length,
    asking: open.filter(({ standing }) => standing === "overdue" || standing === "today").length,
    lists,
    stations,
    crowds: stations.map(({ overdue, today, nothing, planned }) => ({
      overdue: overdue.length,
      today: today.length,
      nothing: nothing.length,
      planned: planned.length,
    })),
  };
}
