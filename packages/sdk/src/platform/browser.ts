import { atom } from "nanostores";
import { attempt } from "../ports/attempt.ts";
import type { Platform, Stop } from "../ports/platform.ts";
import { createIdbStore, openDisk } from "./idb-store.ts";
import { browserPage } from "./page.ts";
import { createIds } from "./uuid.ts";

function whenIdle(call: () => void): Stop {
  const idle = window.requestIdleCallback as typeof requestIdleCallback | undefined;
  const handle = idle ? idle(call, { timeout: 1000 }) : setTimeout(call, 200);
  return () => (idle ? cancelIdleCallback(handle as number) : clearTimeout(handle));
}

/** The real world of a web page. */
export function createBrowserPlatform(): Platform {
  const disk = openDisk("waymark");
  return {
    atom,
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    whenIdle,
    id: createIds(),
    fetch: (url, init) => fetch(url, init),
    disk,
    store: createIdbStore(disk),
    tab: {
      get: (key) => attempt(() => sessionStorage.getItem(key)),
      set: (key, value) => attempt(() => sessionStorage.setItem(key, value)),
    },
    page: browserPage,
  };
}
