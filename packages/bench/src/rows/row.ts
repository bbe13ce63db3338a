import type { Lab } from "../lab.ts";
import type { Measure } from "../measure.ts";

/** One row of the issue: some measures that are taken together. */
export interface Row {
  name: string;
  /** How it is measured, in a sentence for the reader of the table. */
  how: string;
  run(lab: Lab): Promise<Measure[]>;
}
