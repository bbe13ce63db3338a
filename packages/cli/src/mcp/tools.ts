import type { Args, Confirm, Workplace } from "./workplace.ts";

/** What a tool takes, as JSON Schema. */
interface Input {
  type: "object";
  properties: Record<string, unknown>;
  required?: string[];
  additionalProperties: false;
}

/** One act that an agent may ask for. What it throws is told to the agent as a sentence. */
export interface Tool {
  name: string;
  description: string;
  inputSchema: Input;
  /** It changes nothing. */
  readOnly: boolean;
  run(args: Args, place: Workplace, confirm: Confirm): Promise<unknown>;
}

const id = { type: "string", description: "The journey's id, as list_journeys gives it" };
const journey = { type: "object", description: "A journey document, waymark.journey/1" };
const takes = (properties: Record<string, unknown>, required: string[] = []): Input => ({
  ...{ type: "object", properties, required, additionalProperties: false },
});

/** The functions are read when they are called: what draws a browser in is no part of reading a file. */
export const tools: readonly Tool[] = [
  {
    name: "list_journeys",
    description: "List the journeys of this project: id, title, roles, steps, and how many problems lint finds.",
    inputSchema: takes({}),
    readOnly: true,
    run: async (_, place) => (await import("./read.ts")).listJourneys(place),
  },
  {
    name: "read_journey",
    description: "Read one journey as it stands in its file, with what lint says of it.",
    inputSchema: takes({ id }, ["id"]),
    readOnly: true,
    run: async (args, place) => (await import("./read.ts")).readJourney(args, place),
  },
  {
    name: "validate_journey",
    description: "Check a document without keeping it: errors, and warnings with their reason and fix.",
    inputSchema: takes({ journey }, ["journey"]),
    readOnly: true,
    run: async (args, place) => (await import("./read.ts")).validateJourney(args, place),
  },
  {
    name: "propose_journey",
    description:
      "Write a proposal beside the journey's file, for a person to read. Keep the ids of steps: progress is kept under them. Name those that shall go in `removed`.",
    inputSchema: takes(
      { journey, removed: { type: "array", items: { type: "string" }, description: "Ids of steps to take out" } },
      ["journey"],
    ),
    readOnly: false,
    run: async (args, place) => (await import("./write.ts")).proposeJourney(args, place),
  },
  {
    name: "check_journeys",
    description: "Look for every target, page and event of the journeys in the running app, in a real browser.",
    inputSchema: takes({ ids: { type: "array", items: { type: "string" }, description: "Default: all journeys" } }),
    readOnly: true,
    run: async (args, place) => (await import("./ask.ts")).check(args, place),
  },
  {
    name: "report",
    description: "The published numbers: gap (expected and done alone) or adoption (how many came through each step).",
    inputSchema: takes({ kind: { type: "string", enum: ["gap", "adoption"] }, role: { type: "string" } }, ["kind"]),
    readOnly: true,
    run: async (args, place) => (await import("./ask.ts")).report(args, place),
  },
  {
    name: "publish_journey",
    description: "Publish a journey, or the proposal for it, to the collector. The person is asked first.",
    inputSchema: takes({ id, note: { type: "string", description: "What changed" } }, ["id"]),
    readOnly: false,
    run: async (args, place, confirm) => (await import("./write.ts")).publish(args, place, confirm),
  },
];
