import type { Journey } from "@waymark/schema";
import { isAuthor } from "../collector/ask.ts";
import { isLocal, keepSession } from "../collector/session.ts";
import { draftFromLines } from "../document/from-lines.ts";
import { largestFile, readJourney } from "../document/read-journey.ts";
import type { Desk } from "./desk.ts";

/** The ways to begin. */
export interface Beginning {
  /** Comes back to the work of this tab, if there is some. */
  arrive(): Promise<void>;
  /** Opens the editor with an author's key, once the collector knows it. */
  signIn(key: string): Promise<void>;
  goTo(view: "start" | "lines" | "edit" | "save"): void;
  fromLines(title: string, lines: string): void;
  showTemplates(): Promise<void>;
  fromTemplate(journey: Journey): void;
  openFile(file: Blob): Promise<void>;
  openDraft(key: string): Promise<void>;
  dropDraft(key: string): Promise<void>;
}

/** The templates in the author's language, as far as they are there. */
async function loadTemplates(language: string): Promise<readonly Journey[]> {
  const { templates, withTexts } = await import("@waymark/templates");
  const tag = language.toLowerCase().split("-")[0] ?? "";
  const languages = {
    ar: () => import("@waymark/templates/ar"),
    de: () => import("@waymark/templates/de"),
    es: () => import("@waymark/templates/es"),
    fr: () => import("@waymark/templates/fr"),
    ja: () => import("@waymark/templates/ja"),
  };
  const load = Object.hasOwn(languages, tag) ? languages[tag as keyof typeof languages] : undefined;
  if (!load) return templates;
  const { texts } = await load();
  return templates.map((each) => withTexts(each, { [tag]: texts }));
}

/** The acts of beginning. */
export function createBeginning(desk: Desk): Beginning {
  const { keeper } = desk;
  const list = async (): Promise<void> => desk.set({ drafts: await keeper.list() });
  return {
    arrive: async () => {
      const { session } = desk.$state.get();
      if (!isLocal() && !session.key) return desk.set({ view: "signin" });
      keepSession(session);
      const work = await keeper.find();
      if (work) desk.adopt(work);
      await list();
    },
    signIn: async (key) => {
      const session = { ...desk.$state.get().session, key: key.trim() };
      desk.set({ busy: true });
      const answer = await isAuthor(session);
      desk.set({ busy: false });
      if (!answer.ok) return desk.tell({ kind: "failed", of: answer.reason, detail: answer.detail });
      keepSession(session);
      desk.set({ session, view: "start", note: null });
      await list();
    },
    goTo: (view) => {
      desk.set({ view, note: null });
      if (view === "start") void list();
    },
    fromLines: (title, lines) => desk.take(draftFromLines(title, lines)),
    showTemplates: async () => {
      desk.set({ view: "templates", note: null });
      if (desk.$state.get().templates.length > 0) return;
      try {
        desk.set({ templates: await loadTemplates(desk.around.language) });
      } catch {
        desk.tell({ kind: "failed", of: "no_network", detail: "" });
      }
    },
    fromTemplate: (journey) => desk.take(journey),
    openFile: async (file) => {
      // What is far too large is not even read: the page would stand still.
      if (file.size > 4 * largestFile)
        return desk.tell({ kind: "failed", of: "too_large", detail: String(Math.ceil(file.size / 1024)) });
      const read = readJourney(await file.text());
      if (read.ok) desk.take(read.journey);
      else desk.tell({ kind: "failed", of: read.reason, detail: read.detail });
    },
    openDraft: async (key) => {
      const work = await keeper.find(key);
      if (!work) return desk.tell({ kind: "failed", of: "nothing", detail: "" });
      desk.adopt({ ...work, recording: false });
    },
    dropDraft: async (key) => {
      await keeper.drop(key);
      if (desk.$state.get().work?.key === key) {
        keeper.close();
        desk.set({ work: null });
      }
      await list();
    },
  };
}
