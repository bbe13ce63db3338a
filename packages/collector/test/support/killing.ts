import { Agent } from "node:http";
import { emptyLoad, ownFolder, post, pump, startChild, stopChild, storedIds } from "./process.ts";

/** What came of killing a collector again and again. */
export interface Killed {
  rounds: number;
  acknowledged: number;
  /** Acknowledged and not there. */
  lost: number;
  /** There more than once. */
  twice: number;
  /** Sent, never acknowledged, there all the same: the answer was lost, not the event. */
  unanswered: number;
  /** Rows after everything was sent again, less the events there are. */
  afterReplay: number;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Kills a collector with SIGKILL at random moments under load, and starts it again in the same directory. At last sends all
 * that was ever sent once more: nothing may be missing, nothing be there twice.
 *
 * @param span - The load lasts up to this long before the kill, in milliseconds.
 */
export async function killAgain(rounds: number, span: number, tell?: (done: number) => void): Promise<Killed> {
  const folder = ownFolder();
  const load = emptyLoad();
  try {
    let key = "";
    for (let round = 0; round < rounds; round += 1) {
      const child = await startChild(folder.path);
      key = child.keys?.writeKey ?? key;
      let over = false;
      const pumping = pump({ url: child.url, key, name: `${round}` }, load, () => over);
      // Every second time once it has answered: on a slow machine none would be in time else.
      const { size } = load.acknowledged;
      while (round % 2 === 1 && load.acknowledged.size === size) await sleep(2);
      await sleep(20 + Math.random() * span);
      await stopChild(child, "SIGKILL");
      over = true;
      await pumping;
      tell?.(round + 1);
    }
    const ids = storedIds(folder.path);
    const known = new Set(ids);
    const lost = [...load.acknowledged].filter((id) => !known.has(id)).length;
    const all = new Set(
      load.bodies.flatMap((body) => (JSON.parse(body) as { events: { id: string }[] }).events.map(({ id }) => id)),
    );
    await replay(folder.path, key, load.bodies);
    return {
      rounds,
      acknowledged: load.acknowledged.size,
      lost,
      twice: ids.length - known.size,
      unanswered: known.size - (load.acknowledged.size - lost),
      afterReplay: storedIds(folder.path).length - all.size,
    };
  } finally {
    folder.remove();
  }
}

async function replay(dataDir: string, key: string, bodies: readonly string[]): Promise<void> {
  const child = await startChild(dataDir, { pace: { burst: Number.MAX_SAFE_INTEGER } });
  const agent = new Agent({ keepAlive: true });
  const left = [...bodies];
  const one = async (): Promise<void> => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) {
      const reply = await post(agent, `${child.url}/v1/events?key=${key}`, body);
      if (reply?.status !== 202) throw new Error(`The replay was refused: ${reply?.text ?? "no answer"}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  agent.destroy();
  await stopChild(child, "SIGTERM");
}
