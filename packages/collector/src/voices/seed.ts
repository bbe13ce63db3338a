import type { Verdict } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { leavesOf } from "../blocks/partition.ts";
import { getProject } from "../control/projects.ts";
import { transact } from "../control/transact.ts";
import type { World } from "../world.ts";
import { addAnswer } from "./answers.ts";
import type { Echo } from "./echoes.ts";
import { leastReporters } from "./publish.ts";
import { appendVoices, type Published, type VoiceBlock } from "./published.ts";
import { quarterOf, weekName } from "./quarters.ts";
import { newId } from "./release.ts";

/** What simulated people are made to have said, as it is shown. */
export interface SimulatedVoice {
  journey: string;
  /** `""`: the role brief. */
  step: string;
  /** A leaf of the role tree. */
  role: string;
  /** First and last week, counted back from this one: `[5, 2]`. */
  weeksAgo: [from: number, to: number];
  /** Five or more, of each reason and each way of having faced it. */
  reasons: Record<string, number>;
  faced: Record<string, number>;
  texts: string[];
  answer?: { verdict: Verdict; text: string; by: string; daysAgo: number; helps: Record<string, number> } | undefined;
}

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, each) => sum + each, 0);

/**
 * Publishes voices of people that were made up, to try the page out: each is marked as simulated and counts in no number about
 * real ones. Fails with a RangeError where one would show fewer than five.
 */
export async function seedVoices(world: World, projectId: string, voices: readonly SimulatedVoice[]): Promise<void> {
  const project = await getProject(world.control, projectId);
  const calendar = createCalendar(project.timeZone);
  const now = world.now();
  const leaves = leavesOf(project.roles);
  const dayMs = 86_400_000;
  // Oldest first: what is published is sealed one to the next.
  for (const voice of voices.toSorted((a, b) => b.weeksAgo[1] - a.weeksAgo[1])) {
    const [from, to] = voice.weeksAgo.map((ago) => calendar.weekOf(now) - ago) as [number, number];
    const { journey, step, role, reasons, faced, answer } = voice;
    const leaf = leaves.find(({ id }) => id === role);
    const shown = [...Object.values(reasons), ...Object.values(faced), ...Object.values(answer?.helps ?? {})];
    if (leaf === undefined || shown.some((count) => count < leastReporters))
      throw new RangeError(`A simulated voice of ${role} on ${journey} would show fewer than five.`);
    const cell: VoiceBlock = {
      ...{ id: newId(), journey, step, group: role, title: leaf.title, roles: [role] },
      ...{ quarter: quarterOf(to, calendar), from: weekName(from, calendar), to: weekName(to, calendar) },
      ...{ count: total(reasons), reasons, faced, simulated: true },
    };
    const blocks: Published[] = [cell];
    if (answer !== undefined) {
      const at = now - answer.daysAgo * dayMs;
      const given = await addAnswer(world.control, projectId, cell, { ...answer, at });
      const week = weekName(calendar.weekOf(now) - 1, calendar);
      const rating: Echo = {
        kind: "ratings",
        id: newId(),
        voice: cell.id,
        answer: given.id,
        week,
        count: 0,
        helps: null,
      };
      blocks.push({ ...rating, count: total(answer.helps), helps: answer.helps });
    }
    await transact(world.control, async (tx) => {
      await appendVoices(tx, world, projectId, to, blocks);
      for (const text of voice.texts)
        await tx
          .insertInto("voiceTexts")
          .values({ project: projectId, id: newId(), block: cell.id, text, state: "released" })
          .execute();
    });
  }
}
