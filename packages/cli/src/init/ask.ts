import { createInterface } from "node:readline";

/** Asks on the terminal; what is written there is the answer, nothing means what is proposed. */
export interface Asker {
  ask(question: string, proposed: string): Promise<string>;
  close(): void;
}

/** Answers that were piped in are read like those that are typed; where they end, what is proposed holds. */
export function createAsker(input: NodeJS.ReadableStream = process.stdin): Asker {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  return {
    ask: async (question, proposed) => {
      process.stderr.write(`${question} [${proposed}] `);
      const { value, done } = await lines.next();
      if (done) process.stderr.write("\n");
      const answer = done ? "" : String(value).trim();
      return answer === "" ? proposed : answer;
    },
    close: () => void lines.return?.(),
  };
}
