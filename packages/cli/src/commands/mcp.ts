import type { CommandDef } from "citty";
import { webAddress } from "./check-flags.ts";
import { many, recordsOf, signIns } from "./check-lists.ts";
import { plainly } from "./plainly.ts";

/** `waymark mcp`: the same functions as tools for an agent, over standard input and output. */
export const mcp: CommandDef = {
  meta: {
    name: "mcp",
    description:
      "Serve journeys to an agent by the Model Context Protocol: read, validate, propose, check, report, publish.",
  },
  args: {
    journeys: { type: "string", default: "journeys", description: "The folder of your journey files" },
    url: { type: "string", description: "Your running app, for check_journeys" },
    as: { type: "string", description: "How each role signs in, as for check" },
    record: { type: "string", description: "Records to open, as for check" },
    source: { type: "string", description: "Folders of your code, as for check" },
    sent: { type: "string", description: "Events that something else tells, as for check" },
    collector: { type: "string", description: "The collector's address, for report and publish_journey" },
    key: { type: "string", description: "An author key, ak_..., for publish_journey" },
    owner: { type: "string", description: "The owner key, ok_..., for report" },
  },
  run: plainly(async ({ args }) => {
    const { serveTools } = await import("../mcp/serve-tools.ts");
    const text = (value: unknown): string | null => (value === undefined ? null : String(value));
    const app = {
      ...{
        signIn: signIns(args.as),
        records: recordsOf(args.record),
        sources: many(args.source),
        sent: many(args.sent),
      },
      ...{ timeout: 5000, shots: null },
    };
    await serveTools({
      folder: String(args.journeys),
      app: args.url === undefined ? null : { ...app, url: webAddress("url", args.url) },
      collector: args.collector === undefined ? null : webAddress("collector", args.collector),
      authorKey: text(args.key),
      ownerKey: text(args.owner),
    });
  }),
};
