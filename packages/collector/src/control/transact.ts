import { setTimeout as wait } from "node:timers/promises";
import type { Transaction } from "kysely";
import { CollectorError } from "../errors.ts";
import type { ControlDb, ControlTables } from "./tables.ts";

/** Stores whose transactions run side by side; SQLite's run one after the other. */
const concurrent = new WeakSet<object>();

/** Says that transactions of this store may meet. */
export function markConcurrent(db: ControlDb): void {
  concurrent.add(db);
}

// PostgreSQL: serialization failure, deadlock, unique violation between a look and a write.
const comeAgain = new Set(["40001", "40P01", "23505"]);
const mostAttempts = 12;

/**
 * Runs a transaction as if it were alone. Where others are under way it is serializable, and done again when they met;
 * `work` must therefore change nothing but the store.
 */
export async function transact<T>(db: ControlDb, work: (tx: Transaction<ControlTables>) => Promise<T>): Promise<T> {
  if (!concurrent.has(db)) return db.transaction().execute(work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel("serializable").execute(work);
    } catch (error) {
      if (!comeAgain.has(String((error as { code?: unknown } | null)?.code))) throw error;
      if (attempt === mostAttempts) throw new CollectorError("cannot_keep");
      await wait(Math.random() * 5 * 2 ** Math.min(attempt, 6));
    }
  }
}
