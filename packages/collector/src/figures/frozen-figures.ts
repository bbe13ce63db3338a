import type { BriefFigures, FieldFigures, PromptFigures, UseFigures, WaitFigures } from "@waymark/schema";
import type { FigureInput } from "./asked.ts";
import { briefFigures } from "./brief.ts";
import { fieldFigures } from "./fields.ts";
import { type GroupInput, promptFigures, useFigures } from "./prompts.ts";
import type { KeptValue } from "./value.ts";
import { waitFigures } from "./waits.ts";

/** What a block keeps of one version for one group. */
export interface VersionFigures {
  brief: BriefFigures | null;
  fields: FieldFigures[];
  waits: WaitFigures | null;
}

/** What it keeps of a journey whatever the version. */
export interface JourneyFigures {
  value: KeptValue;
}

/** What it keeps of a group whatever the journey. */
export interface GroupFigures {
  prompts: PromptFigures[];
  use: UseFigures;
}

/** As it is stored: `journey` `""` is the group's own, `version` 0 the journey's. */
export interface FrozenFigures {
  group: string;
  journey: string;
  version: number;
  content: string;
}

/** The figures of one version, from rows alone. */
export function versionFigures(input: FigureInput): VersionFigures | null {
  const found = { brief: briefFigures(input), fields: fieldFigures(input), waits: waitFigures(input) };
  return found.brief === null && found.fields.length === 0 && found.waits === null ? null : found;
}

/** The figures of a group. */
export function groupFigures(input: GroupInput): GroupFigures {
  return { prompts: promptFigures(input), use: useFigures(input) };
}
