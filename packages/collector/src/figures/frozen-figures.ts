import type {
  BriefFigures,
  FieldFigures,
  PromptFigures,
  TrustFigures,
  UptakeFigures,
  UseFigures,
  WaitFigures,
} from "@waymark/schema";
import type { FigureInput, GroupInput } from "./asked.ts";
import { briefFigures } from "./brief.ts";
import { fieldFigures } from "./fields.ts";
import { promptFigures, useFigures } from "./prompts.ts";
import type { KeptStaying } from "./staying.ts";
import { trustFigures } from "./trust.ts";
import type { KeptValue } from "./value.ts";
import { waitFigures } from "./waits.ts";

/** What a block keeps of one version for one group. */
export interface VersionFigures {
  brief: BriefFigures | null;
  /** The first week the brief is of, where that is before the block: what was too little was carried on. */
  briefSince?: number;
  fields: FieldFigures[];
  waits: WaitFigures | null;
}

/** What it keeps of a journey whatever the version. */
export interface JourneyFigures {
  value: KeptValue;
  /** Left out by older collectors, as is `uptake`. */
  staying?: KeptStaying;
  uptake?: UptakeFigures | null;
}

/** What it keeps of a group whatever the journey. */
export interface GroupFigures {
  prompts: PromptFigures[];
  use: UseFigures;
  /** Left out by older collectors. */
  trust?: TrustFigures;
  /** As `briefSince`. */
  trustSince?: number;
}

/** As it is stored: `journey` `""` is the group's own, `version` 0 the journey's. */
export interface FrozenFigures {
  group: string;
  journey: string;
  version: number;
  content: string;
}

/** From which week on something was asked that too few had answered to be shown, block after block; none: from this block on. */
export interface Carried {
  /** The first week that is in it. */
  since: number;
  /** It is shown as far as it may be, and not carried on: it has been for a quarter. */
  isLast: boolean;
}

/** The figures of one version, from rows alone. */
export function versionFigures(input: FigureInput, carried?: Carried): VersionFigures | null {
  const since = carried?.since ?? input.fromWeek;
  const answered = briefFigures({ ...input, fromWeek: since });
  const brief = answered !== null && (answered.isEnough || carried?.isLast) ? answered.brief : null;
  const found = { brief, fields: fieldFigures(input), waits: waitFigures(input) };
  if (found.brief === null && found.fields.length === 0 && found.waits === null) return null;
  return { ...found, ...(brief !== null && since < input.fromWeek ? { briefSince: since } : {}) };
}

/** The figures of a group. */
export function groupFigures(input: GroupInput, carried?: Carried): GroupFigures {
  const since = carried?.since ?? input.fromWeek;
  const trust = trustFigures({ ...input, fromWeek: since });
  const isShown = trust.mean.value !== null || trust.distrust.value !== null;
  return {
    prompts: promptFigures(input),
    use: useFigures(input),
    trust,
    ...(isShown && since < input.fromWeek ? { trustSince: since } : {}),
  };
}
