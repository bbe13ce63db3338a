import type { Runtime, Surface } from "../runtime/runtime.ts";

/** Opens what the launcher stands for: the panel folded into it, the only journey (its brief first), or the menu. */
export function reopen(runtime: Runtime, folded: Surface | null): void {
  if (folded?.name === "panel") {
    runtime.open("panel", { journey: folded.journey, subject: folded.subject });
    return;
  }
  const [only, ...more] = runtime.$journeys.get();
  if (!only || more.length > 0) {
    runtime.open("launcher");
    return;
  }
  const unread = only.brief !== null && only.briefAnswer === null;
  runtime.open(unread ? "brief" : "panel", { journey: only.id, subject: only.subject });
}
