import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What the demo's one JSON line says. */
export interface Facts {
  collector: string;
  crm: string;
  helpdesk: string;
  dashboard: string;
  links: Record<"sales-rep" | "support-agent" | "sales-manager" | "csm" | "manager" | "owner", string>;
  keys: { write: string; author: string; owner: string };
}

export interface StoredEvent {
  id: string;
  type: string;
  journey: string | null;
  version: number | null;
  step: string | null;
  subject: string;
  person: string;
  session: string;
  seq: number;
  /** The event that the collector concluded this one from. */
  derivedFrom: string | null;
  verified: number;
  sdk: string;
  props: Record<string, unknown>;
}

export interface Demo {
  facts: Facts;
  child: ChildProcess;
  /** All events the collector holds, as its owner exports them. */
  events(): Promise<StoredEvent[]>;
  /** How many events the collector refused. */
  rejected(): Promise<number>;
  /** Waits until the collector holds an event of this type. */
  until(holds: (events: StoredEvent[]) => boolean): Promise<StoredEvent[]>;
  stop(): Promise<number | null>;
}

const main = fileURLToPath(new URL("../../demo/dist/main.js", import.meta.url));

/** Starts the demo as a person does, in a process of its own. */
export async function startDemo(people = 0): Promise<Demo> {
  const child = spawn(process.execPath, [main, "--json", `--people=${people}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const facts = await new Promise<Facts>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The demo ended with ${code} before it was ready.`)));
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line) as Facts));
  });
  const events = async (): Promise<StoredEvent[]> => {
    const headers = { authorization: `Bearer ${facts.keys.owner}` };
    const text = await (await fetch(`${facts.collector}/v1/events?limit=10000`, { headers })).text();
    return text
      .trim()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StoredEvent);
  };
  return {
    facts,
    child,
    events,
    rejected: async () => {
      const headers = { authorization: `Bearer ${facts.keys.owner}` };
      const report = (await (await fetch(`${facts.collector}/v1/arrivals`, { headers })).json()) as {
        rejected: number;
      };
      return report.rejected;
    },
    until: async (holds) => {
      const deadline = Date.now() + 60_000;
      for (;;) {
        const held = await events();
        if (holds(held)) return held;
        if (Date.now() > deadline) throw new Error(`Not within 60 s. Held:\n${held.map(say).join("\n")}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve(child.exitCode);
        child.once("exit", (code) => resolve(code));
        child.kill("SIGINT");
      }),
  };
}

/** What is measured is another number each time; whether it is measured at all depends on how fast somebody is. */
const measured = ["failed", "activeMs", "backtracks", "visible", "edited", "names", "editedNames", "seconds"];

/** One event as one line, without what was measured: `step.completed win-a-deal/log-call deal:1 {"attempt":1}`. */
export function say({ type, journey, step, subject, props }: StoredEvent): string {
  const of = [journey, step].filter(Boolean).join("/");
  const told = Object.fromEntries(Object.entries(props).filter(([name]) => !measured.includes(name)));
  const extra = Object.keys(told).length > 0 ? JSON.stringify(told) : "";
  return [type, of, subject, extra].filter(Boolean).join(" ");
}
