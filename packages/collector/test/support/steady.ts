import { Agent } from "node:http";
import { batch, event } from "./events.ts";
import { post } from "./process.ts";

/** A load that goes on until it is stopped. */
export interface Steady {
  /** Stops it, and gives what each delivery waited from when it was due, in ms, shortest first. */
  stop(): Promise<{ waits: number[]; refused: number; lost: number }>;
}

let folders = 0;

/**
 * Sends deliveries of 50 events at a rate, whether or not earlier ones are answered.
 *
 * @param url - With the key.
 */
export function steadily(url: string, eventsPerSecond: number): Steady {
  const agent = new Agent({ keepAlive: true });
  const name = `${folders++}`;
  const gap = 50_000 / eventsPerSecond;
  const begin = performance.now();
  const waits: Promise<number>[] = [];
  let refused = 0;
  let lost = 0;
  let stopped = false;
  const one = async (number: number): Promise<number> => {
    const due = begin + number * gap;
    const moment = new Date().toISOString();
    const step = { journey: "journey-0", step: "step-0-of-0", props: { attempt: 1 } };
    const events = Array.from({ length: 50 }, (_, i) =>
      event(
        i % 3 === 0 ? "step.started" : "session.started",
        moment,
        i % 3 === 0 ? step : {},
        `${name}/${number}/${i}`,
      ),
    );
    const roles = ["sales-0"];
    const reply = await post(
      agent,
      url,
      JSON.stringify(batch(`late-${number % 200}`, events, { roles, sentAt: moment })),
    );
    // A connection that the server closed in the very moment it was used again: a device would send once more.
    if (reply === null) lost += 1;
    else if (reply.status !== 202) refused += 1;
    return performance.now() - due;
  };
  const running = (async () => {
    for (let number = 0; !stopped; number += 1) {
      const wait = begin + number * gap - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      waits.push(one(number));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await running;
      const all = await Promise.all(waits);
      agent.destroy();
      return { waits: all.sort((a, b) => a - b), refused, lost };
    },
  };
}
