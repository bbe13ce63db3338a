import { createHash } from "node:crypto";
import type { EnvelopeContent, RatingBlock, ReplyBlock } from "@waymark/schema";
import { countReasons, leastReporters } from "./publish.ts";
import type { PooledText, ShownBlock, VoiceState } from "./state.ts";

/** So many weeks after a cell was published its reporters may still say something of it. */
const heardWeeks = 26;

/** What people say of an answer, as it is published. */
export type Echo = ({ kind: "ratings" } & RatingBlock) | ({ kind: "replies" } & ReplyBlock);

const markOf = (receipt: string): string =>
  createHash("sha256").update(Buffer.from(receipt, "base64url")).digest("hex");

/** The block of a receipt, where the answer is one to it and nothing of the kind was said of it before; `null` else. */
function heard(
  state: VoiceState,
  answers: ReadonlyMap<string, string>,
  kind: "rating" | "reply",
  { receipt, answer }: { receipt: string; answer: string },
): { shown: ShownBlock; mark: string } | null {
  const mark = markOf(receipt);
  const shown = state.shown.find(({ block }) => block === answers.get(answer));
  const once = `${kind} ${mark} ${answer}`;
  if (!shown?.marks.includes(mark) || shown.said.includes(once)) return null;
  shown.said = [...shown.said, once].sort();
  return { shown, mark };
}

/**
 * Takes what reporters say of answers. Whoever shows the nonce of a token that a cell was published with is one of its
 * reporters; which one nobody can tell, since words and nonces were parted when it was published.
 *
 * @param answers The cell of each answer, by the answer's id.
 */
export function hear(
  state: VoiceState,
  contents: readonly EnvelopeContent[],
  answers: ReadonlyMap<string, string>,
): void {
  for (const { ratings, replies } of contents) {
    for (const each of ratings) {
      const found = heard(state, answers, "rating", each);
      found?.shown.ratings.push({ mark: found.mark, answer: each.answer, help: each.help });
    }
    for (const each of replies) {
      const found = heard(state, answers, "reply", each);
      found?.shown.replies.push({ mark: found.mark, text: each.text });
    }
  }
}

/** Whether so many may be shown of a group, after so many before: five or more, and five or more others are left. */
const mayShow = (heads: number, before: number, count: number): boolean =>
  count >= leastReporters && heads - before - count >= leastReporters;

/** As many people as these are of: whoever answers two answers of a cell is one. */
const peopleIn = (all: readonly { mark: string }[]): number => new Set(all.map(({ mark }) => mark)).size;

function rate(shown: ShownBlock, week: string, newId: () => string): Echo[] {
  const echoes: Echo[] = [];
  for (const answer of new Set(shown.ratings.map((each) => each.answer))) {
    const own = shown.ratings.filter((each) => each.answer === answer);
    const before = shown.rated[answer] ?? 0;
    if (!mayShow(shown.heads, before, own.length)) continue;
    const helps = countReasons(own.map(({ help }) => help));
    echoes.push({ kind: "ratings", id: newId(), voice: shown.block, answer, week, count: own.length, helps });
    shown.rated = { ...shown.rated, [answer]: before + own.length };
    shown.ratings = shown.ratings.filter((each) => each.answer !== answer);
  }
  return echoes;
}

function reply(shown: ShownBlock, week: string, newId: () => string, pool: PooledText[]): Echo[] {
  const count = peopleIn(shown.replies);
  if (!mayShow(shown.heads, shown.replied, count)) return [];
  const id = newId();
  pool.push(...shown.replies.map(({ text }) => ({ block: id, text })));
  shown.replied += count;
  shown.replies = [];
  return [{ kind: "replies", id, voice: shown.block, week, count }];
}

/** What may be shown of ratings and replies at the end of a week, by the rules that reports have; the rest waits on. */
export function closeEchoes(state: VoiceState, week: number, name: string, newId: () => string): Echo[] {
  state.shown = state.shown.filter((each) => week - each.week <= heardWeeks);
  return state.shown.flatMap((each) => [...rate(each, name, newId), ...reply(each, name, newId, state.pool)]);
}
