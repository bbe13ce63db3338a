import { type FieldUse, fieldLoad, median, medianOfPeople } from "@waymark/engine/metrics";
import type { FieldFigures } from "@waymark/schema";
import type { Saying } from "../blocks/gap-cells.ts";
import { smallestGroup } from "../blocks/partition.ts";
import { byPerson, type FigureInput, saidIn } from "./asked.ts";
import { clusteredFigure, figureOf } from "./figure.ts";

/** A form as one save told of it. */
interface Save {
  person: string;
  names: string[];
  edited: string[];
  seconds: Record<string, number>;
}

function saveOf({ person, barrier }: Saying): Save {
  const [names, edited, seconds] = JSON.parse(barrier ?? "[[],[],{}]") as [string[], string[], Record<string, number>];
  return { person, names, edited, seconds };
}

/** M17 over eight weeks would overlap: a block's own four. More than so many fields of a step are not listed. */
const mostFields = 40;

function fieldOf(step: string, name: string, saves: readonly Save[]): FieldFigures | null {
  const people = byPerson(saves.filter(({ names }) => names.includes(name)));
  if (people.length < smallestGroup) return null;
  const tallies = people.map((own) => ({
    hits: own.filter(({ edited }) => edited.includes(name)).length,
    of: own.length,
  }));
  const use: FieldUse = { name, saves: tallies, seconds: 0, readBy: [] };
  const spent = people.flatMap((own) => median(own.map(({ seconds }) => seconds[name] ?? 0)) ?? []);
  return {
    step,
    name,
    edited: clusteredFigure(tallies),
    unused: fieldLoad([use])[0]?.unused ?? false,
    seconds: figureOf(medianOfPeople(spent), { of: 1 }),
  };
}

/** M17 of every field that ten people or more had before them, in the order in which forms have them. */
export function fieldFigures(input: FigureInput): FieldFigures[] {
  const said = saidIn(input, "fields");
  return input.version.steps.flatMap(({ id }) => {
    const saves = said.filter(({ step }) => step === id).map(saveOf);
    const names = [...new Set(saves.flatMap((save) => save.names))].slice(0, mostFields);
    return names.flatMap((name) => fieldOf(id, name, saves) ?? []);
  });
}
