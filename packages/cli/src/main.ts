#!/usr/bin/env node
import { defineCommand, runMain } from "citty";
import { subCommands } from "./commands/all.ts";
import { ownCommands } from "./own-commands.ts";
import { tooOld } from "./too-old.ts";
import { tellUsage } from "./usage.ts";
import { version } from "./version.ts";

const main = defineCommand({
  meta: { name: "waymark", version, description: "Journeys people want to follow, and what became of them." },
  subCommands: { ...subCommands, ...ownCommands(process.cwd(), subCommands) },
});

const refusal = tooOld(process.versions.node);
if (refusal === null)
  void runMain(main, { showUsage: tellUsage as NonNullable<Parameters<typeof runMain>[1]>["showUsage"] });
else {
  console.error(refusal);
  process.exitCode = 1;
}
