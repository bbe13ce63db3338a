#!/usr/bin/env node
import { defineCommand, runMain } from "citty";
import { collector } from "./commands/collector.ts";
import { lint } from "./commands/lint.ts";
import { publish } from "./commands/publish.ts";
import { simulate } from "./commands/simulate.ts";
import { templates } from "./commands/templates.ts";

const main = defineCommand({
  meta: { name: "waymark", version: "0.1.0", description: "Journeys people want to follow, and what became of them." },
  subCommands: { lint, publish, templates, simulate, collector },
});

void runMain(main);
