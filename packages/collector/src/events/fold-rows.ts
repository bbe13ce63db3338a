import { type RowKind, roughKey, sameKey } from "./row-kind.ts";

/** The rows that some things give, each key's merged into one. */
export function foldRows<R extends object, T>(kind: RowKind<R>, things: readonly T[], of: (thing: T) => R | null): R[] {
  const rows: R[] = [];
  // Places of rows by a key that is quick to make; keys that only look alike share a list.
  const places = new Map<string, number[]>();
  for (const thing of things) {
    const row = of(thing);
    if (row === null) continue;
    const key = roughKey(kind, row);
    const alike = places.get(key);
    const place = alike?.find((each) => sameKey(kind, rows[each] ?? row, row));
    const known = place === undefined ? undefined : rows[place];
    if (place !== undefined && known !== undefined) rows[place] = kind.merge(known, row);
    else {
      if (alike === undefined) places.set(key, [rows.length]);
      else alike.push(rows.length);
      rows.push(row);
    }
  }
  return rows;
}
