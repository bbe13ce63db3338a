#!/usr/bin/env node
import { defineCommand, runMain } from "citty";
import { subCommands } from "./commands/all.ts";
import { tellUsage } from "./usage.ts";
import { version } from "./version.ts";

const main = defineCommand({
  meta: { name: "waymark", version, description: "Journeys people want to follow, and what became of them." },
  subCommands,
});

void runMain(main, { showUsage: tellUsage as NonNullable<Parameters<typeof runMain>[1]>["showUsage"] });
