import type { CellShare, CellTime, JourneyPicture, PictureStep } from "@waymark/schema";
import { type FrozenView, readPicture, rolesOf } from "../insights/read-pictures.ts";
import type { World } from "../world.ts";
import type { ExportTable, Only, Row } from "./export-table.ts";

const shareColumns = ["through", "of", "through_at_least", "share", "share_low", "share_high", "share_reason"];
const timeColumns = ["median_ms", "median_low_ms", "median_high_ms", "median_n", "median_reason"];

/** A cell that is withheld is empty but for its reason, whatever it would hold. */
function shareCells({ through, of, atLeast, value, interval, reason }: CellShare): Row {
  if (reason !== null) return [null, null, null, null, null, null, reason];
  return [through, of, atLeast, value, interval?.[0] ?? null, interval?.[1] ?? null, null];
}

function timeCells({ medianMs, intervalMs, people, reason }: CellTime): Row {
  if (reason !== null) return [null, null, null, null, reason];
  return [medianMs, intervalMs?.[0] ?? null, intervalMs?.[1] ?? null, people, null];
}

function rowOf(picture: JourneyPicture, step: PictureStep, place: number): Row {
  const { journey, role, blocks } = picture;
  const head = [blocks[0]?.from ?? null, blocks.at(-1)?.to ?? null, blocks.at(-1)?.frozenAt ?? null];
  return [
    ...[journey.id, journey.title, journey.version, role.id, role.title, picture.people, picture.simulated],
    ...[...head, place, step.id, step.title],
    ...shareCells(step.through),
    ...timeCells(step.time),
    step.plannedMs,
  ];
}

async function* rows(world: World, view: FrozenView, only: Only): AsyncGenerator<Row> {
  for (const journey of view.journeys.filter(({ id }) => id === (only.journey ?? id)))
    for (const role of rolesOf(view, journey).filter(({ id }) => id === (only.role ?? id))) {
      const picture = JSON.parse(await readPicture(world, view, journey.id, role.id)) as JourneyPicture;
      for (const [index, step] of picture.steps.entries()) yield rowOf(picture, step, index + 1);
    }
}

/** One row for each step of each journey and role. */
export const pictureTable: ExportTable = {
  columns: [
    ...["journey", "journey_title", "version", "role", "role_title", "people", "simulated"],
    ...["from", "to", "frozen_at", "place", "step", "step_title"],
    ...[...shareColumns, ...timeColumns, "planned_ms"],
  ],
  rows,
};
