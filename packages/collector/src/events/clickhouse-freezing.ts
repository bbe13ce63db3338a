import { computeSnapshots, type FreezeJob, type Frozen } from "../freezing/compute-snapshots.ts";
import { freezeRowsOf } from "../freezing/freeze-rows.ts";
import type { Logger } from "../world.ts";
import { parseClickHouseAddress } from "./clickhouse-address.ts";
import { connectClickHouse } from "./clickhouse-client.ts";
import { rowsOf } from "./clickhouse-reading.ts";
import { passingLine } from "./passing-line.ts";
import { hasWorkerFile, openLine } from "./worker-line.ts";

/** Computes blocks from the engine's rows: what the thread runs. */
export interface EngineFreezing {
  freeze(job: FreezeJob): Promise<Frozen>;
  close(): Promise<void>;
}

/** Connects for as long as there is something to compute. */
export async function openEngineFreezing(url: string, logger: Logger): Promise<EngineFreezing> {
  const address = parseClickHouseAddress(url);
  const engine = await connectClickHouse(address, logger);
  return {
    freeze: async (job) => computeSnapshots(job, freezeRowsOf(await rowsOf({ engine, address }, job.project))),
    close: () => engine.close(),
  };
}

/**
 * The same in a thread of its own, with a connection of its own: rows of everybody never come to the thread that answers.
 * Where a host's bundler left the thread's file behind, there is none, and the calling thread does it.
 */
export function engineFreezingThread(url: string, logger: Logger): EngineFreezing | null {
  if (!hasWorkerFile()) return null;
  const onDown = (reason: string): void => logger.error("a thread of the store ended", { reason });
  const onNote = (message: string, facts: Readonly<Record<string, string | number>>): void =>
    logger.error(message, facts);
  const line = passingLine(() => openLine({ path: url, mode: "engine" }, { onDown, onNote }));
  return {
    freeze: (job) => line.run(async (to) => (await to.call({ method: "freeze", job })) as Frozen),
    close: () => line.close(),
  };
}
