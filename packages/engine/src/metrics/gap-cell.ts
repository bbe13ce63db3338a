import type { Barrier } from "../barrier.ts";
import type { ShownAbility } from "./shown-ability.ts";
import type { StepCourse } from "./step-course.ts";

/** M12 as it may be shown. */
export type ShownBarrier =
  | { barrier: Barrier; of: "step" | "journey" }
  | { barrier: null; of: null; why: "too_few" | "tied" };

/** What is frozen of one step for one group, version and block. */
export interface GapCell {
  step: string;
  ability: ShownAbility;
  /** M11, 0 to 1; `null`: too few. */
  reported: number | null;
  barrier: ShownBarrier;
  course: StepCourse;
}
