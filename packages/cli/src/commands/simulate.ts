import type { CommandDef } from "citty";
import { readJourneyFiles, renderFile } from "../journey-files.ts";
import { simulateTeam } from "../simulate/simulate-team.ts";
import { webAddress, wholeNumber } from "./check-flags.ts";
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
  run: plainly(
    async ({ args }) => {
      const files = await readJourneyFiles(args._);
      for (const line of files.flatMap(renderFile)) console.log(line);
      const journeys = files.flatMap(({ journey }) => journey ?? []);
      if (files.length > journeys.length) throw new Error("Nothing was sent: mend the errors above first.");
      if (journeys.length === 0) throw new Error("Name the journey files the team should walk.");
      const done = await simulateTeam({
        collector: webAddress("collector", args.collector),
        key: String(args.key),
        signingSecret: String(args.secret),
        journeys,
        people: wholeNumber("people", args.people, 1),
        weeks: wholeNumber("weeks", args.weeks, 1),
        seed: wholeNumber("seed", args.seed, 0),
        now: Date.now(),
      });
      console.log(`${done.events} simulated events of ${done.people} simulated people were sent`);
    },
    { files: true },
  ),
};
