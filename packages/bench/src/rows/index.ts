import { axe } from "./axe.ts";
import { bytes } from "./bytes.ts";
import { churnRow } from "./churn.ts";
import { lifecycle } from "./lifecycle.ts";
import { pages } from "./pages.ts";
import type { Row } from "./row.ts";
import { scroll } from "./scroll.ts";
import { startUp } from "./start-up.ts";
import { steps } from "./steps.ts";
import { targets } from "./targets.ts";

/** All rows in the order of the table. */
export const rows: readonly Row[] = [bytes, startUp, steps, scroll, churnRow, lifecycle, pages, axe, targets];
