import type { Logger as Pino } from "pino";
import type { Facts, Logger } from "../world.ts";

/** From the fewest lines to the most. */
export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

type Line = [level: "error" | "info" | "debug", message: string, facts: Facts];

export interface LogOptions {
  level: LogLevel;
  /** Default: stderr, each line written before the call returns. */
  write?: ((line: string) => void) | undefined;
}

const openPino = async ({ level, write }: LogOptions): Promise<Pino> => {
  const { pino } = await import("pino");
  return pino(
    {
      level,
      // No host name, no process id: the one is the machine's, the other the supervisor's to say.
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    write === undefined ? pino.destination({ dest: 2, sync: true }) : { write },
  );
};

/**
 * Structured lines: one JSON object each, with `level`, `time`, `message` and facts. Pino is fetched beside the start, since
 * the first delivery need not wait for it; what is said before waits for it.
 */
export function createLog(options: LogOptions): Logger & { ready: Promise<void> } {
  let log: Pino | null = null;
  const waiting: Line[] = [];
  const put = (...line: Line): void => {
    const [level, message, facts] = line;
    if (log === null) waiting.push(line);
    else log[level](facts, message);
  };
  const ready = openPino(options).then((opened) => {
    log = opened;
    for (const line of waiting.splice(0)) put(...line);
  });
  return {
    ready,
    error: (message, facts) => put("error", message, facts),
    info: (message, facts = {}) => put("info", message, facts),
    debug: (message, facts = {}) => put("debug", message, facts),
  };
}
