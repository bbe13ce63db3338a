import type { Journey } from "@waymark/schema";
import { type Answer, publish, putDraft, rollBack, versions } from "../collector/ask.ts";
import { keepSession } from "../collector/session.ts";
import { fileText } from "../document/to-journey.ts";
import type { Desk } from "./desk.ts";

/** Where a journey goes when it is written. */
export interface Saving {
  /** Writes a file: where the browser lets somebody choose it, else into their downloads. */
  file(): Promise<void>;
  setSession(session: { collector?: string; key?: string }): void;
  /** Keeps it as the collector's draft, which nobody sees. */
  draft(): Promise<void>;
  /** Publishes what is written, with a note of what changed. */
  publish(note: string): Promise<void>;
  versions(): Promise<void>;
  rollBack(version: number): Promise<void>;
}

interface FileHandle {
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}
type SavePicker = (options: object) => Promise<FileHandle>;

/** Puts a file into somebody's downloads. */
function download(name: string, text: string): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `false`: they changed their mind. */
async function writeFile(name: string, text: string): Promise<boolean> {
  const { showSaveFilePicker } = window as unknown as { showSaveFilePicker?: SavePicker };
  if (!showSaveFilePicker || navigator.webdriver) {
    download(name, text);
    return true;
  }
  try {
    const types = [{ accept: { "application/json": [".json" as const] } }];
    const out = await (await showSaveFilePicker({ suggestedName: name, types })).createWritable();
    await out.write(text);
    await out.close();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return false;
    // Pages may be forbidden to open a picker: a download never is.
    download(name, text);
    return true;
  }
}

/** The acts of saving. Whatever is answered, the draft stays where it is. */
export function createSaving(desk: Desk): Saving {
  const { $state, set, tell } = desk;

  /** The document where it is one; else the first problem is told. */
  const finished = (): Journey | null => {
    const { journey, problems } = $state.get().checked;
    if (!journey) tell({ kind: "failed", of: "incomplete", detail: String(problems.length) });
    return journey;
  };
  const during = async <T>(asking: () => Promise<Answer<T>>): Promise<T | null> => {
    set({ busy: true, note: null });
    const answer = await asking();
    set({ busy: false });
    if (answer.ok) return answer.value;
    tell({ kind: "failed", of: answer.reason, detail: answer.detail });
    return null;
  };
  const id = (): string => $state.get().work?.history.now.id ?? "";
  const load = async (): Promise<void> => {
    const answer = await versions($state.get().session, id());
    // Nothing was published yet: that is a list too.
    if (answer.ok) set({ versions: answer.value.versions });
    else if (answer.reason === "unknown") set({ versions: [] });
    else tell({ kind: "failed", of: answer.reason, detail: answer.detail });
  };
  return {
    file: async () => {
      const { work } = $state.get();
      if (!work) return;
      const name = `${work.history.now.id || "journey"}.journey.json`;
      if (await writeFile(name, fileText(work.history.now))) tell({ kind: "done", of: "downloaded" });
    },
    setSession: (more) => {
      const session = { ...$state.get().session, ...more };
      keepSession(session);
      set({ session, versions: null });
    },
    draft: async () => {
      const journey = finished();
      if (journey && (await during(() => putDraft($state.get().session, journey))))
        tell({ kind: "done", of: "drafted" });
    },
    publish: async (note) => {
      const journey = finished();
      if (!journey || !(await during(() => putDraft($state.get().session, journey)))) return;
      const told = await during(() => publish($state.get().session, journey.id, note.trim()));
      if (!told) return;
      await load();
      tell({ kind: "done", of: "published", version: told.version });
    },
    versions: load,
    rollBack: async (version) => {
      const told = await during(() => rollBack($state.get().session, id(), version));
      if (!told) return;
      await load();
      tell({ kind: "done", of: "rolled", version: told.version });
    },
  };
}
