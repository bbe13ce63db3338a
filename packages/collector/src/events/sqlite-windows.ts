import type { StatementSync } from "node:sqlite";

type Prepare = (sql: string) => StatementSync;

/** Rows of the event table in a window. The last window is open: rows still come into it. */
export const windowRows = 5000;

// Of each full window: the oldest moment of each project in it, and under `''` which event was the last of it. Events have no
// index by their own time, which every delivery would pay for; this costs none of them anything.

/** How many windows are full. */
export function fullWindows(prepare: Prepare): number {
  return Math.floor(Number(prepare("SELECT max(rowid) AS last FROM events").get()?.last ?? 0) / windowRows);
}

/** The last event of a window as hex; `""` where all of them are gone. */
function lastOf(prepare: Prepare, window: number): string {
  const sql = "SELECT hex(id) AS id FROM events NOT INDEXED WHERE rowid>? AND rowid<=? ORDER BY rowid DESC LIMIT 1";
  return String(prepare(sql).get(window * windowRows, (window + 1) * windowRows)?.id ?? "");
}

/** Takes a window's oldest moments down, if it is full. */
export function noteWindow(prepare: Prepare, window: number): void {
  if (window >= fullWindows(prepare)) return;
  prepare("DELETE FROM expiry_windows WHERE window=?").run(window);
  prepare("INSERT INTO expiry_windows VALUES(?, '', 0, ?)").run(window, lastOf(prepare, window));
  prepare(
    "INSERT INTO expiry_windows SELECT ?, project, min(at), '' FROM events NOT INDEXED WHERE rowid>? AND rowid<=? GROUP BY project",
  ).run(window, window * windowRows, (window + 1) * windowRows);
}

/**
 * Of so many windows those that nobody has looked through as they are. Where a window's last event is another one, rows went
 * and came: SQLite gives the places of erased rows at the end to new ones, and `VACUUM` moves rows together.
 */
export function unknownWindows(prepare: Prepare, from: number, until: number): number[] {
  const known = new Map(
    prepare("SELECT window, last FROM expiry_windows WHERE window>=? AND window<? AND project=''")
      .all(from, until)
      .map((row) => [Number(row.window), row.last]),
  );
  const windows = Array.from({ length: until - from }, (_, i) => from + i);
  return windows.filter((window) => known.get(window) !== lastOf(prepare, window));
}

/** Windows that hold something of a project from before a moment. */
export function windowsFrom(prepare: Prepare, project: string, before: number): number[] {
  return prepare("SELECT window FROM expiry_windows WHERE project=? AND oldest<?")
    .all(project, before)
    .map((row) => Number(row.window));
}
