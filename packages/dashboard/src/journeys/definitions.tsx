import type { VNode } from "preact";
import { Definition } from "../parts/Definition.tsx";
import { axisWords } from "../picture/evidence.ts";
import { spanOf } from "../text/dates.ts";
import { words } from "../words.ts";
import type { Drawn } from "./drawn.ts";

function windowWords(drawn: Drawn): string {
  const { blocks } = drawn.picture;
  return blocks.length === 0 ? words.card.noWindow : blocks.map((block) => spanOf(block, true)).join("; ");
}

/** The name of a row, with its definition and the window of these very numbers. */
export function ThroughName({ drawn }: { drawn: Drawn }): VNode {
  const facts = [
    { term: words.card.counted, text: words.through.formula },
    { term: words.card.interval, text: words.through.interval },
    { term: words.card.n, text: words.through.n },
    { term: words.card.window, text: windowWords(drawn) },
    { term: words.card.leftOut, text: words.card.leftOutText },
  ];
  return (
    <>
      <Definition name={words.through.name} meaning={words.through.meaning} facts={facts} />
      <span class="small">{words.through.note}</span>
    </>
  );
}

export function TimeName({ drawn }: { drawn: Drawn }): VNode {
  const facts = [
    { term: words.card.counted, text: words.time.formula },
    { term: words.card.interval, text: words.time.interval },
    { term: words.card.n, text: words.time.n_ },
    { term: words.card.plan, text: words.time.plan },
    { term: words.card.window, text: windowWords(drawn) },
    { term: words.card.leftOut, text: words.card.leftOutText },
  ];
  return (
    <>
      <Definition name={words.time.name} meaning={words.time.meaning} facts={facts} />
      <span class="small">{axisWords(drawn.axis)}</span>
    </>
  );
}
