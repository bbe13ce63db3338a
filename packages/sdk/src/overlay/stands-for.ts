import type { Runtime } from "../runtime/runtime.ts";
import type { Surface } from "../runtime/surface.ts";
import { inSight, isUnread } from "./launcher-face.ts";

/** What the launcher stands for: the panel folded into it, an unread brief, the only journey, or the menu. */
export function standsFor(
  runtime: Runtime,
  folded: Surface | null,
): Extract<Surface, { name: "launcher" | "panel" | "brief" }> {
  if (folded?.name === "panel") return folded;
  const [first, ...more] = inSight(runtime);
  if (first && isUnread(first)) return { name: "brief", journey: first.id };
  return first && more.length === 0 ? { name: "panel", journey: first.id } : { name: "launcher" };
}
