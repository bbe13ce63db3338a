import type { VNode } from "preact";
import { Key, type Mark } from "../parts/Key.tsx";
import { dayOf, spanOf } from "../text/dates.ts";
import { words } from "../words.ts";
import type { Drawn } from "./drawn.ts";

/** The legend in one line, the closed weeks, and what is never shown. */
export function Notes({ drawn }: { drawn: Drawn }): VNode {
  const { blocks } = drawn.picture;
  return (
    <footer class="notes">
      <Legend drawn={drawn} />
      <section>
        <h2>{words.closed.title}</h2>
        {blocks.length === 0 ? <p>{words.closed.none}</p> : null}
        <ul>
          {blocks.map((block) => (
            <li key={block.from}>
              {spanOf(block, true)},{" "}
              <span class="small">{words.closed.frozen(dayOf(block.frozenAt, drawn.timeZone))}</span>
            </li>
          ))}
        </ul>
        <p class="small">{words.closed.sentence}</p>
      </section>
      <p class="small limits">{words.limits}</p>
    </footer>
  );
}

/** Only what is on this page has a place in its legend. */
function Legend({ drawn }: { drawn: Drawn }): VNode {
  const kinds = new Set(drawn.faces.map((face) => face.kind));
  const { legend } = words;
  const marks: [there: boolean, mark: Mark, meaning: string][] = [
    [kinds.has("exact") || drawn.axis !== null, "interval", legend.interval],
    [drawn.axis !== null && drawn.picture.steps.some((step) => step.plannedMs !== null), "plan", legend.plan],
    [drawn.narrowest !== null, "narrowest", legend.ring],
    [kinds.has("too_few") || kinds.has("at_least") || kinds.has("unverified"), "hidden", legend.hatch],
    [kinds.has("not_yet"), "later", legend.later],
  ];
  return <Key of={marks.flatMap(([there, mark, meaning]) => (there ? [[mark, meaning] as const] : []))} />;
}
