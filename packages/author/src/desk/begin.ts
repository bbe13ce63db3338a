import type { Journey } from "@waymark/schema";
import { getDraft, listDrafts, signIn, signOut } from "../collector/journeys.ts";
import { isLocal, keepSession, signedOut } from "../collector/session.ts";
import { draftFromLines } from "../document/from-lines.ts";
import { largestFile, readJourney } from "../document/read-journey.ts";
import type { Desk } from "./desk.ts";

/** The ways to begin. */
export interface Beginning {
  /** Comes back to the work of this tab, if there is some. */
  arrive(): Promise<void>;
  /** Opens the editor with an author's key, which is given away for a pass and forgotten. */
  signIn(key: string): Promise<void>;
  /** Ends the pass of this tab. */
  signOut(): Promise<void>;
  /** Goes on with what the collector holds. */
  openElsewhere(journey: string): Promise<void>;
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
  const [{ templates, withTexts }, { roleTemplates }] = await Promise.all([
    import("@waymark/templates"),
    import("@waymark/templates/roles"),
  ]);
  // What somebody who begins in a kind of work is shown first comes first here too.
  const all = [...roleTemplates, ...templates];
  const tag = language.toLowerCase().split("-")[0] ?? "";
  const languages = {
    ar: () => import("@waymark/templates/ar"),
    de: () => import("@waymark/templates/de"),
    es: () => import("@waymark/templates/es"),
    fr: () => import("@waymark/templates/fr"),
    ja: () => import("@waymark/templates/ja"),
  };
  const load = Object.hasOwn(languages, tag) ? languages[tag as keyof typeof languages] : undefined;
  if (!load) return all;
  const { texts } = await load();
  return all.map((each) => withTexts(each, { [tag]: texts }));
}

/** The acts of beginning. */
export function createBeginning(desk: Desk): Beginning {
  const { keeper } = desk;
  const list = async (): Promise<void> => {
    desk.set({ drafts: await keeper.list() });
    const { session } = desk.$state.get();
    const answer = session.pass ? await listDrafts(session) : null;
    // Who is offline begins all the same.
    desk.set({ elsewhere: answer?.ok ? answer.value.drafts : null });
  };
  return {
    arrive: async () => {
      const { session } = desk.$state.get();
      // What an older editor kept here is written over: there was a key in it.
      keepSession(session);
      if (!isLocal() && !session.pass) return desk.set({ view: "signin" });
      const work = await keeper.find();
      if (work) desk.adopt(work);
      await list();
    },
    signIn: async (key) => {
      const { collector } = desk.$state.get().session;
      desk.set({ busy: true });
      const answer = await signIn({ collector, key: key.trim() });
      desk.set({ busy: false });
      if (!answer.ok) return desk.tell({ kind: "failed", of: answer.reason, detail: answer.detail });
      keepSession(answer.value);
      desk.set({ session: answer.value, view: "start", note: null });
      const work = await keeper.find();
      if (work) desk.adopt(work);
      await list();
    },
    signOut: async () => {
      const { session } = desk.$state.get();
      const left = signedOut(session.collector);
      keepSession(left);
      desk.set({ session: left, elsewhere: null, versions: null, note: { kind: "done", of: "left" } });
      if (!isLocal()) desk.set({ view: "signin" });
      await signOut(session);
    },
    openElsewhere: async (id) => {
      const { session } = desk.$state.get();
      desk.set({ busy: true, note: null });
      const answer = await getDraft(session, id);
      desk.set({ busy: false });
      if (!answer.ok) return desk.tell({ kind: "failed", of: answer.reason, detail: answer.detail });
      desk.take(answer.value.journey);
      // It is that one's next version that is being written.
      desk.work((work) => ({ ...work, publishedAs: id }));
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
