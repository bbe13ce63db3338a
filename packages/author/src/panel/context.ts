import type { Beginning } from "../desk/begin.ts";
import type { Recording } from "../desk/record.ts";
import type { Saving } from "../desk/save.ts";
import type { Showing } from "../desk/show.ts";
import type { Writing } from "../desk/write.ts";
import type { Note, State } from "../state.ts";
import type { Say } from "../words/words.ts";

/** All that somebody can do in the editor. */
export interface Acts {
  begin: Beginning;
  write: Writing;
  record: Recording;
  show: Showing;
  save: Saving;
  /** The author's language, BCP 47. */
  language: string;
  /** Address of `waymark.js`. */
  script: string;
  tell(note: Note): void;
  /** Takes the editor off the page and this tab. Drafts stay on the device. */
  close(): void;
  /** To the other side of the window. */
  flip(): void;
}

/** What every part of the panel is given. */
export interface Parts {
  state: State;
  acts: Acts;
  say: Say;
}
