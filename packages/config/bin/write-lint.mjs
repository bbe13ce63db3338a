#!/usr/bin/env node
// Writes docs/lint.md from the rules of the built schema, so that a page of each rule says what `waymark lint --explain` says.
import { writeFileSync } from "node:fs";
import { lintRules } from "../../schema/dist/index.js";

const rules = Object.entries(lintRules).map(
  ([code, { title, why, fix }]) => `## ${code}\n\n**${title}.** ${why}\n\n_Fix:_ ${fix}\n`,
);
const text = `# What lint asks an author to think about again

Each rule is a warning: the journey is valid and can be published. The same function, \`lintJourney\` of
[@waymark/schema](../packages/schema/README.md), speaks in \`waymark lint\`, in the editor and in tests; \`waymark lint --explain CODE\` prints a
rule. Hand-overs are held against the files that are linted together, clicks against the events that some journey waits for
or \`--events\` names, languages against those that a journey has begun or \`--languages\` names.

A journey names no colours, so that there is no rule about contrast: the guide takes the page's accent and corrects it
([theming.md](theming.md)).

${rules.join("\n")}`;
writeFileSync(new URL("../../../docs/lint.md", import.meta.url), text);
