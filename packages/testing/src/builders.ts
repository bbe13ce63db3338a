import { emptyScene, type Scene } from "@waymark/engine";
import type { Journey, Step } from "@waymark/schema";

/** A step with one meaningful difference. */
export function aStep(id: string, more: Partial<Step> = {}): Step {
  return { id, title: id, done: { event: `${id}.done` }, ...more };
}

/** A journey of three steps `a`, `b`, `c`, each done by the event `<id>.done`. */
export function aJourney(more: Partial<Journey> = {}): Journey {
  return {
    format: "waymark.journey/1",
    id: "win-a-deal",
    title: "Win a deal",
    roles: ["sales-rep"],
    steps: [aStep("a"), aStep("b"), aStep("c")],
    ...more,
  };
}

/** A scene of a sales rep. */
export function aScene(more: Partial<Scene> = {}): Scene {
  return { ...emptyScene, page: "/deals", roles: ["sales-rep"], ...more };
}
