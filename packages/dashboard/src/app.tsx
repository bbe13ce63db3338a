import { render } from "preact";
import type { OpenStream } from "./api/arrivals-feed.ts";
import { createClient } from "./api/client.ts";
import { App } from "./shell/App.tsx";
import { applyLanguage, keepLanguage, readLanguage } from "./shell/language.ts";
import { applyTheme, readTheme, type ThemeStore } from "./shell/theme.ts";
import { type Language, speak } from "./words.ts";

/** The collector serves this page below its own root, so the interface is a neighbour of the page's folder. */
const base = new URL("../v1/", document.baseURI);
const client = createClient({
  base: base.href,
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
});
const origin = new URL("..", document.baseURI).href.replace(/\/$/, "");

/** A browser that forbids storage throws at the very name, so it is only spoken when it is used. */
const store: ThemeStore = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};

applyTheme(document.documentElement, readTheme(store));

const root = document.getElementById("app");
if (root !== null) {
  const openStream: OpenStream = (onData, onError) => {
    if (typeof EventSource === "undefined") return null;
    const stream = new EventSource(client.streamUrl);
    stream.onmessage = (message: MessageEvent<string>) => onData(message.data);
    stream.onerror = onError;
    return () => stream.close();
  };
  /** Words are read while drawing: a page in another language is drawn anew. What was read from the collector is kept. */
  const open = async (language: Language): Promise<void> => {
    await speak(language);
    applyLanguage(document.documentElement, language);
    const change = (next: Language): void => {
      keepLanguage(store, next);
      void open(next);
    };
    const shown = { client, store, origin, openStream, language, onLanguage: change };
    render(<App key={language} {...shown} />, root);
  };
  const wanted = readLanguage(store, navigator.languages);
  // A language whose words cannot be fetched is no reason to show nothing.
  open(wanted).catch(() => open("en"));
}
