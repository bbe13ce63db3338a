import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The built program. */
export const program: string = fileURLToPath(new URL("../dist/main.js", import.meta.url));

/** A program that runs until it is ended. */
export interface Running {
  /** Its first line on standard output. */
  first: string;
  end(): Promise<void>;
}

/** Starts the program and waits for its first line. */
export async function startProgram(args: readonly string[], cwd: string): Promise<Running> {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    void ended.then(() => reject(new Error(`It ended before it said anything: ${errors}`)));
  });
  return {
    first,
    end: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
