import type { Answer, Journey, PlaceTitles, VoicesReport, VoiceThread } from "@waymark/schema";
import { publishedJourneys } from "../control/journeys.ts";
import { isInScope } from "../control/members.ts";
import type { Reader } from "../http/access.ts";
import type { World } from "../world.ts";
import { allAnswers, answersTo } from "./answers.ts";
import { readEvidence } from "./evidence.ts";
import { loopOf, releasedAt } from "./loop.ts";
import { type PublishedVoices, publishedVoices, type VoiceBlock } from "./published.ts";
import { allStatements } from "./statements.ts";
import { releasedTexts } from "./texts.ts";

/** A cell of a group that reaches beyond somebody's part is about others too: for them it is as if there were none. */
const isVisible = ({ roles }: VoiceBlock, { project, scope }: Reader): boolean =>
  roles.every((role) => isInScope(role, scope, project.roles));

/** The published voices that somebody may see. */
export async function visibleVoices(world: World, who: Reader): Promise<PublishedVoices> {
  const all = await publishedVoices(world, who.project.id);
  const cells = all.cells.filter((each) => isVisible(each, who));
  const isTheirs = ({ voice }: { voice: string }): boolean => cells.some(({ id }) => id === voice);
  return { cells, ratings: all.ratings.filter(isTheirs), replies: all.replies.filter(isTheirs) };
}

function titlesOf(journeys: readonly Journey[], { journey, step }: { journey: string; step: string }): PlaceTitles {
  const found = journeys.find(({ id }) => id === journey);
  const title = found?.steps.find(({ id }) => id === step)?.title ?? step;
  return { journey: found?.title ?? journey, step: step === "" ? null : title };
}

const isSamePlace = (a: VoiceBlock, b: VoiceBlock): boolean =>
  a.journey === b.journey && a.step === b.step && a.roles.some((role) => b.roles.includes(role));

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** All that the page of voices shows somebody: published cells, statements with names, the evidence of both, and M19. */
export async function readVoices(world: World, who: Reader): Promise<VoicesReport> {
  const { id, roles, timeZone } = who.project;
  const { cells, ratings, replies } = await visibleVoices(world, who);
  const words = await releasedTexts(world.control, id);
  const answers = await allAnswers(world.control, id);
  const journeys = await publishedJourneys(world.control, id);
  const evidence = await readEvidence(world, who);
  const wordsOf = (block: string): string[] => words.filter((each) => each.block === block).map(({ text }) => text);
  const threads = cells.map((cell, at): VoiceThread => {
    const own: Answer[] = answersTo(answers, cell.id);
    return {
      ...cell,
      titles: titlesOf(journeys, cell),
      released: day(releasedAt(cell)),
      again: cells.slice(0, at).some((each) => isSamePlace(each, cell)),
      evidence: evidence(cell.journey, cell.step, cell.roles),
      texts: wordsOf(cell.id),
      answers: own,
      ratings: ratings.filter(({ voice }) => voice === cell.id),
      replies: replies.filter(({ voice }) => voice === cell.id).map((each) => ({ ...each, texts: wordsOf(each.id) })),
    };
  });
  const statements = (await allStatements(world.control, id))
    .filter(({ role }) => isInScope(role, who.scope, roles))
    .map((each) => ({
      ...each,
      titles: { ...titlesOf(journeys, each), role: roles.find((node) => node.id === each.role)?.title ?? each.role },
      evidence: evidence(each.journey, each.step, [each.role]),
    }));
  const now = world.now();
  return {
    format: "waymark.voices/1",
    today: new Intl.DateTimeFormat("en-CA", { timeZone }).format(now),
    cells: threads,
    statements,
    loop: loopOf(
      threads.map((cell) => ({ cell, answers: cell.answers })),
      ratings,
      now,
    ),
  };
}
