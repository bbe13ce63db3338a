import { Agent, request } from "node:http";
import { perBody } from "./bodies.ts";

function send(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers: { "content-type": "text/plain" } }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode === 202) resolve();
        else reject(new Error(`A delivery was answered with ${answer.statusCode}.`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends all of them over some connections, each as soon as the one before is answered. Gives events a second. */
export async function flood(url: string, bodies: readonly string[], connections = 32): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const left = bodies.values();
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const body of left) await send(agent, url, body);
    }),
  );
  agent.destroy();
  return (bodies.length * perBody) / ((performance.now() - begin) / 1000);
}

/** Sends them at a rate, whether or not earlier ones are answered. Gives each one's time from when it was due, in ms. */
export async function stream(url: string, bodies: readonly string[], eventsPerSecond: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const gap = (perBody / eventsPerSecond) * 1000;
  const begin = performance.now();
  const times: Promise<number>[] = [];
  for (const [i, body] of bodies.entries()) {
    const due = begin + i * gap;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    times.push(send(agent, url, body).then(() => performance.now() - due));
  }
  const all = await Promise.all(times);
  agent.destroy();
  return all.sort((a, b) => a - b);
}
