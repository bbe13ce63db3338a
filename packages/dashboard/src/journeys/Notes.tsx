import type { VNode } from "preact";
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
  const numbers = kinds.has("exact") || drawn.axis !== null;
  const planned = drawn.axis !== null && drawn.picture.steps.some((step) => step.plannedMs !== null);
  const hidden = kinds.has("too_few") || kinds.has("at_least") || kinds.has("unverified");
  return (
    <ul class="key">
      {numbers ? (
        <li>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            <rect x="1" y="3.5" width="20" height="9" class="int" />
            <circle cx="11" cy="8" r="4.2" class="dot" />
          </svg>
          {words.legend.interval}
        </li>
      ) : null}
      {planned ? (
        <li>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            <path d="M6 2H16L11 9Z" class="tick" />
            <line x1="11" y1="8" x2="11" y2="15" class="stop" />
          </svg>
          {words.legend.plan}
        </li>
      ) : null}
      {drawn.narrowest === null ? null : (
        <li>
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <circle cx="11" cy="11" r="9.5" class="ring" />
            <circle cx="11" cy="11" r="6.5" class="st worst" />
          </svg>
          {words.legend.ring}
        </li>
      )}
      {hidden ? (
        <li>
          <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
            <rect x="1" y="1" width="22" height="14" class="hatched edged" />
          </svg>
          {words.legend.hatch}
        </li>
      ) : null}
      {kinds.has("not_yet") ? (
        <li>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            <circle cx="11" cy="8" r="6.5" class="st dashed" />
          </svg>
          {words.legend.later}
        </li>
      ) : null}
    </ul>
  );
}
