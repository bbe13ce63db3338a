import { h, render } from "preact";
import { signOut } from "./collector/journeys.ts";
import { keepSession, readSession } from "./collector/session.ts";
import { createBeginning } from "./desk/begin.ts";
import { createDesk } from "./desk/desk.ts";
import { createRecording } from "./desk/record.ts";
import { createSaving } from "./desk/save.ts";
import { createShowing } from "./desk/show.ts";
import { createWriting } from "./desk/write.ts";
import { App } from "./panel/app.tsx";
import type { Acts } from "./panel/context.ts";
import { dragByHead } from "./panel/drag.ts";
import { hang } from "./panel/hang.ts";
import { calmGuest } from "./preview/preview.ts";
import { loadWords, sayIn } from "./words/words.ts";

/** Where the editor is opened. */
export interface AuthorOptions {
  /** The collector's address; what it serves at `waymark.js` is what previews are made of. */
  collector: string;
  /** BCP 47. Default: the page's `lang`, else the browser's. */
  locale?: string | undefined;
  /** Default: the person's own. */
  theme?: "light" | "dark" | undefined;
  /** The host's colour, as CSS. */
  accent?: string | undefined;
}

const rightToLeft = /^(ar|fa|he|ur)\b/;
let opened: Promise<() => void> | null = null;

async function open({ collector, locale, theme, accent }: AuthorOptions): Promise<() => void> {
  const language = locale || document.documentElement.lang || navigator.language || "en";
  const words = await loadWords(language);
  const say = sayIn(words);
  const script = new URL("waymark.js", `${collector.replace(/\/+$/, "")}/`).href;
  const naming = {
    open: (name: string) => say("record.open", { name }),
    fill: (name: string) => say("record.fill", { name }),
    say: (name: string) => say("record.say", { name }),
  };
  const hung = hang(rightToLeft.test(language) ? "rtl" : "ltr", theme ?? null, accent);
  const layer = (): EventTarget => hung.root;
  const desk = createDesk({ session: readSession(collector), script, naming, language, layer });
  const wakeGuest = calmGuest();
  const undrag = dragByHead(hung.root);
  const record = createRecording(desk);
  const show = createShowing(desk);
  const stop = (): void => {
    record.stop();
    undrag();
    unlisten();
    render(null, hung.root);
    hung.stop();
    opened = null;
    void show.stopPreview().then(wakeGuest);
  };
  const acts: Acts = {
    begin: createBeginning(desk),
    write: createWriting(desk),
    record,
    show,
    save: createSaving(desk),
    language: language.split("-")[0] ?? language,
    script,
    tell: desk.tell,
    close: () => {
      void signOut(desk.$state.get().session);
      keepSession(null);
      desk.keeper.close();
      stop();
    },
    flip: () => {
      hung.root.classList.toggle("left");
      const panel = hung.root.querySelector<HTMLElement>(".panel");
      panel?.classList.remove("moved");
      panel?.removeAttribute("style");
    },
  };
  const draw = (): void => render(h(App, { state: desk.$state.get(), acts, say }), hung.root);
  const unlisten = desk.$state.listen(draw);
  await acts.begin.arrive();
  draw();
  record.resume();
  return stop;
}

/**
 * Opens the editor over the page it is called on, with the draft that this tab had open. On a page that is not on the
 * author's own machine it asks for an author key first. A second call gives the editor that is open already.
 *
 * @returns what takes it off the page; drafts stay on the device.
 *
 * @example
 * ```ts
 * const close = await openAuthor({ collector: "https://waymark.example.com" });
 * ```
 */
export function openAuthor(options: AuthorOptions): Promise<() => void> {
  opened ??= open(options);
  return opened;
}
