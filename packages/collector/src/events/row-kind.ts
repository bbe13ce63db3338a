type ColumnType = "TEXT" | "INTEGER" | "REAL";

/**
 * A kind of row that is kept up to date at ingest. Rows merge, they never count: merging is commutative, associative and
 * idempotent, so replays and reordering cannot change what is there.
 */
export interface RowKind<R extends object> {
  table: string;
  /** Columns that together name one row; the first two are always `project` and one more to find rows by. */
  key: readonly (keyof R & string)[];
  columns: Readonly<Record<keyof R & string, ColumnType>>;
  merge(a: R, b: R): R;
}

/** The key of a row as one text. */
export function rowKey<R extends object>(kind: RowKind<R>, row: R): string {
  return JSON.stringify(kind.key.map((name) => row[name]));
}

/** A text that is equal where keys are, and seldom where they are not: quicker than {@link rowKey}. */
export function roughKey<R extends object>(kind: RowKind<R>, row: R): string {
  let key = "";
  for (const name of kind.key) key += `${row[name]}\n`;
  return key;
}

/** Whether two rows have one key. */
export function sameKey<R extends object>(kind: RowKind<R>, a: R, b: R): boolean {
  for (const name of kind.key) if (a[name] !== b[name]) return false;
  return true;
}

/** Whether two rows of a kind say the same. */
export function sameRow<R extends object>(kind: RowKind<R>, a: R, b: R): boolean {
  for (const name in kind.columns) if (a[name as keyof R] !== b[name as keyof R]) return false;
  return true;
}

/** The smaller of two numbers, where `null` means "not yet". */
export function least(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** Orders facts by moment, then by event id: the same answer whichever comes first. */
export function earlier(aAt: number | null, aId: string | null, bAt: number | null, bId: string | null): boolean {
  if (aAt === null) return false;
  if (bAt === null || aAt < bAt) return true;
  return aAt === bAt && (aId ?? "") <= (bId ?? "");
}
