import type { Server as McpServer } from "@modelcontextprotocol/sdk/server/index.js";
import { Failure } from "../failure.ts";
import { version } from "../version.ts";
import { tools } from "./tools.ts";
import type { Args, Confirm, Workplace } from "./workplace.ts";

/** The protocol's official library is wanted here alone, so it is not brought along. */
async function loadProtocol() {
  try {
    const [server, stdio, types] = await Promise.all([
      import("@modelcontextprotocol/sdk/server/index.js"),
      import("@modelcontextprotocol/sdk/server/stdio.js"),
      import("@modelcontextprotocol/sdk/types.js"),
    ]);
    return { ...server, ...stdio, ...types };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Failure("module_missing", "mcp speaks through @modelcontextprotocol/sdk, which is not installed.");
  }
}

/** Asks through the program at the other end, which asks its person. */
function confirmBy(server: McpServer): Confirm {
  return async (message) => {
    if (!server.getClientCapabilities()?.elicitation) return null;
    const { action, content } = await server.elicitInput({
      message,
      requestedSchema: {
        type: "object",
        properties: { publish: { type: "boolean", title: "Publish it" } },
        required: ["publish"],
      },
    });
    return action === "accept" && content?.publish === true;
  };
}

/** Serves the tools on standard input and output, until the input ends. */
export async function serveTools(place: Workplace): Promise<void> {
  const { Server, StdioServerTransport, CallToolRequestSchema, ListToolsRequestSchema } = await loadProtocol();
  const server = new Server({ name: "waymark", version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: tools.map(({ name, description, inputSchema, readOnly }) => ({
      ...{ name, description, inputSchema: { ...inputSchema }, annotations: { readOnlyHint: readOnly } },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    const answer = (value: unknown, isError: boolean) => ({
      content: [{ type: "text" as const, text: typeof value === "string" ? value : JSON.stringify(value, null, 2) }],
      isError,
    });
    if (!tool)
      return answer(`There is no tool ${params.name}: there are ${tools.map(({ name }) => name).join(", ")}.`, true);
    try {
      return answer(await tool.run((params.arguments ?? {}) as Args, place, confirmBy(server)), false);
    } catch (error) {
      const next = error instanceof Failure ? `\n${error.next}` : "";
      return answer(`${error instanceof Error ? error.message : String(error)}${next}`, true);
    }
  });
  await server.connect(new StdioServerTransport());
}
