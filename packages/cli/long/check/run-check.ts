import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A path of the repository. */
export const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const program = at("packages/cli/dist/main.js");

/** One finding, as far as these scripts look at it. */
export interface Found {
  verdict: string;
  role: string;
  journey: string;
  step: string;
  part: string;
  cause?: string;
}

export interface Outcome {
  ok: number;
  broken: number;
  later: number;
  findings: Found[];
}

/** Runs the built program without pictures. */
export const check = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const all = [program, "check", ...args, "--shots", "none", "--json"];
    execFile(process.execPath, all, { maxBuffer: 50_000_000 }, (_, out, errors) => {
      const read = out.startsWith("{") ? (JSON.parse(out) as Outcome & { error?: unknown }) : null;
      if (read && !read.error) resolve(read);
      else reject(new Error(`${out}${errors}`));
    });
  });

const roles = "sales-rep=/?as=sales-rep,support-agent=/?as=support-agent,sales-manager=/?as=sales-manager";

/** What `check` is to be told of the CRM at an address. */
export const crmArgs = (url: string): string[] => [
  ...[at("examples/crm/journeys"), "--url", url, "--as", roles],
  ...["--record", "ticket=1,ticket=2,ticket=3"],
];

/** The CRM of the examples with its collector, until `close`. */
export async function startCrm(): Promise<{ url: string; close(): void }> {
  const demo = spawn(process.execPath, [at("examples/demo/dist/main.js"), "--json", "--people=0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: demo.stdout }).once("line", (line) => resolve((JSON.parse(line) as { crm: string }).crm));
    demo.once("exit", (code) => reject(new Error(`the demo ended with ${code}`)));
  });
  return { url, close: () => void demo.kill("SIGTERM") };
}
