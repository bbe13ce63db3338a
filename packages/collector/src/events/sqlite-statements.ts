import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Gives the prepared statement of an SQL text. */
export type Prepare = (sql: string) => StatementSync;

/** Prepares each SQL text once. */
export function statements(db: DatabaseSync): Prepare {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
}
