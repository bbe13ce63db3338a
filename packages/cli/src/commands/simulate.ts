import { writeFile } from "node:fs/promises";
import type { Journey } from "@waymark/schema";
import type { CommandDef } from "citty";
import { readJourneyFiles, renderFile } from "../journey-files.ts";
import { servedJourneys } from "../served-journeys.ts";
import { firstMonday, type SimulateOptions, simulateTeam, truthOfTeam } from "../simulate/simulate-team.ts";
import { statePlan } from "../simulate/state-plan.ts";
import { webAddress, wholeNumber } from "./check-flags.ts";
import { plainly } from "./plainly.ts";

/** More weeks than a project keeps of events, and more people than a company sends into one trial, are a slip of the hand. */
const most = { people: 100_000, weeks: 52 };

async function journeysOf(paths: readonly string[], collector: string, key: string): Promise<Journey[]> {
  if (paths.length === 0) return servedJourneys({ collector, key });
  const files = await readJourneyFiles(paths);
  for (const line of files.flatMap(renderFile)) console.log(line);
  const journeys = files.flatMap(({ journey }) => journey ?? []);
  if (files.length > journeys.length) throw new Error("Nothing was sent: mend the errors above first.");
  return journeys;
}

/** `--roles sales-rep,support-agent`: who the people are, in equal parts. */
function sharesOf(roles: unknown): SimulateOptions["shares"] {
  if (roles === undefined) return undefined;
  const names = String(roles)
    .split(",")
    .map((name) => name.trim());
  const odd = names.find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  if (odd !== undefined)
    throw new Error(`--roles names "${odd}": write ids with commas between, like sales-rep,support-agent.`);
  return Object.fromEntries(names.map((name) => [name, 1]));
}

/** Who would walk nothing, and journeys that nobody would walk, are noticed before anything is sent. */
function checkWalkers({ journeys, shares }: SimulateOptions): void {
  if (journeys.length === 0) throw new Error("There is no journey to walk: publish one, or name the journey files.");
  const named = journeys.flatMap(({ roles }) => roles ?? []);
  if (shares === undefined && named.length === 0)
    throw new Error(
      "No journey names a role, so nobody is to walk them: name roles with --roles sales-rep,support-agent.",
    );
  const idle = Object.keys(shares ?? {}).find(
    (role) => !journeys.some(({ roles }) => !roles?.length || roles.includes(role)),
  );
  if (idle !== undefined)
    throw new Error(`No journey is for ${idle}: leave it out of --roles. There are ${[...new Set(named)].join(", ")}.`);
}

/** Writes the truth, or says which file it could not write. */
async function writeTruth(path: string, truth: ReturnType<typeof truthOfTeam>): Promise<void> {
  const text = `${JSON.stringify(truth, null, 2)}\n`;
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `${path} cannot be written (${error.code}), so nothing was sent: name a file in a folder that is there.`,
    );
  });
}

const atMost = (name: keyof typeof most, value: unknown): number => {
  const number = wholeNumber(name, value, 1);
  if (number <= most[name]) return number;
  throw new Error(`--${name} is ${number}: write a whole number, ${most[name]} or less.`);
};

/** `waymark simulate --collector URL --key pk_... --secret ss_... --json truth.json`: a made-up team, labelled as such. */
export const simulate: CommandDef = {
  meta: { name: "simulate", description: "Send weeks of a made-up team to a collector, labelled simulated." },
  args: {
    collector: { type: "string", required: true, description: "The collector's address" },
    key: { type: "string", required: true, description: "The project's write key, pk_..." },
    secret: { type: "string", description: "The project's signing secret; without it nobody is verified or shown" },
    people: { type: "string", default: "30", description: "People in the team" },
    roles: { type: "string", description: "Their roles, with commas between. Default: all roles of the journeys" },
    weeks: { type: "string", default: "9", description: "Weeks of history" },
    seed: { type: "string", default: "1", description: "The same seed gives the same team" },
    owner: { type: "string", description: "The project's owner key, ok_...: states what is expected, too" },
    json: { type: "string", description: "Write the truth that was planted to this file" },
  },
  run: plainly(
    async ({ args }) => {
      const collector = webAddress("collector", args.collector);
      const key = String(args.key);
      const options: SimulateOptions = {
        collector,
        key,
        signingSecret: args.secret === undefined ? undefined : String(args.secret),
        people: atMost("people", args.people),
        shares: sharesOf(args.roles),
        weeks: atMost("weeks", args.weeks),
        seed: wholeNumber("seed", args.seed, 0),
        now: Date.now(),
        journeys: await journeysOf(args._, collector, key),
      };
      checkWalkers(options);
      const { json, owner } = args;
      const truth = json === undefined && owner === undefined ? { rows: [] } : truthOfTeam(options);
      // Written first: a file that cannot be written costs nothing then.
      if (json !== undefined) await writeTruth(String(json), truth);
      if (owner !== undefined) {
        const count = await statePlan(truth.rows, { collector, owner: String(owner), from: firstMonday(options) });
        console.log(`${count} expectations were stated`);
      }
      const done = await simulateTeam(options);
      console.log(`${done.events} simulated events of ${done.people} simulated people were sent`);
      if (options.signingSecret === undefined)
        console.log("They are not verified, so no number is shown of them: name the project's secret with --secret.");
      if (json !== undefined) console.log(`What was planted is in ${String(json)}`);
    },
    { files: true },
  ),
};
