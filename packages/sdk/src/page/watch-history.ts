import type { Stop } from "../ports/platform.ts";

/**
 * Older browsers say nothing when an app changes its route by `pushState`: wrap the calls and say it for them. Where the
 * Navigation API is, nothing is touched.
 */
export function watchHistory(): Stop {
  if ((window as { navigation?: Partial<EventTarget> }).navigation?.addEventListener) return () => undefined;
  const { history } = window;
  const originals = { pushState: history.pushState, replaceState: history.replaceState };
  for (const name of ["pushState", "replaceState"] as const) {
    history[name] = function wrapped(this: History, ...args: Parameters<History["pushState"]>) {
      originals[name].apply(this, args);
      window.dispatchEvent(new Event("waymark-path"));
    };
  }
  return () => {
    Object.assign(history, originals);
  };
}
