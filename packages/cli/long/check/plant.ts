import { request as ask, createServer, type IncomingMessage } from "node:http";

/** What a release has done to an app: texts of its pages and scripts that are others now. */
export interface Plant {
  /** In scripts. */
  code?: readonly (readonly [from: string, to: string])[];
  /** A script of its own at the head of each page. */
  head?: string;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function changed(text: string, type: string, { code = [], head }: Plant): string {
  if (type.startsWith("text/html") && head) return text.replace("<head>", `<head><script>${head}</script>`);
  if (!type.includes("javascript")) return text;
  return code.reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

/** Serves an app as it is after such a release. Fails where a text that was to be another is in none of its scripts. */
export async function servePlanted(
  app: string,
  plant: Plant,
): Promise<{ url: string; planted(): string[]; close(): Promise<void> }> {
  const done = new Set<string>();
  const server = createServer((request, response) => {
    const { host: _, "accept-encoding": __, ...headers } = request.headers;
    const passed = ask(`${app}${request.url}`, { method: request.method, headers }, (answer) => {
      const { "content-length": ___, ...rest } = answer.headers;
      const type = answer.headers["content-type"] ?? "";
      void textOf(answer).then((text) => {
        for (const [from] of plant.code ?? []) if (type.includes("javascript") && text.includes(from)) done.add(from);
        response.writeHead(answer.statusCode ?? 500, rest).end(changed(text, type, plant));
      });
    });
    passed.on("error", () => response.writeHead(502).end());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    planted: () => [...done],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
