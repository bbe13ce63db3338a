import { experimentsAt } from "../insights/read-experiments.ts";
import type { FrozenView } from "../insights/read-pictures.ts";
import type { World } from "../world.ts";
import type { ExportTable, Only, Row } from "./export-table.ts";

async function* experiments(world: World, view: FrozenView, only: Only): AsyncGenerator<Row> {
  // They are of everybody: of one role there are none, nor for who sees a part of the tree.
  if (view.scope !== null || only.role !== undefined) return;
  for (const row of await experimentsAt(world, view.project.id, view.blocks.at(-1))) {
    if (row.journey !== (only.journey ?? row.journey)) continue;
    const arms = [row.shown, row.held].flatMap(({ value, interval, people }) => [
      ...[value, interval?.[0] ?? null, interval?.[1] ?? null, people],
    ]);
    yield [
      ...[row.journey, row.title, row.version, row.holdout, row.event, row.weeks, ...arms],
      ...[row.effect, row.interval?.[0] ?? null, row.interval?.[1] ?? null],
      ...[row.detectable, row.says, row.simulated, row.reason],
    ];
  }
}

const armColumns = (arm: string): string[] => [`${arm}_reached`, `${arm}_low`, `${arm}_high`, `${arm}_people_from`];

/** One row for each version that was kept from a share of people. */
export const experimentTable: ExportTable = {
  columns: [
    ...["journey", "journey_title", "version", "holdout", "event", "weeks"],
    ...[...armColumns("shown"), ...armColumns("held"), "effect", "effect_low", "effect_high"],
    ...["detectable", "says", "simulated", "reason"],
  ],
  rows: experiments,
};
