import { attempt } from "../ports/attempt.ts";
import type { Platform, Stop } from "../ports/platform.ts";

/** The open page as a path: `#/deals/17` is `/deals/17`, a query is cut off. */
export function currentPath(location: { pathname: string; hash: string }): string {
  const route = /^#!?(\/[^?]*)/.exec(location.hash);
  const path = route?.[1] ?? location.pathname;
  return attempt(() => decodeURI(path)) ?? path;
}

/**
 * Hears every change of route: by the Navigation API where it is, else by `popstate` and `hashchange`; for older browsers
 * the page room tells us of `pushState` too (`watch-history.ts`).
 */
function onPath(call: () => void): Stop {
  const { navigation } = window as { navigation?: Partial<EventTarget> };
  const events: [EventTarget, string][] = navigation?.addEventListener
    ? [[navigation as EventTarget, "currententrychange"]]
    : [
        [window, "popstate"],
        [window, "hashchange"],
        [window, "waymark-path"],
      ];
  for (const [target, type] of events) target.addEventListener(type, call);
  return () => {
    for (const [target, type] of events) target.removeEventListener(type, call);
  };
}

/** The page as it really is. */
export const browserPage: Platform["page"] = { path: () => currentPath(location), onPath };
