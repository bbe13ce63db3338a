import type { Scene } from "@waymark/engine";
import type { Progress } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";

/** One moment: what was told, and what held after it. */
export interface Moment {
  /** Unix milliseconds. */
  at: number;
  /** `step.completed log-call`, `page /deals/17`, `levels 2`. */
  fact: string;
  progress: Progress;
  scene: Scene;
}

/** What the panel remembers at most; the oldest go first. */
const mostMoments = 300;

/** What a change of the scene is called; empty where nothing of it concerns a journey. */
function sceneFact(before: Scene, after: Scene): string {
  const parts: string[] = [];
  if (before.page !== after.page) parts.push(`page ${after.page ?? "unknown"}`);
  if (before.roles.join() !== after.roles.join()) parts.push(`roles ${after.roles.join(", ") || "none"}`);
  const gone = before.levels.filter((each) => !after.levels.includes(each));
  const come = after.levels.filter((each) => !before.levels.includes(each));
  parts.push(...come.map((each) => `true ${each}`), ...gone.map((each) => `not true ${each}`));
  if (before.subjects !== after.subjects) parts.push("records declared");
  return parts.join("; ");
}

/** Remembers what happens from now on. */
export function followHistory(guest: Guest, changed: () => void): { moments: readonly Moment[]; stop: Stop } {
  const scope = createScope();
  const moments: Moment[] = [];
  const add = (fact: string): void => {
    if (moments.length >= mostMoments) moments.shift();
    const at = guest.platform.now();
    moments.push({ at, fact, progress: guest.$progress.get(), scene: guest.$scene.get() });
    changed();
  };
  add("the panel opened");
  scope.add(
    guest.on("*", ({ type, journey, step, subject }) => {
      add([type, journey, step, subject].filter((each) => each !== undefined).join(" "));
    }),
  );
  scope.add(
    guest.$scene.listen((after, before) => {
      const fact = before && sceneFact(before, after);
      if (fact) add(fact);
    }),
  );
  // From another tab, device or sign-in: nothing is told here, and something else holds.
  scope.add(
    guest.$progress.listen((progress) => {
      queueMicrotask(() => {
        if (!scope.stopped && moments.at(-1)?.progress !== progress && guest.$progress.get() === progress)
          add("progress");
      });
    }),
  );
  return { moments, stop: scope.stop };
}
