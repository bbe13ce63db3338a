import type { Journey } from "@waymark/schema";
import type { Answer } from "../collector/ask.ts";
import { publish, putDraft, rollBack, signIn, versions } from "../collector/journeys.ts";
import { keepSession, type Session, signedOut } from "../collector/session.ts";
import { fileText } from "../document/to-journey.ts";
import type { Desk } from "./desk.ts";

/** Where a journey goes when it is written. */
export interface Saving {
  /** Writes a file: where the browser lets somebody choose it, else into their downloads. */
  file(): Promise<void>;
  /** Another collector: whoever was signed in at the last one is not there. */
  setCollector(collector: string): void;
  /** Keeps it as the collector's draft, which nobody sees. The key is needed only where nobody is signed in. */
  draft(key: string): Promise<void>;
  /** Publishes what is written, with a note of what changed. The key is used for this and kept nowhere. */
  publish(note: string, key: string): Promise<void>;
  versions(key: string): Promise<void>;
  rollBack(version: number, key: string): Promise<void>;
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
  const caller = (key: string) => ({ collector: $state.get().session.collector, key: key.trim() });
  const load = async (key: string): Promise<void> => {
    const answer = await versions(caller(key), id());
    // Nothing was published yet: that is a list too.
    if (answer.ok) set({ versions: answer.value.versions });
    else if (answer.reason === "unknown") set({ versions: [] });
    else tell({ kind: "failed", of: answer.reason, detail: answer.detail });
  };
  /** Whether somebody else's journey stands under this id: asked once, before it gets a new version by accident. */
  const isTaken = async (journey: Journey, key: string): Promise<boolean> => {
    if ($state.get().work?.publishedAs === journey.id) return false;
    const answer = await versions(caller(key), journey.id);
    // Where nobody answers, publishing says why.
    if (!answer.ok && answer.reason !== "unknown") return false;
    desk.work((work) => ({ ...work, publishedAs: journey.id }));
    if (!answer.ok || answer.value.versions.length === 0) return false;
    set({ versions: answer.value.versions });
    tell({ kind: "failed", of: "taken", detail: journey.id });
    return true;
  };
  /** The pass of this tab, else one for the key that was entered. */
  const session = async (key: string): Promise<Session | null> => {
    const own = $state.get().session;
    if (own.pass && own.until > Date.now()) return own;
    if (own.pass && !key.trim()) {
      leave();
      tell({ kind: "failed", of: "pass_over", detail: "" });
      return null;
    }
    const fresh = await during(() => signIn(caller(key)));
    if (fresh) {
      keepSession(fresh);
      set({ session: fresh });
    }
    return fresh;
  };
  const leave = (): void => {
    const left = signedOut($state.get().session.collector);
    keepSession(left);
    set({ session: left, elsewhere: null });
  };
  return {
    file: async () => {
      const { work } = $state.get();
      if (!work) return;
      const name = `${work.history.now.id || "journey"}.journey.json`;
      if (await writeFile(name, fileText(work.history.now))) tell({ kind: "done", of: "downloaded" });
    },
    setCollector: (collector) => {
      const left = signedOut(collector);
      keepSession(left);
      set({ session: left, elsewhere: null, versions: null });
    },
    draft: async (key) => {
      const journey = finished();
      const own = journey && (await session(key));
      if (!own) return;
      if (await during(() => putDraft(own, journey))) tell({ kind: "done", of: "drafted" });
      const { note } = $state.get();
      if (note?.kind === "failed" && note.of === "pass_over") leave();
    },
    publish: async (note, key) => {
      const journey = finished();
      if (!journey || (await isTaken(journey, key))) return;
      const told = await during(() => publish(caller(key), journey, note.trim()));
      if (!told) return;
      await load(key);
      tell({ kind: "done", of: "published", version: told.version });
    },
    versions: load,
    rollBack: async (version, key) => {
      const told = await during(() => rollBack(caller(key), id(), version));
      if (!told) return;
      await load(key);
      tell({ kind: "done", of: "rolled", version: told.version });
    },
  };
}
