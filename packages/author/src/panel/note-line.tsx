import type { VNode } from "preact";
import type { Parts } from "./context.ts";

/** What came of the last act: said aloud, and it stays until the next one. */
export function NoteLine({ state, say }: Pick<Parts, "state" | "say">): VNode {
  const { note } = state;
  const text =
    note === null
      ? ""
      : note.kind === "done"
        ? say(`note.${note.of}`, { ...note })
        : say(`fail.${note.of}`, { detail: note.detail });
  return (
    <p class={`note ${note?.kind ?? "empty"}`} role={note?.kind === "failed" ? "alert" : "status"}>
      {text}
    </p>
  );
}
