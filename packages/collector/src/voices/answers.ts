import { randomBytes } from "node:crypto";
import type { Answer, Verdict } from "@waymark/schema";
import type { ControlDb } from "../control/tables.ts";
import type { VoiceBlock } from "./published.ts";

/** What somebody answers to a published cell. */
export interface GivenAnswer {
  verdict: Verdict;
  text: string;
  by?: string | undefined;
  /** Unix ms. */
  at: number;
}

interface KeptAnswer {
  block: string;
  answer: Answer;
}

/** Every answer, the newest first: of two of one day a device takes the first. */
export async function allAnswers(db: ControlDb, project: string): Promise<KeptAnswer[]> {
  const rows = await db
    .selectFrom("voiceAnswers")
    .select(["block", "content"])
    .where("project", "=", project)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ block, content }) => ({ block, answer: JSON.parse(content) as Answer }));
}

/** The answers to one cell, the newest first. */
export const answersTo = (all: readonly KeptAnswer[], block: string): Answer[] =>
  all.filter((each) => each.block === block).map(({ answer }) => answer);

/** Keeps an answer to a cell: it names the cell's step and weeks, which all who reported there find again. */
export async function addAnswer(
  db: ControlDb,
  project: string,
  { id: block, journey, step, from, to }: VoiceBlock,
  { verdict, text, by, at }: GivenAnswer,
): Promise<Answer> {
  const id = randomBytes(16).toString("base64url");
  const on = new Date(at).toISOString().slice(0, 10);
  const answer: Answer = { id, journey, step, from, to, verdict, text, ...(by === undefined ? {} : { by }), on };
  await db
    .insertInto("voiceAnswers")
    .values({ project, id, block, content: JSON.stringify(answer), at })
    .execute();
  return answer;
}
