import type { Page } from "playwright-core";
import type { Hand } from "../../packages/testing/src/index.ts";

/** Whoever walks through the surfaces of a host, by keyboard or by finger. */
export interface Walker {
  page: Page;
  hand: Hand;
  /** The title of the way whose step is on the page, and which of its stations that is. */
  way: string;
  station: number;
}
