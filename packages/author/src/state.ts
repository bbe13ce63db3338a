import type { Journey } from "@waymark/schema";
import type { Refusal } from "./collector/ask.ts";
import type { KeptDraft, Version } from "./collector/journeys.ts";
import type { Session } from "./collector/session.ts";
import { type Checked, checkDraft } from "./document/check-draft.ts";
import { emptyDraft } from "./document/draft.ts";
import { beginHistory } from "./document/history.ts";
import type { Unread } from "./document/read-journey.ts";
import type { DraftNote, Work } from "./keep/keep-work.ts";
import type { PickView } from "./picker/pick.ts";
import type { PreviewAs } from "./preview/preview.ts";

/** The rooms of the panel. */
export type View = "signin" | "start" | "lines" | "templates" | "edit" | "save";

/** What the panel has to tell, by the name of the words. */
export type Note =
  | { kind: "done"; of: "kept" | "downloaded" | "drafted" | "recorded" | "left" }
  | { kind: "done"; of: "published" | "rolled"; version: number }
  | {
      kind: "failed";
      of: Refusal["reason"] | Unread["reason"] | "disk" | "preview" | "frame" | "incomplete" | "nothing" | "taken";
      detail: string;
    };

/** Everything that the panel draws. */
export interface State {
  view: View;
  work: Work | null;
  checked: Checked;
  note: Note | null;
  /** Only the pill is shown. */
  folded: boolean;
  picking: PickView | null;
  preview: PreviewAs | null;
  /** The preview in a phone's width is open. */
  phone: boolean;
  drafts: readonly DraftNote[];
  /** What the collector holds; `null`: nobody is signed in, or it was not asked yet. */
  elsewhere: readonly KeptDraft[] | null;
  templates: readonly Journey[];
  session: Session;
  versions: readonly Version[] | null;
  busy: boolean;
}

const none = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/** New work on a draft. */
export function newWork(draft: Work["history"]["now"] = emptyDraft("my-journey")): Work {
  const chosen = draft.steps[0]?.id ?? null;
  return {
    key: none(),
    savedAt: Date.now(),
    history: beginHistory(draft),
    deeds: [],
    recording: false,
    chosen,
    seen: {},
  };
}

/** The panel before anything was done. */
export function firstState(session: Session): State {
  return {
    view: "start",
    work: null,
    checked: checkDraft(emptyDraft("my-journey")),
    note: null,
    folded: false,
    picking: null,
    preview: null,
    phone: false,
    drafts: [],
    elsewhere: null,
    templates: [],
    session,
    versions: null,
    busy: false,
  };
}
