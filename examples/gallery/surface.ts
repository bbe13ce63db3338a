import type { Page } from "playwright-core";

/** One surface as a person meets it. */
export interface Surface {
  /** Names its pictures and its list of names and roles. */
  name: string;
  /** What it is, for the gallery in the docs. */
  title: string;
  /** The element that holds it. */
  element: string;
  /** What is photographed, inside that element. Default: `.surface`. */
  part?: string;
  open(page: Page): Promise<void>;
  /** Where the person has the focus before. Default: `#next`, a field of the host's. */
  from?: string;
  /** Where the focus is expected: inside, once a person opened it (default); or where it was. */
  focus?: "inside" | "stays";
  /** Left by Esc: at once (default), once the person has gone into it, or never: it is no dialog. */
  esc?: true | "inside" | false;
}
