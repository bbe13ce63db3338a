import type { StatementSync } from "node:sqlite";

type Prepare = (sql: string) => StatementSync;

/** Rows of the event table in a window. The last window is open: rows still come into it. */
export const windowRows = 20_000;

// Of each window that was looked through: the oldest moment of each project in it, and under `''` that it was.
// Events have no index by their own time, which every delivery would pay for; this costs none of them anything.

/** Takes a window's oldest moments down, if it is closed. */
export function noteWindow(prepare: Prepare, window: number): void {
  if (window >= closedWindows(prepare)) return;
  prepare("DELETE FROM event_windows WHERE window=?").run(window);
  prepare("INSERT INTO event_windows VALUES(?, '', 0)").run(window);
  prepare(
    "INSERT INTO event_windows SELECT ?, project, min(at) FROM events NOT INDEXED WHERE rowid>? AND rowid<=? GROUP BY project",
  ).run(window, window * windowRows, (window + 1) * windowRows);
}

/** How many windows are closed. */
export function closedWindows(prepare: Prepare): number {
  return Math.floor(Number(prepare("SELECT max(rowid) AS last FROM events").get()?.last ?? 0) / windowRows);
}

/** Closed windows that nobody has looked through yet. */
export function unknownWindows(prepare: Prepare, closed: number): number[] {
  const known = new Set(
    prepare("SELECT window FROM event_windows WHERE project=''")
      .all()
      .map((row) => Number(row.window)),
  );
  return Array.from({ length: closed }, (_, window) => window).filter((window) => !known.has(window));
}

/** Windows that hold something of a project from before a moment. */
export function windowsFrom(prepare: Prepare, project: string, before: number): number[] {
  return prepare("SELECT window FROM event_windows WHERE project=? AND oldest<?")
    .all(project, before)
    .map((row) => Number(row.window));
}

/**
 * To be called in the transaction that took events away: where the last ones went, SQLite gives their places to new events,
 * and a window that was closed is open again.
 */
export function forgetWindows(prepare: Prepare): void {
  prepare("DELETE FROM event_windows WHERE window>=?").run(closedWindows(prepare));
}
