import { render } from "preact";
import type { OpenStream } from "./api/arrivals-feed.ts";
import { createClient } from "./api/client.ts";
import { App } from "./shell/App.tsx";
import { applyTheme, readTheme, type ThemeStore } from "./shell/theme.ts";
import { words } from "./words.ts";

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

document.documentElement.lang = words.locale;
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
  render(<App client={client} store={store} origin={origin} openStream={openStream} />, root);
}
