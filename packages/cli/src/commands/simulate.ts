import type { CommandDef } from "citty";
import { readJourneyFiles, renderFile } from "../journey-files.ts";
import { simulateTeam } from "../simulate/simulate-team.ts";
import { plainly } from "./plainly.ts";

/** `waymark simulate FILES --collector URL --key pk_... --secret ...`: a made-up team, labelled as such. */
export const simulate: CommandDef = {
  meta: { name: "simulate", description: "Send weeks of a made-up team to a collector, labelled simulated." },
  args: {
    collector: { type: "string", required: true, description: "The collector's address" },
    key: { type: "string", required: true, description: "The project's write key, pk_..." },
    secret: { type: "string", required: true, description: "The project's signing secret" },
    people: { type: "string", default: "30", description: "People in the team" },
    weeks: { type: "string", default: "9", description: "Weeks of history" },
    seed: { type: "string", default: "1", description: "The same seed gives the same team" },
  },
  run: plainly(async ({ args }) => {
    const files = await readJourneyFiles(args._);
    for (const line of files.flatMap(renderFile)) console.log(line);
    const journeys = files.flatMap(({ journey }) => journey ?? []);
    if (journeys.length === 0) throw new Error("Name the journey files the team should walk.");
    const done = await simulateTeam({
      collector: String(args.collector).replace(/\/$/, ""),
      key: String(args.key),
      signingSecret: String(args.secret),
      journeys,
      people: Number(args.people),
      weeks: Number(args.weeks),
      seed: Number(args.seed),
      now: Date.now(),
    });
    console.log(`${done.events} simulated events of ${done.people} simulated people were sent`);
  }),
};
