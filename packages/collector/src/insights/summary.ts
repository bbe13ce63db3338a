import type { JourneyPicture, Summary } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { isInScope } from "../control/members.ts";
import { nextAt, spanOf } from "../freezing/compute-snapshots.ts";
import { allAnswers, answersTo } from "../voices/answers.ts";
import { publishedVoices } from "../voices/published.ts";
import type { World } from "../world.ts";
import { type FrozenView, readPicture, rolesOf } from "./read-pictures.ts";

async function countVoices(world: World, { project, scope }: FrozenView): Promise<Summary["voices"]> {
  const { cells } = await publishedVoices(world, project.id);
  // The two never meet in a number: simulated ones are counted only where there is nothing else.
  const real = cells.some(({ simulated }) => !simulated);
  const seen = cells
    .filter(({ simulated }) => simulated !== real)
    .filter(({ roles }) => roles.every((role) => isInScope(role, scope, project.roles)));
  const answers = await allAnswers(world.control, project.id);
  return { places: seen.length, open: seen.filter(({ id }) => answersTo(answers, id).length === 0).length };
}

/**
 * Everything that a look at the whole needs, as far as the viewer may see it. The pictures are those that are served one
 * by one; the voices are published ones.
 */
export async function readSummary(world: World, view: FrozenView): Promise<Summary> {
  const { project, blocks, journeys } = view;
  const calendar = createCalendar(project.timeZone);
  const last = blocks.at(-1);
  const pictures: JourneyPicture[] = [];
  for (const journey of journeys)
    for (const { id } of rolesOf(view, journey))
      pictures.push(JSON.parse(await readPicture(world, view, journey.id, id)) as JourneyPicture);
  return {
    format: "waymark.summary/1",
    project: { id: project.id, title: project.title, timeZone: project.timeZone },
    block: last === undefined ? null : spanOf(last, calendar),
    nextAt: last === undefined ? view.firstDue : nextAt(last, calendar),
    pictures,
    voices: await countVoices(world, view),
  };
}
