import type { SessionInfo } from "@waymark/schema";
import type { VNode } from "preact";
import { words } from "../words.ts";
import { Command } from "./states.tsx";

/** What an author finds here: what is live, and how the next version becomes so. Pictures of people are not theirs to see. */
export function Authoring({ session, origin }: { session: SessionInfo; origin: string }): VNode {
  const said = words.authoring;
  return (
    <section class="message">
      <h1>{said.title}</h1>
      <p>{said.whose}</p>
      {session.journeys.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul>
          {session.journeys.map(({ id, title, version }) => (
            <li key={id}>{words.version(title, version)}</li>
          ))}
        </ul>
      )}
      <p>{said.how}</p>
      <Command text={said.command(origin)} />
    </section>
  );
}
