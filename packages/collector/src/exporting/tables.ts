import { rejectTable, typeTable } from "./arrival-tables.ts";
import { experimentTable } from "./experiment-table.ts";
import type { ExportTable } from "./export-table.ts";
import {
  briefTable,
  fieldTable,
  promptTable,
  stayingTable,
  targetTable,
  trustTable,
  uptakeTable,
  valueTable,
  waitTable,
} from "./figure-tables.ts";
import { gapTable } from "./gap-table.ts";
import { pictureTable } from "./picture-table.ts";
import { answerTable, voiceTable, wordTable } from "./voice-tables.ts";

export type TableName =
  | ("pictures" | "gap" | "briefs" | "fields" | "handoffs" | "prompts" | "staying" | "trust" | "uptake" | "value")
  | ("targets" | "experiments")
  | ("voices" | "words" | "answers" | "types" | "rejects");

/** Every table, by its name in the address. A page that shows a new table adds it here. */
export const exportTables: Readonly<Record<TableName, ExportTable>> = {
  pictures: pictureTable,
  gap: gapTable,
  briefs: briefTable,
  fields: fieldTable,
  handoffs: waitTable,
  prompts: promptTable,
  staying: stayingTable,
  trust: trustTable,
  uptake: uptakeTable,
  value: valueTable,
  targets: targetTable,
  experiments: experimentTable,
  voices: voiceTable,
  words: wordTable,
  answers: answerTable,
  types: typeTable,
  rejects: rejectTable,
};

export const tableNames: readonly TableName[] = Object.keys(exportTables) as TableName[];
