import type { VNode } from "preact";
import { words } from "../words.ts";

/** Empty boxes to tick, and lines to write on. */
export function Decision(): VNode {
  const { decide, options, who, when, signed } = words.paper;
  return (
    <section class="decision">
      <h2>{decide}</h2>
      <ul>
        {options.map((option) => (
          <li key={option}>
            <span class="tick-box" /> {option} <span class="write" />
          </li>
        ))}
      </ul>
      <p class="sign">
        {[who, when, signed].map((label) => (
          <span key={label}>
            {label} <span class="write" />
          </span>
        ))}
      </p>
    </section>
  );
}
