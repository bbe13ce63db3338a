import { bytes } from "./bytes.ts";
import type { Row } from "./row.ts";
import { startUp } from "./start-up.ts";
import { steps } from "./steps.ts";

/** All rows in the order of the table. */
export const rows: readonly Row[] = [bytes, startUp, steps];
