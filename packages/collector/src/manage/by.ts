import { recordAct } from "../control/audit.ts";
import type { World } from "../world.ts";

/** Who does an administrative act, in which project. */
export interface By {
  project: string;
  /** `operator`, or the kind of key or role that was used; with a member's or key's id where there is one. Never a name. */
  who: string;
}

/** Writes down what was done. */
export function noteAct(world: World, by: By, act: string, detail: string): Promise<void> {
  return recordAct(world.control, { project: by.project, who: by.who, act, detail, at: world.now() });
}
