import type { Runtime } from "../runtime/runtime.ts";
import type { Surface } from "../runtime/surface.ts";
import { inSight, isUnread } from "./launcher-face.ts";

/** Opens what the launcher stands for: the panel folded into it, an unread brief, the only journey, or the menu. */
export function reopen(runtime: Runtime, folded: Surface | null): void {
  if (folded?.name === "panel") {
    runtime.open("panel", { journey: folded.journey, subject: folded.subject });
    return;
  }
  const [first, ...more] = inSight(runtime);
  if (first && isUnread(first)) runtime.open("brief", { journey: first.id });
  else if (first && more.length === 0) runtime.open("panel", { journey: first.id });
  else runtime.open("launcher");
}
