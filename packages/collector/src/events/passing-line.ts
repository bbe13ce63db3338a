import type { Line } from "./worker-line.ts";

/** A line that is opened for work and closed soon after the last of it. */
export interface PassingLine {
  run<T>(work: (line: Line) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Blocks that are due together share a thread. */
const lingersMs = 1000;

/** Opens the line for the first work, and closes it a second after the last. */
export function passingLine(open: () => Line): PassingLine {
  let line: Line | null = null;
  let working = 0;
  let timer: NodeJS.Timeout | null = null;
  const close = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    const closing = line;
    line = null;
    await closing?.close();
  };
  return {
    close,
    async run(work) {
      if (timer !== null) clearTimeout(timer);
      line ??= open();
      working += 1;
      try {
        return await work(line);
      } finally {
        working -= 1;
        if (working === 0) timer = setTimeout(() => void close(), lingersMs).unref();
      }
    },
  };
}
