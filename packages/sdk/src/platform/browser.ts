import type { Platform } from "../ports/platform.ts";
import { createIdbQueue, createIdbStore } from "./idb-store.ts";
import { createMemoryStore, withFallback } from "./memory-store.ts";
import { createPage } from "./page.ts";
import { createIds } from "./uuid.ts";

function createTab(): Platform["tab"] {
  const memory = new Map<string, string>();
  return {
    get: (key) => {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set: (key, value) => {
      memory.set(key, value);
      try {
        sessionStorage.setItem(key, value);
      } catch {
        // Storage is blocked or full: the copy in memory serves this page.
        return;
      }
    },
  };
}

function createChannel(name: string, hear: (message: unknown) => void): ReturnType<Platform["channel"]> {
  if (typeof BroadcastChannel === "undefined") return { say: () => undefined, stop: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => hear(event.data);
  return { say: (message) => channel.postMessage(message), stop: () => channel.close() };
}

/** The real world of a web page. */
export function createBrowserPlatform(navigate?: (path: string) => void): Platform {
  return {
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    whenIdle: (call) => {
      if (typeof requestIdleCallback !== "function") {
        const timer = setTimeout(call, 200);
        return () => clearTimeout(timer);
      }
      const handle = requestIdleCallback(call, { timeout: 1000 });
      return () => cancelIdleCallback(handle);
    },
    id: createIds(),
    fetch: (url, init) => fetch(url, init),
    store: withFallback(createIdbStore("waymark"), createMemoryStore()),
    queue: (name) => withFallback(createIdbQueue(`waymark-queue-${name}`), createMemoryStore()),
    tab: createTab(),
    channel: createChannel,
    page: createPage(navigate),
  };
}
