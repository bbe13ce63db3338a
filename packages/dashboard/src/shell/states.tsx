import type { VNode } from "preact";
import type { Problem } from "../api/problem.ts";
import { Mark } from "../parts/Mark.tsx";
import { words } from "../words.ts";

export function Loading(): VNode {
  return (
    <p class="note" role="status">
      {words.loading}
    </p>
  );
}

/** What went wrong in the collector's own words, and the one thing to do. */
export function Failure({ problem, onAgain }: { problem: Problem; onAgain(): void }): VNode {
  return (
    <section class="message" role="alert">
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      <p class="small">{problem.status === 0 ? problem.code : `${problem.status}, ${problem.code}`}</p>
      <button type="button" class="btn primary" onClick={onAgain}>
        {words.again}
      </button>
    </section>
  );
}

export function SignedOut({ left }: { left: boolean }): VNode {
  return (
    <main class="center">
      <div class="card">
        <Mark />
        <h1>{left ? words.signedOut.left : words.signedOut.title}</h1>
        <p class="note">{words.signedOut.how}</p>
        <Command text={words.signedOut.command} />
        <p class="small promise">{words.signedOut.promise}</p>
      </div>
    </main>
  );
}

export function Empty({ lacks }: { lacks: "journeys" | "roles" }): VNode {
  return (
    <section class="message">
      <h1>{words.emptyProject.title}</h1>
      {lacks === "roles" ? (
        <p>{words.emptyProject.noRoles}</p>
      ) : (
        <>
          <p>{words.emptyProject.how}</p>
          <Command text={words.emptyProject.command} />
        </>
      )}
    </section>
  );
}

export function Unknown({ sentence }: { sentence: string }): VNode {
  return (
    <section class="message">
      <h1>{sentence}</h1>
      <p>
        <a href="#/journeys">{words.toJourneys}</a>
      </p>
    </section>
  );
}

/** Something to type or paste; it can be selected and never scrolls the page sideways. */
export function Command({ text }: { text: string }): VNode {
  return (
    <pre class="command">
      <code>{text}</code>
    </pre>
  );
}
