import { isInScope } from "../control/members.ts";
import type { FrozenView, Viewer } from "../insights/read-pictures.ts";
import { allAnswers, answersTo } from "../voices/answers.ts";
import { publishedVoices, type VoiceBlock } from "../voices/published.ts";
import { releasedTexts } from "../voices/texts.ts";
import type { World } from "../world.ts";
import type { ExportTable, Only, Row } from "./export-table.ts";

const reasons = ["slow", "unsure", "blocked", "not_mine", "none"];

/** A cell of a group that reaches beyond somebody's part is about others too: for them it is as if there were none. */
export async function visible(world: World, { project, scope }: Viewer, only: Only = {}): Promise<VoiceBlock[]> {
  const { cells } = await publishedVoices(world, project.id);
  const asked = cells.filter(({ journey, roles, simulated }) => {
    // Nothing in a row says so: what people who were made up said stays on the page, where it is marked.
    if (simulated) return false;
    return journey === (only.journey ?? journey) && (only.role === undefined || roles.includes(only.role));
  });
  return asked.filter(({ roles }) => roles.every((role) => isInScope(role, scope, project.roles)));
}

function titlesIn({ journeys }: FrozenView, { journey, step }: VoiceBlock): [journey: string, step: string | null] {
  const found = journeys.find(({ id }) => id === journey);
  const title = found?.steps.find(({ id }) => id === step)?.title ?? step;
  return [found?.title ?? journey, step === "" ? null : title];
}

async function* voices(world: World, view: FrozenView, only: Only): AsyncGenerator<Row> {
  for (const cell of await visible(world, view, only)) {
    const [journey, step] = titlesIn(view, cell);
    const told = reasons.map((reason) => (cell.reasons === null ? null : (cell.reasons[reason] ?? 0)));
    yield [cell.id, cell.journey, journey, cell.step, step, cell.title, cell.from, cell.to, cell.count, ...told];
  }
}

/** One row for each published place. */
export const voiceTable: ExportTable = {
  columns: [
    ...["cell", "journey", "journey_title", "step", "step_title", "group", "from_week", "to_week", "people"],
    ...reasons.map((reason) => `reason_${reason}`),
  ],
  rows: voices,
};

async function* words(world: World, view: FrozenView, only: Only): AsyncGenerator<Row> {
  const released = await releasedTexts(world.control, view.project.id);
  for (const { id } of await visible(world, view, only))
    for (const { text } of released.filter(({ block }) => block === id)) yield [id, text];
}

/** Words that were released, by the place they belong to. */
export const wordTable: ExportTable = { columns: ["cell", "text"], rows: words };

async function* answers(world: World, view: FrozenView, only: Only): AsyncGenerator<Row> {
  const all = await allAnswers(world.control, view.project.id);
  for (const { id } of await visible(world, view, only))
    for (const { verdict, text, by, on } of answersTo(all, id)) yield [id, verdict, text, by ?? null, on];
}

/** What was answered to a place, the newest first. */
export const answerTable: ExportTable = { columns: ["cell", "verdict", "text", "by", "on"], rows: answers };
